package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.edit.Groundwork;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something from the palette to which an arrow may lead that ends where nothing is yet.
///
/// @param preset what would be placed
/// @param arrow the kind of connector that leads to it
/// @param container which would take it; null for the top of the document
/// @param needs the kinds of places that would be made around it, the outermost first; mostly none
public record NewEnd(Preset preset, Kind arrow, @Nullable ElementId container, List<Kind> needs) {
  public NewEnd {
    needs = List.copyOf(needs);
  }

  /// Finds out what is likely, so that the first who asks need not wait; for any thread.
  public static void prepare() {
    Habits.learn();
  }

  /// What may be at a point of the document, the most likely first.
  ///
  /// @param kind the id of the connector's kind; null to let the ends decide
  public static List<NewEnd> at(EditorView view, Node source, @Nullable String kind, Point point) {
    return found(view, source, kind, end -> DropTarget.at(view.scene(), point, end.id(), Set.of()));
  }

  /// What may be wherever there is room for it, the most likely first.
  public static List<NewEnd> anywhere(EditorView view, Node source) {
    return found(view, source, null, Spot.targets(view));
  }

  private static List<NewEnd> found(
      EditorView view, Node source, @Nullable String kind, Function<Kind, DropTarget> targets) {
    Kind from = Catalog.of(source).orElse(null);
    List<NewEnd> found = new ArrayList<>();
    if (from == null) {
      return found;
    }
    Map<Kind, DropTarget> known = new HashMap<>();
    for (Kind arrow : Connections.kinds(kind)) {
      for (Preset preset : Catalog.presets()) {
        Kind to = Catalog.find(preset.kind()).orElseThrow();
        if (arrow.mayConnect(from, to)) {
          DropTarget target = known.computeIfAbsent(to, targets);
          List<Kind> needs = needs(view, source, to, target);
          if (!target.isRefused() || !needs.isEmpty()) {
            found.add(new NewEnd(preset, arrow, target.container(), needs));
          }
        }
      }
    }
    found.sort(
        Comparator.comparingInt((NewEnd end) -> -Habits.of(source, end.preset))
            .thenComparingInt(end -> -end.depth(view)));
    return found;
  }

  /// Only for what comes from outside, such as the internet: what stands in a VPC talks within it.
  private static List<Kind> needs(EditorView view, Node source, Kind to, DropTarget target) {
    return target.isRefused() && source.parent() == null
        ? Groundwork.between(view.document(), to, Placing.holder(view, target))
        : List.of();
  }

  /// What the nearest container takes is meant rather than what goes past it into one around it.
  private int depth(EditorView view) {
    return container == null
        ? 0
        : 1 + view.document().ancestors(view.document().node(container)).size();
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the copy of a fragment goes; or why nothing takes it.
///
/// @param containers for what lies at the fragment's top the container that takes it; none for the top of
///     the document
/// @param by how far the copies stand from where the fragment has them, in px
/// @param refusal null when all of it is taken
public record Landing(Map<ElementId, ElementId> containers, Point by, @Nullable Refusal refusal) {

  public Landing {
    containers = Map.copyOf(containers);
  }

  /// Where a hand would want it: in the selected container, or the one that was entered; or else beside the original, if that place is
  /// in view; or else at the pointer.
  ///
  /// @param pointer in px of the viewport; null when it is elsewhere
  public static Landing near(Document fragment, EditorView view, @Nullable Point pointer) {
    Optional<Landing> chosen = chosen(fragment, view).flatMap(node -> in(node, fragment, view));
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Landing home = inPlace(fragment, view);
    boolean inView = view.camera().visible(view.viewport()).intersects(box(fragment));
    if (home.refusal == null && inView) {
      return home.aside(fragment, view);
    }
    Point middle = new Point(view.viewport().width() / 2, view.viewport().height() / 2);
    Landing there = at(fragment, view, pointer == null ? middle : pointer);
    if (there.refusal == null) {
      return there.aside(fragment, view);
    }
    return home.refusal == null ? home.aside(fragment, view) : there;
  }

  /// With its middle at a point, in whatever lies there.
  ///
  /// @param pointer in px of the viewport
  public static Landing at(Document fragment, EditorView view, Point pointer) {
    Point point = view.toDocument(pointer);
    Rect box = box(fragment);
    Point exact = point.minus(box.center());
    Point by =
        new Point(
            Snapping.rounded(box.x() + exact.x(), view.grid()) - box.x(),
            Snapping.rounded(box.y() + exact.y(), view.grid()) - box.y());
    return targeting(
        fragment, by, root -> DropTarget.at(view.scene(), point, root.kind(), Set.of()));
  }

  /// Exactly where the fragment has it: in the container of the original, or in what lies there now.
  public static Landing inPlace(Document fragment, EditorView view) {
    return targeting(
        fragment,
        Point.ORIGIN,
        root -> {
          Optional<Node> original =
              view.document().findNode(root.id()).filter(node -> node.kind().equals(root.kind()));
          if (original.isPresent()) {
            return new DropTarget(original.get().parent(), null);
          }
          return DropTarget.at(view.scene(), root.bounds().center(), root.kind(), Set.of());
        });
  }

  /// The selected container, or the one that was entered where nothing is selected; unless what is to be
  /// pasted is a copy of it: then the copy belongs beside it.
  private static Optional<Node> chosen(Document fragment, EditorView view) {
    Optional<ElementId> meant =
        view.selection().isEmpty()
            ? Optional.ofNullable(view.entered())
            : view.selection().single();
    return meant
        .flatMap(view.document()::findNode)
        .filter(node -> Catalog.of(node).map(kind -> kind.isContainer()).orElse(false))
        .filter(
            node ->
                fragment.children(null).stream()
                    .noneMatch(root -> root.kind().equals(node.kind())));
  }

  /// Into the container; what only those around it take, into the nearest of them. Empty where all of it
  /// goes past the container.
  private static Optional<Landing> in(Node container, Document fragment, EditorView view) {
    Document document = view.document();
    List<Node> outwards = new ArrayList<>(List.of(container));
    outwards.addAll(document.ancestors(container));
    Landing found =
        targeting(
            fragment,
            Point.ORIGIN,
            root -> {
              for (Node around : outwards) {
                if (Containment.refusal(document, root.kind(), around).isEmpty()) {
                  return new DropTarget(around.id(), null);
                }
              }
              return new DropTarget(
                  container.id(), Containment.refusal(document, root.kind(), container).get());
            });
    if (found.refusal != null) {
      return Optional.of(found);
    }
    List<Node> inside =
        fragment.children(null).stream()
            .filter(root -> container.id().equals(found.containers.get(root.id())))
            .toList();
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Rect box = inside.stream().map(Node::bounds).reduce(Rect::union).orElseThrow();
    boolean docked = inside.stream().allMatch(Containment::isDocked);
    Rect free = Spot.free(box.size(), docked, container.id(), view);
    return Optional.of(new Landing(found.containers, free.topLeft().minus(box.topLeft()), null));
  }

  private static Landing targeting(
      Document fragment, Point by, Function<Node, DropTarget> targets) {
    Map<ElementId, ElementId> containers = new HashMap<>();
    for (Node root : fragment.children(null)) {
      DropTarget target = targets.apply(root);
      if (target.refusal() != null) {
        return new Landing(Map.of(), by, target.refusal());
      }
      if (target.container() != null) {
        containers.put(root.id(), target.container());
      }
    }
    return new Landing(containers, by, null);
  }

  private Landing aside(Document fragment, EditorView view) {
    List<Aside.Piece> pieces = new ArrayList<>();
    for (Node root : fragment.children(null)) {
      pieces.add(new Aside.Piece(root, root.bounds().plus(by), containers.get(root.id())));
    }
    return new Landing(containers, by.plus(Aside.of(pieces, view)), null);
  }

  private static Rect box(Document fragment) {
    return fragment.children(null).stream()
        .map(Node::bounds)
        .reduce(Rect::union)
        .orElse(new Rect(0, 0, 0, 0));
  }
}

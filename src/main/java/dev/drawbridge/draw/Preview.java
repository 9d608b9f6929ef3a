package dev.drawbridge.draw;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What of a picture changes with an edit or while a gesture goes on: which elements to leave out of the
/// picture before, and how they are now. It costs as much as what changes, however large the document;
/// lines that neither end at it nor are in its way stay as they were.
///
/// @param affected the elements whose groups in the picture before do not hold any more
/// @param picture these elements as they are now
/// @param routes the lines of the document as it is now
public record Preview(Set<ElementId> affected, Picture picture, Routes routes) {
  /// @param routes those of the document before
  /// @param most how many elements may be affected
  /// @return empty where more are
  public static Optional<Preview> of(
      Document before, Routes routes, Document now, Look look, int most) {
    Affected affected = new Affected(before, now);
    Placement placement = affected.find(routes);
    if (affected.all.size() > most) {
      return Optional.empty();
    }
    Routes after = routes.after(placement, now.inOrder(affected.moved));
    List<Element> elements = new ArrayList<>();
    for (ElementId id : now.inOrder(affected.all)) {
      now.find(id).ifPresent(elements::add);
    }
    Picture picture = Painter.paintOnly(elements, look, after, placement);
    return Optional.of(new Preview(affected.all, picture, after));
  }

  /// Looks for what an edit changed, and for what that takes along.
  private static final class Affected {
    private final Document before;
    private final Document now;

    /// Everything that looks different.
    final Set<ElementId> all = new LinkedHashSet<>();

    /// The nodes that are elsewhere, came or went, and the connectors whose lines change with them.
    final Set<ElementId> moved = new LinkedHashSet<>();

    Affected(Document before, Document now) {
      this.before = before;
      this.now = now;
    }

    /// @return where everything is now
    Placement find(Routes routes) {
      for (ElementId id : now.changedFrom(before)) {
        all.add(id);
        Element old = before.elements().get(id);
        Element element = now.elements().get(id);
        if (old == null || element == null || isElsewhere(old, element)) {
          moved.add(id);
        }
      }
      for (ElementId id : List.copyOf(moved)) {
        now.descendants(id).forEach(inside -> moved.add(inside.id()));
      }
      Placement placement = routes.placement().after(now, moved);
      takeAlong(placement, routes);
      return placement;
    }

    private static boolean isElsewhere(Element old, Element element) {
      return switch (element) {
        case Node node ->
            !(old instanceof Node was)
                || !was.bounds().equals(node.bounds())
                || !Objects.equals(was.parent(), node.parent())
                || !was.kind().equals(node.kind());
        case Connector connector ->
            !(old instanceof Connector was)
                || !was.source().equals(connector.source())
                || !was.target().equals(connector.target())
                || !was.bends().equals(connector.bends());
      };
    }

    private void takeAlong(Placement placement, Routes routes) {
      Set<ElementId> rerouted = new LinkedHashSet<>();
      for (ElementId id : moved) {
        Node node = now.findNode(id).orElse(null);
        if (node != null) {
          now.connectorsOf(id).forEach(connector -> rerouted.add(connector.id()));
          if (placement.isCard(node)) {
            rerouted.addAll(routes.near(placement.of(id)));
          }
        }
        now.spanning(id).forEach(over -> all.add(over.id()));
      }
      rerouted.removeIf(id -> !(now.elements().get(id) instanceof Connector));
      moved.addAll(rerouted);
      all.addAll(moved);
      for (ElementId id : List.copyOf(all)) {
        // The label of a connector may say what its end says.
        now.connectorsOf(id).forEach(connector -> all.add(connector.id()));
      }
    }
  }
}

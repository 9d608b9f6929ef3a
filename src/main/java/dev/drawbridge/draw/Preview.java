package dev.drawbridge.draw;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Collections;
import java.util.LinkedHashSet;
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
    Placement placement = Placement.of(now);
    Affected affected = new Affected(before, now);
    affected.find(routes, placement);
    if (affected.all.size() > most) {
      return Optional.empty();
    }
    Routes after = routes.after(placement, affected.moved);
    Picture picture = Painter.paintOnly(affected.all, look, after, placement);
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

    void find(Routes routes, Placement placement) {
      int left = before.elements().size();
      for (Element element : now.elements().values()) {
        Element old = before.elements().get(element.id());
        left -= old == null ? 0 : 1;
        if (old != element) {
          all.add(element.id());
          if (old == null || isElsewhere(old, element)) {
            moved.add(element.id());
          }
        }
      }
      if (left > 0) {
        for (ElementId id : before.elements().keySet()) {
          if (!now.elements().containsKey(id)) {
            all.add(id);
            moved.add(id);
          }
        }
      }
      if (!all.isEmpty()) {
        takeAlong(placement, routes);
      }
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
      // Parents come before their children, so one pass takes whole trees along.
      for (Node node : now.nodes()) {
        ElementId parent = node.parent();
        if (parent != null && moved.contains(parent)) {
          moved.add(node.id());
        }
      }
      Set<ElementId> inTheWay = new LinkedHashSet<>();
      for (Node node : now.nodes()) {
        if (moved.contains(node.id()) && placement.isCard(node)) {
          inTheWay.addAll(routes.near(placement.of(node.id())));
        }
        if (!node.spans().isEmpty() && !Collections.disjoint(node.spans(), moved)) {
          all.add(node.id());
        }
      }
      all.addAll(moved);
      for (Connector connector : now.connectors()) {
        ElementId id = connector.id();
        boolean ends = moved.contains(connector.source()) || moved.contains(connector.target());
        if (ends || inTheWay.contains(id)) {
          moved.add(id);
          all.add(id);
        } else if (all.contains(connector.source()) || all.contains(connector.target())) {
          all.add(id); // its label may say what its end says
        }
      }
    }
  }
}

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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What of a picture changes with an edit or while a gesture goes on: which elements to leave out of the
/// picture before, and how they are now. It costs as much as what changes, however large the document;
/// lines that neither end at it nor are in its way stay as they were.
///
/// @param affected the elements whose groups in the picture before do not hold any more
/// @param picture these elements as they are now
/// @param routes the lines of the document as it is now
public record Preview(Set<ElementId> affected, Picture picture, Routes routes) {
  /// What a gesture took out of the picture before is drawn until its end, as long as it is not more.
  private static final int LIFTED = 60;

  /// The picture before.
  ///
  /// @param most how many elements a preview may affect
  public record Origin(Document document, Routes routes, Look look, int most) {}

  /// @return empty where too much is affected
  public static Optional<Preview> of(Origin origin, Document now) {
    return of(origin, now, Set.of());
  }

  /// @param lifted elements that are affected anyway: taking them out of the picture before and putting them
  ///     back makes them blink
  public static Optional<Preview> of(Origin origin, Document now, Set<ElementId> lifted) {
    Affected affected = new Affected(origin.document, now);
    Placement placement = affected.find(origin.routes, true);
    if (affected.all.size() > origin.most) {
      return Optional.empty();
    }
    Routes after = origin.routes.after(placement, now.inOrder(affected.moved));
    return Optional.of(painted(origin, affected, after, lifted));
  }

  /// What can be shown within a frame while a hand moves: only the lines that end at what moves are led
  /// anew. Those in its way stay as they were when the hand last rested, or in the picture before.
  ///
  /// @param last what the same gesture showed before; null at its beginning
  /// @param inTime whether there is time to look for the best lines
  /// @return empty where too much is affected
  public static Optional<Preview> quick(
      Origin origin, Document now, @Nullable Preview last, BooleanSupplier inTime) {
    Affected affected = new Affected(origin.document, now);
    Placement placement = affected.find(origin.routes, false);
    if (affected.all.size() > origin.most) {
      return Optional.empty();
    }
    Routes after = origin.routes.after(placement, now.inOrder(affected.moved), inTime);
    if (last == null || last.affected.size() > LIFTED) {
      return Optional.of(painted(origin, affected, after, Set.of()));
    }
    for (ElementId id : last.affected) {
      if (now.elements().get(id) instanceof Connector connector
          && !affected.moved.contains(id)
          && isWhereItWas(connector.source(), last, placement)
          && isWhereItWas(connector.target(), last, placement)) {
        after.keep(id, last.routes.line(id));
      }
    }
    return Optional.of(painted(origin, affected, after, last.affected));
  }

  private static boolean isWhereItWas(ElementId end, Preview last, Placement placement) {
    return last.routes.placement().of(end).equals(placement.of(end));
  }

  private static Preview painted(
      Origin origin, Affected affected, Routes after, Set<ElementId> lifted) {
    Document now = affected.now;
    affected.all.addAll(lifted);
    List<Element> elements = new ArrayList<>();
    for (ElementId id : now.inOrder(affected.all)) {
      now.find(id).ifPresent(elements::add);
    }
    Picture picture = Painter.paintOnly(elements, origin.look, after, after.placement());
    return new Preview(affected.all, picture, after);
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

    /// @param inTheWay whether also the lines in the way of what moved
    /// @return where everything is now
    Placement find(Routes routes, boolean inTheWay) {
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
      takeAlong(placement, routes, inTheWay);
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

    private void takeAlong(Placement placement, Routes routes, boolean inTheWay) {
      Set<ElementId> rerouted = new LinkedHashSet<>();
      for (ElementId id : moved) {
        Node node = now.findNode(id).orElse(null);
        if (node != null) {
          now.connectorsOf(id).forEach(connector -> rerouted.add(connector.id()));
          if (inTheWay && placement.isCard(node)) {
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

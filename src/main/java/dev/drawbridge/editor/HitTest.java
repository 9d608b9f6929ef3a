package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a pointer is on. Reaches are in px of the viewport, so that they feel alike at each zoom.
public final class HitTest {
  /// How far outside the border a node's ports are.
  public static final double PORT_DISTANCE = 14;

  private static final double PORT_REACH = 11;
  private static final double HANDLE_REACH = 8;
  private static final double LINE_REACH = 6;

  private HitTest() {}

  /// @param hovered the node whose ports are shown; null for none
  public static Hit at(Point screen, EditorView view, @Nullable ElementId hovered) {
    Optional<Hit> port = port(screen, view, hovered);
    if (port.isPresent()) {
      return port.get();
    }
    Optional<Hit> handle = handle(screen, view);
    if (handle.isPresent()) {
      return handle.get();
    }
    Point point = view.toDocument(screen);
    List<Node> nodes = view.scene().nodesAt(point);
    Node top = nodes.isEmpty() ? null : nodes.getFirst();
    if (top != null && !isBackground(top)) {
      return new Hit.OnNode(top.id());
    }
    Optional<Connector> line = view.scene().connectorAt(point, LINE_REACH / view.camera().zoom());
    if (line.isPresent()) {
      return new Hit.OnConnector(line.get().id());
    }
    return top == null ? new Hit.Nothing() : new Hit.OnNode(top.id());
  }

  /// The next node below the given one at the place, to reach what is covered.
  public static Optional<ElementId> below(Point screen, EditorView view, ElementId above) {
    List<Node> nodes = view.scene().nodesAt(view.toDocument(screen));
    for (int i = 0; i + 1 < nodes.size(); i++) {
      if (nodes.get(i).id().equals(above)) {
        return Optional.of(nodes.get(i + 1).id());
      }
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.getFirst().id());
  }

  /// The node whose ports are to be shown when the pointer is there: one that a connector can join, and no
  /// container, over which the pointer is always.
  /// It stays the one it was while the pointer is on the way to its ports.
  public static @Nullable ElementId hovered(
      Point screen, EditorView view, @Nullable ElementId before) {
    Point point = view.toDocument(screen);
    for (Node node : view.scene().nodesAt(point)) {
      if (Connections.mayBegin(node) && role(node) != Role.CONTAINER) {
        return node.id();
      }
      if (!isBackground(node)) {
        break;
      }
    }
    if (before != null && view.document().findNode(before).isPresent()) {
      double near = (PORT_DISTANCE + PORT_REACH) / view.camera().zoom();
      return view.scene().bounds(before).grow(near).contains(point) ? before : null;
    }
    return null;
  }

  private static Optional<Hit> port(Point screen, EditorView view, @Nullable ElementId hovered) {
    if (hovered == null || view.document().findNode(hovered).isEmpty()) {
      return Optional.empty();
    }
    Rect bounds = view.camera().toScreen(view.scene().bounds(hovered));
    for (Side side : Side.values()) {
      if (side.of(bounds, PORT_DISTANCE).distanceTo(screen) <= PORT_REACH) {
        return Optional.of(new Hit.OnPort(hovered, side));
      }
    }
    return Optional.empty();
  }

  private static Optional<Hit> handle(Point screen, EditorView view) {
    Node node = view.selection().single().flatMap(view.document()::findNode).orElse(null);
    if (node == null || node.locked() || isDocked(node)) {
      return Optional.empty();
    }
    Rect bounds = view.camera().toScreen(view.bounds(node));
    double reach =
        Math.min(HANDLE_REACH, Math.max(3, Math.min(bounds.width(), bounds.height()) / 5));
    for (Handle handle : Handle.values()) {
      if (handle.isAt(screen, bounds, reach)) {
        return Optional.of(new Hit.OnHandle(node.id(), handle));
      }
    }
    return Optional.empty();
  }

  static boolean isDocked(Node node) {
    return role(node) == Role.DOCKED;
  }

  /// Whether other nodes may lie in it.
  static boolean holds(Node node) {
    return Catalog.of(node).map(kind -> kind.isContainer()).orElse(false);
  }

  /// Whether connectors are drawn above it.
  static boolean isBackground(Node node) {
    Role role = role(node);
    return role == Role.CONTAINER || role == Role.FRAME;
  }

  private static Role role(Node node) {
    return Catalog.of(node).map(kind -> kind.role()).orElse(Role.COMPONENT);
  }
}

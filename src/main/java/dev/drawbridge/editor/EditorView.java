package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What a tool may look at: the document as it is, without the preview of the gesture under way.
///
/// @param scene of that document
/// @param entered the container in which the user works; null for the whole design
/// @param grid whether what is placed goes onto the grid
public record EditorView(
    Scene scene,
    Selection selection,
    @Nullable ElementId entered,
    Camera camera,
    Size viewport,
    boolean grid,
    Ids ids) {

  public Document document() {
    return scene.document();
  }

  public Point toDocument(Point screen) {
    return camera.toDocument(screen);
  }

  public Rect bounds(Node node) {
    return scene.bounds(node.id());
  }

  /// Whether the element lies in the container that was entered, a connector with both ends; all do where
  /// none was.
  public boolean isInside(Element element) {
    return entered == null
        || switch (element) {
          case Node node ->
              document().ancestors(node).stream().anyMatch(a -> a.id().equals(entered));
          case Connector connector ->
              isInside(document().node(connector.source()))
                  && isInside(document().node(connector.target()));
        };
  }

  /// Whether the node is the container that was entered: as good as empty canvas.
  public boolean isGround(Node node) {
    return node.id().equals(entered);
  }

  /// Whether a point of the screen is on the canvas.
  ///
  /// @param at in px of the viewport
  boolean isInView(Point at) {
    return new Rect(0, 0, viewport.width(), viewport.height()).contains(at);
  }

  /// The selected nodes that a gesture may move.
  public SequencedSet<ElementId> movable() {
    SequencedSet<ElementId> found = new LinkedHashSet<>();
    for (ElementId id : selection.ids()) {
      document().findNode(id).filter(node -> !node.locked()).ifPresent(_ -> found.add(id));
    }
    return found;
  }
}

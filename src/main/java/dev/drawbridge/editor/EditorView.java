package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What a tool may look at: the document as it is, without the preview of the gesture under way.
///
/// @param scene of that document
public record EditorView(Scene scene, Selection selection, Camera camera, Size viewport, Ids ids) {

  public Document document() {
    return scene.document();
  }

  public Point toDocument(Point screen) {
    return camera.toDocument(screen);
  }

  public Rect bounds(Node node) {
    return scene.bounds(node.id());
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

package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a node other bounds. It never becomes smaller than its content, and its content stays where it
/// is on the canvas.
///
/// @param bounds relative to the node's parent
public record Resize(ElementId id, Rect bounds) implements Edit {
  @Override
  public String key() {
    return "edit.resize.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    Node node = before.node(id);
    Growth.setBounds(draft, node, allowed(before, node, bounds));
    Growth.toHold(draft, List.of(id));
    Spanning.follow(before, draft);
  }

  /// The wanted bounds, grown as far as the node's content and the least size demand.
  public static Rect allowed(Document document, Node node, Rect wanted) {
    Rect enough =
        new Rect(
            wanted.x(),
            wanted.y(),
            Math.max(wanted.width(), Containment.SMALLEST),
            Math.max(wanted.height(), Containment.SMALLEST));
    @Nullable Rect content = Containment.content(document, node.id());
    return content == null ? enough : enough.union(content.plus(node.bounds().topLeft()));
  }

  /// The smallest bounds that hold the node's content; its present ones when it holds nothing.
  public static Rect shrunk(Document document, Node node) {
    @Nullable Rect content = Containment.content(document, node.id());
    return content == null ? node.bounds() : content.plus(node.bounds().topLeft());
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A container into which the selected nodes might be moved.
///
/// @param container null for the top of the document
/// @param refusal why not; empty when it takes all of them
public record Destination(@Nullable ElementId container, Optional<Refusal> refusal) {

  /// All but the container in which they all lie already, in the order of the document.
  public static List<Destination> of(Document document, Selection selection) {
    List<Node> moved = Move.roots(document, selection.ids());
    List<Destination> found = new ArrayList<>();
    if (moved.isEmpty()) {
      return found;
    }
    add(document, moved, null, found);
    for (Node node : document.nodes()) {
      if (HitTest.holds(node)) {
        add(document, moved, node.id(), found);
      }
    }
    return found;
  }

  private static void add(
      Document document, List<Node> moved, @Nullable ElementId container, List<Destination> found) {
    if (moved.stream().allMatch(node -> Objects.equals(node.parent(), container))) {
      return;
    }
    Optional<Refusal> refusal =
        moved.stream()
            .flatMap(node -> Containment.refusal(document, node, container).stream())
            .findFirst();
    found.add(new Destination(container, refusal));
  }
}

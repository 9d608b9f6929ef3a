package dev.drawbridge.edit;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;

/// Puts a new node into the document: into its parent where the catalogue allows it, with the spans that
/// the geometry proposes. The container grows where the node needs more room than it has.
public record Place(Node node) implements Edit {
  @Override
  public String key() {
    return "edit.place.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    Containment.refusal(before, node, node.parent())
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(refusal.toString());
            });
    draft.add(node);
    Growth.toHold(draft, List.of(node.id()));
    Spanning.follow(before, draft);
  }
}

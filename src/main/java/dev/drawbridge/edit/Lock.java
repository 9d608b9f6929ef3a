package dev.drawbridge.edit;

import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Holds nodes where they are against gestures, or lets them go.
public record Lock(SequencedSet<ElementId> ids, boolean locked) implements Edit {
  public Lock {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  @Override
  public String key() {
    return locked ? "edit.lock.name" : "edit.unlock.name";
  }

  @Override
  public void apply(Draft draft) {
    List<Node> changed = new ArrayList<>();
    for (ElementId id : ids) {
      draft.findNode(id).ifPresent(node -> changed.add(node.withLocked(locked)));
    }
    draft.updateAll(changed);
  }
}

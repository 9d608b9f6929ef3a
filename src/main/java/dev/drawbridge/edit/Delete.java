package dev.drawbridge.edit;

import dev.drawbridge.model.ElementId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Takes elements out of the document, with everything inside them and every connector at them.
public record Delete(SequencedSet<ElementId> ids) implements Edit {
  public Delete {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static Delete of(ElementId... ids) {
    return new Delete(new LinkedHashSet<>(List.of(ids)));
  }

  @Override
  public String key() {
    return "edit.delete.name";
  }

  @Override
  public void apply(Draft draft) {
    draft.removeAll(ids); // what hangs on them goes when the edit is closed
  }
}

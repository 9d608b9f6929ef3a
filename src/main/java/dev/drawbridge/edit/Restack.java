package dev.drawbridge.edit;

import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Brings elements in front of all others, or behind them. Containers stay behind their content.
public record Restack(SequencedSet<ElementId> ids, boolean toFront) implements Edit {
  public Restack {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  @Override
  public String key() {
    return toFront ? "edit.front.name" : "edit.back.name";
  }

  @Override
  public void apply(Draft draft) {
    List<ElementId> chosen = new ArrayList<>();
    List<ElementId> others = new ArrayList<>();
    for (ElementId id : draft.document().elements().keySet()) {
      (ids.contains(id) ? chosen : others).add(id);
    }
    List<ElementId> order = new ArrayList<>(toFront ? others : chosen);
    order.addAll(toFront ? chosen : others);
    draft.reorder(order);
  }
}

package dev.drawbridge.edit;

import dev.drawbridge.model.ElementId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Decides over which nodes a load balancer or a group lies, whatever the geometry proposes.
public record SetSpans(ElementId id, SequencedSet<ElementId> spans) implements Edit {
  public SetSpans {
    spans = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(spans));
  }

  @Override
  public String key() {
    return "edit.spans.name";
  }

  @Override
  public void apply(Draft draft) {
    spans.forEach(spanned -> draft.document().node(spanned));
    draft.update(draft.document().node(id).withSpans(spans));
  }
}

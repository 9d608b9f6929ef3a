package dev.drawbridge.editor;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The elements that the next command is about, in the order in which they were chosen.
public record Selection(SequencedSet<ElementId> ids) {
  public static final Selection NONE = new Selection(new LinkedHashSet<>());

  public Selection {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static Selection of(ElementId... ids) {
    return new Selection(new LinkedHashSet<>(List.of(ids)));
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  public boolean contains(ElementId id) {
    return ids.contains(id);
  }

  /// The one element, where it is just one.
  public Optional<ElementId> single() {
    return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
  }

  /// With the element in, or out if it was in.
  public Selection toggled(ElementId id) {
    SequencedSet<ElementId> changed = new LinkedHashSet<>(ids);
    if (!changed.remove(id)) {
      changed.add(id);
    }
    return new Selection(changed);
  }

  public Selection with(SequencedSet<ElementId> more) {
    SequencedSet<ElementId> changed = new LinkedHashSet<>(ids);
    changed.addAll(more);
    return new Selection(changed);
  }

  /// Without what the document does not have.
  public Selection in(Document document) {
    if (ids.stream().allMatch(id -> document.find(id).isPresent())) {
      return this;
    }
    SequencedSet<ElementId> kept = new LinkedHashSet<>(ids);
    kept.removeIf(id -> document.find(id).isEmpty());
    return new Selection(kept);
  }
}

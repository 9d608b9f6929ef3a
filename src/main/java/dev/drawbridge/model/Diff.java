package dev.drawbridge.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// How one document became another: changes in the order in which they were made.
public record Diff(List<Change> changes) {
  public static final Diff NONE = new Diff(List.of());

  public Diff {
    changes = List.copyOf(changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// The diff that takes this one back.
  public Diff inverted() {
    List<Change> back = new ArrayList<>(changes.size());
    for (Change change : changes.reversed()) {
      back.add(change.inverted());
    }
    return new Diff(back);
  }

  /// This diff and then the other.
  public Diff then(Diff next) {
    List<Change> both = new ArrayList<>(changes);
    both.addAll(next.changes);
    return new Diff(both);
  }

  /// The elements that were added, removed or changed.
  public SequencedSet<ElementId> touched() {
    SequencedSet<ElementId> ids = new LinkedHashSet<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Added(int _, Element element) -> ids.add(element.id());
        case Change.Removed(int _, Element element) -> ids.add(element.id());
        case Change.Updated(Element _, Element after) -> ids.add(after.id());
        case Change.SettingsUpdated _ -> {}
      }
    }
    return ids;
  }
}

package dev.drawbridge.edit;

import java.util.ArrayList;
import java.util.List;

/// Several edits that the user sees, undoes and redoes as one.
///
/// @param key the message key of its name in the history
public record Sequence(String key, List<Edit> edits) implements Edit {
  public Sequence {
    edits = List.copyOf(edits);
  }

  /// Under the name of the first.
  public static Sequence of(Edit first, Edit... next) {
    List<Edit> edits = new ArrayList<>(List.of(first));
    edits.addAll(List.of(next));
    return new Sequence(first.key(), edits);
  }

  @Override
  public void apply(Draft draft) {
    for (Edit edit : edits) {
      edit.apply(draft);
      Invariants.repair(draft);
    }
  }
}

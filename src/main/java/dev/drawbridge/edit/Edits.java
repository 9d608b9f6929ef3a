package dev.drawbridge.edit;

import dev.drawbridge.model.Diff;
import dev.drawbridge.model.Document;

/// Carries out edits: each is closed by [Invariants#keep].
public final class Edits {
  private Edits() {}

  /// A document after an edit, and how it came about.
  public record Result(Document document, Diff diff) {}

  public static Result apply(Document document, Edit edit) {
    Draft draft = new Draft(document);
    edit.apply(draft);
    Invariants.keep(draft);
    return new Result(draft.document(), draft.diff());
  }
}

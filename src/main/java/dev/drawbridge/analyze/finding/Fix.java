package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.Edit;

/// A change of the design that makes a finding go away.
///
/// @param name what it does, in a few words
public record Fix(Sentence name, Edit edit) {
  public String text(Messages messages) {
    return name.text(messages);
  }
}

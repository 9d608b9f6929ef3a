package dev.drawbridge.analyze.policy;

import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;

/// Holds a design to another policy, which it then carries.
public record ChangePolicy(Policy policy) implements Edit {
  @Override
  public String key() {
    return "edit.policy.name";
  }

  @Override
  public void apply(Draft draft) {
    draft.settings(policy.into(draft.document().settings()));
  }
}

package dev.drawbridge.analyze.policy;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Settings;

/// Takes a suppression out of the policy that a design carries.
public record Unsuppress(Suppression suppression) implements Edit {
  @Override
  public String key() {
    return "edit.settings.name";
  }

  @Override
  public void apply(Draft draft) {
    Settings settings = draft.document().settings();
    Policy own = own(settings);
    if (own.suppressions().contains(suppression)) {
      draft.settings(own.without(suppression).into(settings));
    }
  }

  /// Whether it is in the policy that a design of these settings carries.
  public boolean isPossible(Settings settings) {
    return own(settings).suppressions().contains(suppression);
  }

  private static Policy own(Settings settings) {
    Datum datum = settings.properties().get(Policy.SETTING);
    return datum != null
            && PolicyReader.read(datum, "", "", _ -> true)
                instanceof Outcome.Ok<Policy>(Policy policy, var _)
        ? policy
        : Policy.DEFAULT;
  }
}

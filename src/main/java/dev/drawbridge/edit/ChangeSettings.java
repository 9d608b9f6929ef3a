package dev.drawbridge.edit;

import dev.drawbridge.model.Settings;

/// Changes what is true of the design as a whole: its title, its project's name.
public record ChangeSettings(Settings settings) implements Edit {
  @Override
  public String key() {
    return "edit.settings.name";
  }

  @Override
  public void apply(Draft draft) {
    draft.settings(settings);
  }
}

package dev.drawbridge.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/// Light or dark: as the system has it, or as the user chose.
final class Appearance {
  /// What was chosen.
  enum Choice {
    SYSTEM,
    LIGHT,
    DARK;

    /// As it is kept from one start to the next.
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Choice> of(String key) {
      return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
    }
  }

  private final ObjectProperty<Choice> choice =
      new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark", false);

  /// Whether things should be where they belong without being seen to go there.
  private final BooleanProperty still =
      new SimpleBooleanProperty(this, "still", Platform.getPreferences().isReducedMotion());

  /// These two are held by this only: the system's preferences outlive every window, and would keep all
  /// that ever followed them.
  private final ChangeListener<ColorScheme> system = (_, _, _) -> apply();

  private final ChangeListener<Boolean> motion = (_, _, reduced) -> still.set(reduced);

  Appearance() {
    choice.addListener((_, _, _) -> apply());
    Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(system));
    Platform.getPreferences().reducedMotionProperty().addListener(new WeakChangeListener<>(motion));
    dark.addListener((_, _, _) -> style());
    apply();
    style();
  }

  ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  boolean isDark() {
    return dark.get();
  }

  /// As the system has it.
  BooleanProperty stillProperty() {
    return still;
  }

  boolean isStill() {
    return still.get();
  }

  /// To the other of light and dark.
  void toggle() {
    choice.set(isDark() ? Choice.LIGHT : Choice.DARK);
  }

  private void apply() {
    dark.set(
        switch (choice.get()) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        });
  }

  private void style() {
    Application.setUserAgentStylesheet(
        (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}

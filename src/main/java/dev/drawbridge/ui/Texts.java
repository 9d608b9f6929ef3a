package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The interface's language, which may change while the window is open, and its texts.
final class Texts {
  private final ObjectProperty<Language> language;

  Texts(Language start) {
    language = new SimpleObjectProperty<>(this, "language", start);
  }

  ObjectProperty<Language> language() {
    return language;
  }

  Messages messages() {
    return Messages.in(language.get());
  }

  String get(String key, Object... arguments) {
    return messages().text(key, arguments);
  }

  /// A text that follows the language.
  StringBinding of(String key) {
    return Bindings.createStringBinding(() -> get(key), language);
  }

  /// Computed again whenever the language changes, or one of the others.
  StringBinding computed(Callable<String> text, Observable... others) {
    Observable[] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = language;
    return Bindings.createStringBinding(text, all);
  }
}

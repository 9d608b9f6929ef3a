package dev.drawbridge.ui;

import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Which keys the user gave to commands in place of those that they come with.
final class Keymap {
  private final ObservableMap<String, List<KeyCombination>> changed =
      FXCollections.observableHashMap();
  private final ObservableMap<String, List<KeyCombination>> shown =
      FXCollections.unmodifiableObservableMap(changed);

  /// What was chosen, by the key of the command; an empty list for no keys.
  ObservableMap<String, List<KeyCombination>> changes() {
    return shown;
  }

  void set(String command, List<KeyCombination> keys) {
    changed.put(command, List.copyOf(keys));
  }

  /// The command has the keys that it comes with again.
  void reset(String command) {
    changed.remove(command);
  }

  void resetAll() {
    changed.clear();
  }

  /// As it is kept in a file: for each command the names of its keys.
  Datum datum() {
    Fields all = Fields.NONE;
    for (String command : changed.keySet().stream().sorted().toList()) {
      List<Datum> names = new ArrayList<>();
      for (KeyCombination keys : changed.getOrDefault(command, List.of())) {
        names.add(Datum.of(keys.getName()));
      }
      all = all.with(command, new Datum.Items(names));
    }
    return Datum.of(all);
  }

  /// Takes over what a file has; what is no key there is left out.
  ///
  /// @param kept null for nothing
  void read(@Nullable Datum kept) {
    if (kept instanceof Datum.Record(Fields fields)) {
      fields.forEach(
          (command, names) -> {
            if (names instanceof Datum.Items(List<Datum> items)) {
              set(command, items.stream().flatMap(item -> keys(item).stream()).toList());
            }
          });
    }
  }

  private static Optional<KeyCombination> keys(Datum name) {
    try {
      return name instanceof Datum.Text(String text)
              && KeyCombination.valueOf(text) instanceof KeyCodeCombination keys
          ? Optional.of(keys)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // such as a key that another version knows
    }
  }
}

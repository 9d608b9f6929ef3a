package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// All commands of the window and the keys for them: the one registry that menus, tool bar and keyboard
/// read.
final class Commands {
  private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  private static final Set<KeyCombination> CANVAS =
      Stream.of("Esc", "Enter", "Space", "Tab", "Left", "Right", "Up", "Down")
          .flatMap(key -> Stream.of(key, "Shift+" + key))
          .map(KeyCombination::valueOf)
          .collect(Collectors.toUnmodifiableSet());

  private final SequencedMap<String, Command> byKey = new LinkedHashMap<>();
  private final Map<String, ObjectProperty<List<KeyCombination>>> keys = new HashMap<>();
  private final Map<String, List<KeyCombination>> defaults = new HashMap<>();
  private final Map<Command, Node> parts = new HashMap<>();
  private String section = "file";

  /// Whether the key that was pressed last was that of a command.
  private boolean answered;

  /// The commands that are added from now on belong to the menu.
  void section(String name) {
    section = name;
  }

  /// @param bindings such as `Shortcut+Z`, as [KeyCombination#valueOf] reads them
  void add(
      String key,
      @Nullable Glyph glyph,
      ObservableBooleanValue possible,
      Runnable action,
      String... bindings) {
    List<KeyCombination> combinations = new ArrayList<>();
    for (String binding : bindings) {
      combinations.add(KeyCombination.valueOf(binding));
    }
    ObjectProperty<List<KeyCombination>> own =
        new SimpleObjectProperty<>(this, key, List.copyOf(combinations));
    Command command = new Command(key, section, own, glyph, possible, action);
    keys.put(key, own);
    defaults.put(key, own.get());
    if (byKey.put(key, command) != null) {
      throw new IllegalStateException("two commands are called " + key);
    }
  }

  void add(String key, @Nullable Glyph glyph, Runnable action, String... bindings) {
    add(key, glyph, ALWAYS, action, bindings);
  }

  Command get(String key) {
    Command command = byKey.get(key);
    if (command == null) {
      throw new IllegalArgumentException("no command " + key);
    }
    return command;
  }

  List<Command> all() {
    return List.copyOf(byKey.values());
  }

  /// The keys of these commands mean them only while the keyboard is within a part of the window, and go
  /// before all others there.
  void within(Node part, String... keys) {
    for (String key : keys) {
      parts.put(get(key), part);
    }
  }

  /// Gives each command the keys that the user chose for it, now and from now on.
  void follow(Keymap keymap) {
    keymap.changes().forEach(this::rebind);
    keymap
        .changes()
        .addListener(
            (MapChangeListener<String, List<KeyCombination>>)
                change ->
                    rebind(
                        change.getKey(),
                        change.wasAdded() ? change.getValueAdded() : defaults(change.getKey())));
  }

  /// A later version may have commands that this one does not know.
  private void rebind(String key, List<KeyCombination> bindings) {
    ObjectProperty<List<KeyCombination>> own = keys.get(key);
    if (own != null) {
      own.set(bindings);
    }
  }

  /// The keys that a command comes with.
  List<KeyCombination> defaults(String key) {
    return defaults.getOrDefault(key, List.of());
  }

  /// Another command that has these keys where the given one would have them.
  Optional<Command> owner(KeyCombination binding, Command besides) {
    return byKey.values().stream()
        .filter(command -> !command.key().equals(besides.key()))
        .filter(command -> parts.get(command) == parts.get(besides))
        .filter(command -> command.bindings().contains(binding))
        .findFirst();
  }

  /// Whether the canvas, or whatever has the focus, needs these keys for itself.
  static boolean belongsToCanvas(KeyCombination binding) {
    return CANVAS.contains(binding);
  }

  /// Keys, and where they are typed: null for anywhere.
  private record Claim(KeyCombination binding, @Nullable Node part) {}

  /// The keys that more than one command claims at a place, with those commands; empty when all is well.
  Map<KeyCombination, List<String>> clashes() {
    Map<Claim, List<String>> claims = new LinkedHashMap<>();
    for (Command command : byKey.values()) {
      for (KeyCombination binding : command.bindings()) {
        claims
            .computeIfAbsent(new Claim(binding, parts.get(command)), _ -> new ArrayList<>())
            .add(command.key());
      }
    }
    Map<KeyCombination, List<String>> clashes = new LinkedHashMap<>();
    claims.forEach(
        (claim, keys) -> {
          if (keys.size() > 1) {
            clashes.put(claim.binding(), keys);
          }
        });
    return clashes;
  }

  /// Makes the keys work in a window. Where text is being typed, keys that type are left to it.
  void install(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean typing = scene.getFocusOwner() instanceof TextInputControl;
          List<Command> asked = new ArrayList<>();
          for (Command command : byKey.values()) {
            for (KeyCombination binding : command.bindings()) {
              if (binding.match(event) && !(typing && belongsToText(binding))) {
                asked.add(command);
              }
            }
          }
          Optional<Command> meant =
              asked.stream()
                  .filter(command -> isWithin(scene.getFocusOwner(), parts.get(command)))
                  .min(Comparator.comparing(command -> !parts.containsKey(command)));
          answered = meant.isPresent();
          meant.ifPresent(
              command -> {
                command.run();
                event.consume();
              });
        });
    // The letter of a key that was answered is not typed into the field that may have opened.
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (answered) {
            event.consume();
          }
        });
  }

  /// Makes the keys of these commands work in a window of their own.
  void installSome(Scene scene, String... keys) {
    for (String key : keys) {
      Command command = get(key);
      command.bindings().forEach(binding -> scene.getAccelerators().put(binding, command::run));
    }
  }

  private static boolean isWithin(@Nullable Node focused, @Nullable Node part) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == part) {
        return true;
      }
    }
    return part == null;
  }

  /// Keys that mean something else inside a text field: plain ones, and those for its own editing.
  private static boolean belongsToText(KeyCombination binding) {
    if (!(binding instanceof KeyCodeCombination combination)) {
      return true;
    }
    boolean plain =
        combination.getShortcut() != ModifierValue.DOWN
            && combination.getControl() != ModifierValue.DOWN
            && combination.getAlt() != ModifierValue.DOWN
            && !combination.getCode().isFunctionKey();
    return plain
        || switch (combination.getCode()) {
          case A, C, V, X, Z, Y -> combination.getAlt() != ModifierValue.DOWN;
          case DELETE, BACK_SPACE, LEFT, RIGHT, UP, DOWN, HOME, END -> true;
          default -> false;
        };
  }
}

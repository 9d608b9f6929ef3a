package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.output.store.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the user chose for all designs, keys among it, the files that were opened last, and how the window was
/// left. It is written, off the FX thread, whenever it changes. A file that cannot be read counts as none and is
/// put aside.
final class Preferences {
  /// So many files are remembered.
  static final int MOST_RECENT = 12;

  private static final String RECENT = "recent";
  private static final String RESTORES = "restoreSession";
  private static final String KEYS = "keys";
  private static final String MINIMAP = "minimap";
  private static final String GRID = "grid";
  private static final String RULERS = "rulers";
  private static final String ICONS = "icons";
  private static final String EXPORT = "export";
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final String FRAME = "window";

  private final @Nullable Path file;
  private final ExecutorService writer = Live.worker("preferences");
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(recent);
  private final BooleanProperty restores = new SimpleBooleanProperty(this, "restores", true);

  /// A folder with other icons.
  private final ObjectProperty<@Nullable Path> icons = new SimpleObjectProperty<>(this, "icons");

  private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", true);
  private final BooleanProperty grid = new SimpleBooleanProperty(this, "grid", true);
  private final BooleanProperty rulers = new SimpleBooleanProperty(this, "rulers", false);
  private final ObjectProperty<ExportChoices> exports =
      new SimpleObjectProperty<>(this, "exports", ExportChoices.FIRST);

  private final ObjectProperty<@Nullable Language> language =
      new SimpleObjectProperty<>(this, "language");
  private final ObjectProperty<Appearance.@Nullable Choice> theme =
      new SimpleObjectProperty<>(this, "theme");
  private final ObjectProperty<@Nullable Frame> frame = new SimpleObjectProperty<>(this, "frame");
  private @Nullable Issue problem;

  private final Keymap keymap = new Keymap();

  /// What a later version of the program keeps here besides.
  private Fields others = Fields.NONE;

  /// @param file where they are kept; null for nowhere
  Preferences(@Nullable Path file) {
    this.file = file;
    if (file != null && Files.exists(file)) {
      read(file);
    }
    recent.addListener((ListChangeListener<Path>) _ -> keep());
    restores.addListener((_, _, _) -> keep());
    minimap.addListener((_, _, _) -> keep());
    grid.addListener((_, _, _) -> keep());
    rulers.addListener((_, _, _) -> keep());
    keymap.changes().addListener((InvalidationListener) _ -> keep());
    icons.addListener((_, _, _) -> keep());
    exports.addListener((_, _, _) -> keep());
    language.addListener((_, _, _) -> keep());
    theme.addListener((_, _, _) -> keep());
    frame.addListener((_, _, _) -> keep());
  }

  private void read(Path kept) {
    switch (JsonFile.read(kept)) {
      case Outcome.Ok<Datum>(Datum.Record(Fields fields), var _) -> read(fields);
      case Outcome.Ok<Datum> _ -> {
        Place place = new Place.InFile(kept.toString(), 0, 0);
        putAside(kept, Issue.warning(place, "store.expected.object"));
      }
      case Outcome.Failed<Datum>(List<Issue> issues) -> putAside(kept, issues.getFirst());
    }
  }

  /// The next change would overwrite what somebody may want to mend.
  private void putAside(Path kept, Issue why) {
    problem = why;
    try {
      Files.move(
          kept,
          kept.resolveSibling(kept.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Then it will be overwritten: it could not be read anyway.
    }
  }

  /// Why the file could not be read; empty where it could, or there was none.
  Optional<Issue> problem() {
    return Optional.ofNullable(problem);
  }

  private void read(Fields fields) {
    others = fields;
    if (fields.get(RECENT) instanceof Datum.Items(List<Datum> paths)) {
      paths.stream()
          .flatMap(path -> path(path).stream())
          .distinct()
          .limit(MOST_RECENT)
          .forEach(recent::add);
    }
    keymap.read(fields.get(KEYS));
    exports.set(ExportChoices.of(fields.get(EXPORT)));
    read(fields, MINIMAP, minimap);
    read(fields, GRID, grid);
    read(fields, RULERS, rulers);
    read(fields, RESTORES, restores);
    if (fields.get(LANGUAGE) instanceof Datum.Text(String tag)) {
      language.set(Language.of(tag));
    }
    if (fields.get(THEME) instanceof Datum.Text(String key)) {
      theme.set(Appearance.Choice.of(key).orElse(null));
    }
    Datum left = fields.get(FRAME);
    if (left != null) {
      frame.set(Frame.of(left).orElse(null));
    }
    Datum folder = fields.get(ICONS);
    if (folder != null) {
      icons.set(path(folder).orElse(null));
    }
  }

  private static void read(Fields fields, String name, BooleanProperty flag) {
    if (fields.get(name) instanceof Datum.Flag(boolean value)) {
      flag.set(value);
    }
  }

  private static Optional<Path> path(Datum datum) {
    try {
      return datum instanceof Datum.Text(String text) && !text.isBlank()
          ? Optional.of(Path.of(text)).filter(Path::isAbsolute)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty(); // such as one that another system wrote
    }
  }

  private void keep() {
    Path to = file;
    if (to != null) {
      Datum all = Datum.of(fields());
      writer.execute(() -> JsonFile.write(to, all));
    }
  }

  private Fields fields() {
    Path folder = icons.get();
    Language chosen = language.get();
    Appearance.Choice seen = theme.get();
    Frame left = frame.get();
    Fields kept = with(others, ICONS, folder == null ? null : Datum.of(folder.toString()));
    kept = with(kept, LANGUAGE, chosen == null ? null : Datum.of(chosen.tag()));
    kept = with(kept, THEME, seen == null ? null : Datum.of(seen.key()));
    kept = with(kept, FRAME, left == null ? null : left.datum());
    return kept.with(
            RECENT,
            new Datum.Items(recent.stream().map(path -> Datum.of(path.toString())).toList()))
        .with(KEYS, keymap.datum())
        .with(EXPORT, exports.get().datum())
        .with(MINIMAP, Datum.of(minimap.get()))
        .with(GRID, Datum.of(grid.get()))
        .with(RULERS, Datum.of(rulers.get()))
        .with(RESTORES, Datum.of(restores.get()));
  }

  private static Fields with(Fields all, String name, @Nullable Datum value) {
    return value == null ? all.without(name) : all.with(name, value);
  }

  /// The language that the user chose; null for the system's.
  ObjectProperty<@Nullable Language> languageProperty() {
    return language;
  }

  /// Light or dark, as the user chose; null for none chosen.
  ObjectProperty<Appearance.@Nullable Choice> themeProperty() {
    return theme;
  }

  /// How the window was left; null where it never was.
  ObjectProperty<@Nullable Frame> frameProperty() {
    return frame;
  }

  /// The files that were opened or saved last, the latest first.
  ObservableList<Path> recent() {
    return shown;
  }

  /// Whether the minimap is shown.
  BooleanProperty minimapProperty() {
    return minimap;
  }

  /// Whether there is a grid: it is seen, and what is placed goes onto it.
  BooleanProperty gridProperty() {
    return grid;
  }

  /// Whether the rulers are shown.
  BooleanProperty rulersProperty() {
    return rulers;
  }

  /// The keys that the user gave to commands.
  Keymap keymap() {
    return keymap;
  }

  /// What was chosen for the last exported picture.
  ObjectProperty<ExportChoices> exportsProperty() {
    return exports;
  }

  /// Whether the next start opens again what was open.
  BooleanProperty restoresProperty() {
    return restores;
  }

  /// The folder with the icons that the user wants; null for the bundled ones.
  ObjectProperty<@Nullable Path> iconsProperty() {
    return icons;
  }

  /// The file was opened or saved.
  void used(Path opened) {
    Path absolute = opened.toAbsolutePath();
    List<Path> now = new ArrayList<>(recent);
    now.remove(absolute);
    now.addFirst(absolute);
    recent.setAll(now.subList(0, Math.min(now.size(), MOST_RECENT)));
  }

  void forget(Path gone) {
    recent.remove(gone);
  }

  void forgetAll() {
    recent.clear();
  }

  /// Waits until all is written.
  void end() {
    writer.close();
  }
}

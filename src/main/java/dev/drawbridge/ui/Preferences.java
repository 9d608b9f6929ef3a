package dev.drawbridge.ui;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.output.store.JsonFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

/// What the user chose for all designs, keys among it, and the files that were opened last. It is written, off the FX
/// thread, whenever it changes; a file that cannot be read counts as none.
final class Preferences {
  /// So many files are remembered.
  static final int MOST_RECENT = 12;

  private static final String RECENT = "recent";
  private static final String RESTORES = "restoreSession";
  private static final String KEYS = "keys";
  private static final String MINIMAP = "minimap";
  private static final String ICONS = "icons";
  private static final String EXPORT = "export";

  private final @Nullable Path file;
  private final ExecutorService writer = Live.worker("preferences");
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ObservableList<Path> shown = FXCollections.unmodifiableObservableList(recent);
  private final BooleanProperty restores = new SimpleBooleanProperty(this, "restores", true);

  /// A folder with other icons.
  private final ObjectProperty<@Nullable Path> icons = new SimpleObjectProperty<>(this, "icons");

  private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", true);
  private final ObjectProperty<ExportChoices> exports =
      new SimpleObjectProperty<>(this, "exports", ExportChoices.FIRST);

  private final Keymap keymap = new Keymap();

  /// What a later version of the program keeps here besides.
  private Fields others = Fields.NONE;

  /// @param file where they are kept; null for nowhere
  Preferences(@Nullable Path file) {
    this.file = file;
    if (file != null && JsonFile.read(file) instanceof Outcome.Ok<Datum>(Datum read, var _)) {
      if (read instanceof Datum.Record(Fields fields)) {
        read(fields);
      }
    }
    recent.addListener((ListChangeListener<Path>) _ -> keep());
    restores.addListener((_, _, _) -> keep());
    minimap.addListener((_, _, _) -> keep());
    keymap.changes().addListener((InvalidationListener) _ -> keep());
    icons.addListener((_, _, _) -> keep());
    exports.addListener((_, _, _) -> keep());
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
    if (fields.get(MINIMAP) instanceof Datum.Flag(boolean value)) {
      minimap.set(value);
    }
    if (fields.get(RESTORES) instanceof Datum.Flag(boolean value)) {
      restores.set(value);
    }
    Datum folder = fields.get(ICONS);
    if (folder != null) {
      icons.set(path(folder).orElse(null));
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
    Fields kept =
        folder == null ? others.without(ICONS) : others.with(ICONS, Datum.of(folder.toString()));
    return kept.with(
            RECENT,
            new Datum.Items(recent.stream().map(path -> Datum.of(path.toString())).toList()))
        .with(KEYS, keymap.datum())
        .with(EXPORT, exports.get().datum())
        .with(MINIMAP, Datum.of(minimap.get()))
        .with(RESTORES, Datum.of(restores.get()));
  }

  /// The files that were opened or saved last, the latest first.
  ObservableList<Path> recent() {
    return shown;
  }

  /// Whether the minimap is shown.
  BooleanProperty minimapProperty() {
    return minimap;
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

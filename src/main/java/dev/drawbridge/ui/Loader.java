package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.layout.Layout;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.terraform.read.Configuration;
import dev.drawbridge.translate.Coverage;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads what can be opened, off the FX thread: designs, pictures that carry one, and Terraform.
final class Loader {
  /// What came of a file or folder.
  sealed interface Loaded {
    Path file();

    /// @param origin null where the design must not be saved over what it was read from
    record Design(
        Path file, Document document, OpenDesign.@Nullable Origin origin, List<Issue> issues)
        implements Loaded {}

    /// @param file the folder
    record Terraform(Path file, Document document, Coverage coverage, List<Issue> issues)
        implements Loaded {}

    record Refused(Path file, List<Issue> issues) implements Loaded {}
  }

  private final ExecutorService worker = Live.worker("files");
  private final ReadOnlyObjectWrapper<@Nullable Path> reading = new ReadOnlyObjectWrapper<>();

  /// Grows when what is being read is no longer wanted.
  private volatile int round;

  private int pending;

  /// What is being read; null for nothing.
  ReadOnlyObjectProperty<@Nullable Path> reading() {
    return reading.getReadOnlyProperty();
  }

  /// Reads everything and then hands it over, in the same order; Terraform files once for their folder.
  void load(List<Path> files, Consumer<List<Loaded>> arrival) {
    SequencedSet<Path> sources = new LinkedHashSet<>();
    files.forEach(file -> sources.add(source(file.toAbsolutePath())));
    if (sources.isEmpty()) {
      return;
    }
    int asked = round;
    run(
        () -> {
          List<Loaded> all = new ArrayList<>();
          for (Path source : sources) {
            if (asked == round) {
              Platform.runLater(() -> began(asked, source));
              all.add(read(source));
            }
          }
          return all;
        },
        arrival);
  }

  /// Has something read, and hands it over unless it is no longer wanted by then.
  private <T> void run(Supplier<T> work, Consumer<T> arrival) {
    int asked = round;
    pending++;
    worker.execute(
        () -> {
          @Nullable T read = null;
          try {
            read = work.get();
          } finally {
            @Nullable T all = read;
            Platform.runLater(() -> ended(asked, all, arrival));
          }
        });
  }

  /// Drops whatever is being read.
  void cancel() {
    round++;
    pending = 0;
    reading.set(null);
  }

  /// Whether all that was asked for is there.
  boolean isIdle() {
    return pending == 0;
  }

  void end() {
    cancel();
    worker.shutdownNow();
  }

  private void began(int asked, Path source) {
    if (asked == round) {
      reading.set(source);
    }
  }

  private <T> void ended(int asked, @Nullable T read, Consumer<T> arrival) {
    if (asked == round) {
      pending--;
      reading.set(null);
      if (read != null) {
        arrival.accept(read);
      }
    }
  }

  /// A configuration is a folder: one file of it says nothing alone.
  private static Path source(Path file) {
    Path folder = file.getParent();
    String name = file.toString();
    return folder != null && (name.endsWith(".tf") || name.endsWith(".tf.json")) ? folder : file;
  }

  static Loaded read(Path source) {
    if (Files.isDirectory(source)) {
      return switch (Configuration.read(source.toString(), source)) {
        case Outcome.Ok<Configuration>(Configuration read, var _) -> {
          Raised raised = Raiser.raise(read.graph());
          yield new Loaded.Terraform(
              source,
              titled(Layout.of(raised.document()), source),
              raised.coverage(),
              read.issues());
        }
        case Outcome.Failed<Configuration>(List<Issue> issues) ->
            new Loaded.Refused(source, issues);
      };
    }
    return switch (DesignStore.open(source)) {
      case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, List<Issue> issues) ->
          new Loaded.Design(source, opened.document(), origin(source, opened), issues);
      case Outcome.Failed<DesignStore.Opened>(List<Issue> issues) ->
          new Loaded.Refused(source, issues);
    };
  }

  /// A configuration has no title; people call it by its folder.
  private static Document titled(Document drawn, Path folder) {
    return drawn.settings().title().isBlank()
        ? Document.of(
            drawn.elements().values(), drawn.settings().withTitle(name(folder)), drawn.extras())
        : drawn;
  }

  private static OpenDesign.@Nullable Origin origin(Path file, DesignStore.Opened opened) {
    return opened.isInPicture()
        ? null
        : new OpenDesign.Origin(file, real(file), opened.snapshot(), opened.design().readOnly());
  }

  /// The last part of a path, which is what people call a file.
  static String name(Path file) {
    Path name = file.getFileName();
    return (name == null ? file : name).toString();
  }

  /// The file with all links followed, by which it is known again whatever it was called.
  static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}

package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Notices that others changed the files of open designs. A design that is saved follows its file; one that
/// is not, asks, once for each change, when it is in front.
final class Watch {
  private static final Duration EVERY = Duration.seconds(2);

  /// What a file was at a moment; enough to see that it is another.
  private record Stamp(long size, FileTime modified) {
    static @Nullable Stamp of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(now.size(), now.lastModifiedTime());
      } catch (IOException e) {
        return null;
      }
    }
  }

  /// A design whose file is another now.
  ///
  /// @param stamp null where the file is gone
  /// @param content null where the file is gone
  private record Changed(
      OpenDesign design,
      OpenDesign.Origin origin,
      @Nullable Stamp stamp,
      @Nullable Outcome<DesignStore.Opened> content) {}

  private final OpenDesigns designs;
  private final DesignFiles files;
  private final BooleanSupplier attentive;
  private final ExecutorService reader = Live.worker("watch");
  private final Timeline timer = new Timeline(new KeyFrame(EVERY, _ -> look()));

  /// The changes that the user knows of.
  private final Map<OpenDesign, Stamp> known = new HashMap<>();

  /// Designs whose file was gone at the last look: who replaces a file may take it away for a moment.
  private final Set<OpenDesign> doubtful = new HashSet<>();

  private boolean looking;

  /// @param attentive whether the user sits before this window, and can be asked
  Watch(OpenDesigns designs, DesignFiles files, BooleanSupplier attentive) {
    this.designs = designs;
    this.files = files;
    this.attentive = attentive;
    timer.setCycleCount(Timeline.INDEFINITE);
    timer.play();
    designs.session().designProperty().addListener((_, _, _) -> Platform.runLater(this::look));
  }

  /// Looks at all files, unless it is at that already.
  void look() {
    known.keySet().retainAll(designs.all());
    doubtful.retainAll(designs.all());
    List<OpenDesign> followed =
        designs.all().stream()
            .filter(design -> !design.state().isDirty() || design == designs.session().design())
            .toList();
    if (looking || reader.isShutdown()) {
      return;
    }
    looking = true;
    Map<OpenDesign, Stamp> seen = Map.copyOf(known);
    List<Runnable> reading = new ArrayList<>();
    List<Changed> changes = new ArrayList<>();
    for (OpenDesign design : followed) {
      OpenDesign.Origin origin = design.originProperty().get();
      if (origin != null && origin.snapshot() != null && !files.isSaving(design)) {
        reading.add(() -> read(design, origin, seen.get(design), changes));
      }
    }
    reader.execute(
        () -> {
          try {
            reading.forEach(Runnable::run);
          } finally {
            Platform.runLater(() -> arrived(changes));
          }
        });
  }

  /// Nobody looks any more.
  void end() {
    timer.stop();
    reader.shutdownNow();
  }

  private static void read(
      OpenDesign design, OpenDesign.Origin origin, @Nullable Stamp seen, List<Changed> changes) {
    if (!Files.exists(origin.file())) {
      changes.add(new Changed(design, origin, null, null));
      return;
    }
    Stamp stamp = Stamp.of(origin.file());
    if (stamp != null && !stamp.equals(seen) && origin.isOutdated()) {
      changes.add(new Changed(design, origin, stamp, DesignStore.open(origin.file())));
    }
  }

  private void arrived(List<Changed> changes) {
    try {
      for (Changed change : changes) {
        boolean same = change.design.originProperty().get() == change.origin;
        if (same && designs.all().contains(change.design) && !files.isSaving(change.design)) {
          handle(change);
        }
      }
      doubtful.retainAll(
          changes.stream().filter(change -> change.stamp == null).map(Changed::design).toList());
    } finally {
      looking = false;
    }
  }

  private void handle(Changed change) {
    OpenDesign design = change.design;
    Stamp stamp = change.stamp;
    Outcome<DesignStore.Opened> content = change.content;
    String name = Loader.name(change.origin.file());
    if (stamp == null || content == null) {
      if (!doubtful.add(design)) {
        design.orphan();
        tell(design, Notice.said("ui.watch.gone", name));
      }
    } else if (design.state().isDirty()) {
      if (design == designs.session().design() && attentive.getAsBoolean()) {
        known.put(design, stamp);
        files.resolve(design, change.origin, content, _ -> {});
      }
    } else if (!design.state().tool().isBusy()) {
      known.put(design, stamp);
      switch (content) {
        case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, List<Issue> _) -> {
          design.reload(opened.document(), change.origin.now(opened));
          tell(design, Notice.said("ui.watch.reloaded", name));
        }
        case Outcome.Failed<DesignStore.Opened> _ ->
            tell(design, Notice.said("ui.watch.unreadable", name));
      }
    }
  }

  private static void tell(OpenDesign design, Notice notice) {
    design.set(design.state().withNotice(notice));
  }
}

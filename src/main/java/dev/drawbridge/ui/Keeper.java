package dev.drawbridge.ui;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Lying;
import dev.drawbridge.output.store.Recovery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/// Keeps what lies open, within a second of each change and off the FX thread, so that nothing is lost
/// however the program ends.
final class Keeper {
  private static final Duration REST = Duration.millis(400);

  private final OpenDesigns designs;
  private final Recovery recovery;
  private final ExecutorService writer;
  private final PauseTransition rest = new PauseTransition(REST);
  private final InvalidationListener changed = _ -> wake();

  /// The documents that the journals hold, by their keys.
  private final Map<String, Document> journals = new HashMap<>();

  private Lying noted = Lying.NOTHING;
  private int pending;
  private boolean failed;
  private boolean begun;

  Keeper(OpenDesigns designs, Recovery recovery, ExecutorService writer) {
    this.designs = designs;
    this.recovery = recovery;
    this.writer = writer;
    rest.setOnFinished(_ -> keep());
    designs.all().forEach(this::follow);
    designs
        .all()
        .addListener(
            (ListChangeListener<OpenDesign>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::leave);
                    change.getAddedSubList().forEach(this::follow);
                  }
                  wake();
                });
    designs.session().designProperty().addListener(changed);
  }

  private void follow(OpenDesign design) {
    design.stateProperty().addListener(changed);
    design.originProperty().addListener(changed);
  }

  private void leave(OpenDesign design) {
    design.stateProperty().removeListener(changed);
    design.originProperty().removeListener(changed);
  }

  private void wake() {
    if (begun && rest.getStatus() != Animation.Status.RUNNING) {
      rest.playFromStart();
    }
  }

  /// From now on what lies open is kept. Until what was there before is read, nothing may take its place.
  void begin() {
    begun = true;
    wake();
  }

  /// The journal of the design is there already, with this document.
  void knows(String key, Document document) {
    journals.put(key, document);
  }

  /// Whether everything is kept as it is now.
  boolean isSettled() {
    return begun && pending == 0 && rest.getStatus() != Animation.Status.RUNNING;
  }

  /// Keeps everything as it is now, and then no more.
  void end() {
    rest.stop();
    if (begun) {
      keep();
    }
    designs.all().forEach(this::leave);
  }

  private void keep() {
    List<Runnable> jobs = new ArrayList<>();
    Set<String> needed =
        designs.all().stream()
            .filter(Keeper::needsJournal)
            .map(OpenDesign::key)
            .collect(Collectors.toSet());
    for (String key : List.copyOf(journals.keySet())) {
      if (!needed.contains(key)) {
        journals.remove(key);
        jobs.add(() -> recovery.drop(key));
      }
    }
    for (OpenDesign design : designs.all()) {
      String key = design.key();
      Document now = design.document();
      if (needed.contains(key) && journals.get(key) != now) {
        journals.put(key, now);
        jobs.add(() -> check(key, recovery.write(key, now)));
      }
    }
    Lying lying = lying();
    if (!lying.equals(noted)) {
      noted = lying;
      jobs.add(() -> check("", recovery.note(lying)));
    }
    if (!jobs.isEmpty()) {
      pending++;
      writer.execute(
          () -> {
            jobs.forEach(Runnable::run);
            Platform.runLater(() -> pending--);
          });
    }
  }

  /// A design that no file holds as it is.
  private static boolean needsJournal(OpenDesign design) {
    return design.state().isDirty()
        || design.file() == null && !design.document().equals(Document.EMPTY);
  }

  private Lying lying() {
    List<OpenDesign> kept =
        designs.all().stream()
            .filter(design -> design.file() != null || needsJournal(design))
            .toList();
    return new Lying(
        kept.stream().map(Keeper::lying).toList(),
        Math.max(0, kept.indexOf(designs.session().design())));
  }

  private static Lying.Design lying(OpenDesign design) {
    OpenDesign.Origin origin = design.originProperty().get();
    Camera camera = design.state().camera();
    return new Lying.Design(
        design.key(),
        origin == null ? null : origin.file().toAbsolutePath(),
        origin == null ? null : origin.snapshot(),
        design.state().isDirty(),
        camera.corner(),
        camera.zoom(),
        List.copyOf(design.state().selection().ids()));
  }

  /// Off the FX thread.
  private void check(String key, Outcome<?> written) {
    if (written instanceof Outcome.Failed<?>) {
      Platform.runLater(() -> failed(key));
    }
  }

  /// Tells so once: it is tried again with each change.
  private void failed(String key) {
    journals.remove(key);
    noted = Lying.NOTHING;
    if (!failed) {
      failed = true;
      designs.session().update(state -> state.withNotice(Notice.said("ui.recovery.failed")));
    }
  }
}

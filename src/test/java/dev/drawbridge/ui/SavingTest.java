package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saving in the background: in order, waited for, and without a stop for the hands.
class SavingTest extends OpenWindow {
  private final Document design = Template.THREE_TIER.design(Language.ENGLISH);
  private final CountDownLatch latch = new CountDownLatch(1);
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void openTheDesign() {
    file = folder.resolve("shop.drawbridge");
    assertEquals(List.of(), DesignStore.save(file, design).issues());
    interact(() -> window.workspace().opening().open(List.of(file)));
    loaded();
  }

  private void change() {
    session().commit(Move.of(session().document().nodes().getFirst().id(), 8, 8));
  }

  private Document saved() {
    return ((Outcome.Ok<DesignStore.Opened>) DesignStore.open(file)).value().document();
  }

  private Background background() {
    return window.workspace().background();
  }

  /// Something takes its time, so that whatever comes after it waits.
  private void busy() {
    background()
        .see(
            new Background.Doing("ui.status.saving", List.of("something large")),
            () ->
                _ -> {
                  try {
                    return latch.await(20, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                },
            _ -> {},
            () -> {});
  }

  @Test
  void theHandsDoNotWaitForTheDisk() {
    interact(
        () -> {
          change();
          window.commands().get("save").run();
          // Nothing has come back yet: that takes the FX thread, which is here.
          assertTrue(session().state().isDirty());
          assertTrue(window.workspace().files().isSaving(session().design()));
        });
    loaded();
    assertFalse(call(() -> session().state().isDirty()));
    assertFalse(call(() -> window.workspace().files().isSaving(session().design())));
    assertEquals(document(), saved());
  }

  @Test
  void ofTwoQuickSavesTheLaterOneStays() {
    interact(
        () -> {
          change();
          window.commands().get("save").run();
          change();
          window.commands().get("save").run();
        });
    loaded();
    assertEquals(document(), saved());
    assertFalse(call(() -> session().state().isDirty()));
    assertEquals(List.of(), dialogs.asked, "the file that we wrote ourselves is no conflict");
  }

  @Test
  void whatIsSavedIsWhatWasThereWhenItWasAskedFor() {
    interact(this::busy);
    interact(this::change);
    Document asked = document();
    interact(() -> window.commands().get("save").run());
    interact(this::change);
    latch.countDown();
    loaded();
    assertEquals(asked, saved());
    assertTrue(call(() -> session().state().isDirty()));
    shortcut(KeyCode.Z);
    assertEquals(asked, document());
  }

  @Test
  void undoSurvivesSaving() {
    interact(this::change);
    shortcut(KeyCode.S);
    assertTrue(call(() -> session().state().history().canUndo()));
    shortcut(KeyCode.Z);
    assertEquals(design, document());
    assertTrue(call(() -> session().state().isDirty()));
    shortcut(KeyCode.Y);
    shortcut(KeyCode.S);
    assertEquals(document(), saved());
    assertTrue(call(() -> session().state().history().canUndo()));
  }

  @Test
  void closingTheWindowWaitsForTheSave() {
    interact(
        () -> {
          change();
          busy();
          window.commands().get("save").run();
          window.quit();
        });
    Document asked = document();
    assertTrue(call(stage::isShowing));
    latch.countDown();
    until(() -> !stage.isShowing());
    assertEquals(asked, saved());
    assertEquals(List.of(), dialogs.asked, "all was saved by then");
  }

  @Test
  void closingATabWaitsForTheSaveToo() {
    interact(
        () -> {
          change();
          busy();
          window.commands().get("save").run();
          window.close();
        });
    Document asked = document();
    latch.countDown();
    loaded();
    assertTrue(document().elements().isEmpty());
    assertEquals(asked, saved());
    assertEquals(List.of(), dialogs.asked);
  }

  @Test
  void whatTakesLongIsToldAndCanBeStopped() {
    AtomicBoolean noticed = new AtomicBoolean();
    interact(
        () ->
            background()
                .run(
                    new Background.Doing("ui.status.saving", List.of("something large")),
                    cancelled -> {
                      while (!cancelled.getAsBoolean()) {
                        Thread.onSpinWait();
                      }
                      noticed.set(true);
                      return "nothing";
                    },
                    _ -> {
                      throw new AssertionError("it was stopped");
                    }));
    Label told = lookup("#status-background").queryAs(Label.class);
    Node work = call(told::getParent);
    assertFalse(call(work::isVisible), "not worth a line yet");
    until(work::isVisible);
    assertEquals("Saving something large…", call(told::getText));
    interact(() -> lookup("#status-cancel-background").queryAs(Button.class).fire());
    assertTrue(call(() -> background().isIdle()));
    assertFalse(call(work::isVisible));
    until(noticed::get);
  }

  @Test
  void aSaveThatIsStoppedLeavesTheFileAndTheDesignUnsaved() throws IOException {
    byte[] before = Files.readAllBytes(file);
    interact(this::change);
    interact(
        () -> {
          window.commands().get("save").run();
          background().cancel();
        });
    loaded();
    boolean stopped = call(() -> session().state().isDirty());
    // The save may have been faster than the hand: then it is saved, and says so.
    assertEquals(stopped, java.util.Arrays.equals(before, Files.readAllBytes(file)));
  }

  @Test
  void aFailingSaveDoesNotHoldUpTheNext() {
    interact(this::change);
    dialogs.next = folder.resolve("none").resolve("x.drawbridge");
    shortcut(KeyCode.SHIFT, KeyCode.S);
    assertEquals("store.write.no_folder", dialogs.reported.getFirst().key());
    shortcut(KeyCode.S);
    assertEquals(document(), saved());
  }
}

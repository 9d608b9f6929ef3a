package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Backups;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was saved over comes back.
class BackupWindowTest extends OpenWindow {
  private final Document design = Template.THREE_TIER.design(Language.ENGLISH);
  @TempDir Path folder;
  private Path file;

  @Override
  public void start(Stage shared) {
    remember();
    super.start(shared);
  }

  @AfterEach
  void letGo() {
    interact(stage::hide);
    memory.end();
  }

  @BeforeEach
  void openTheDesign() {
    loaded();
    file = folder.resolve("shop.drawbridge");
    DesignStore.save(file, design);
    interact(() -> window.workspace().opening().open(List.of(file)));
    loaded();
  }

  private void change() {
    interact(() -> session().commit(Move.of(session().document().nodes().getFirst().id(), 8, 8)));
  }

  private javafx.scene.Scene dialog() {
    return window.backups().orElseThrow().stage().getScene();
  }

  private void open() {
    interact(() -> window.commands().get("restore-backup").run());
    until(() -> window.backups().orElseThrow().stage().isShowing());
  }

  @Test
  void aFormerContentOpensAsACopyAndTheFileStays() {
    change();
    shortcut(KeyCode.S);
    change();
    shortcut(KeyCode.S);
    Document last = document();
    open();
    ListView<?> list = call(() -> (ListView<?>) dialog().lookup("#backups"));
    until(() -> list.getItems().size() == 2);
    until(() -> ((ImageView) dialog().lookup("#backups-preview")).getImage() != null);
    interact(() -> list.getSelectionModel().select(1));
    until(() -> !((Button) dialog().lookup("#backups-go")).isDisabled());
    interact(() -> ((Button) dialog().lookup("#backups-go")).fire());
    assertEquals(design, document());
    assertEquals(null, call(() -> session().design().file()));
    assertTrue(call(() -> session().state().isDirty()), "no file holds it");
    assertEquals(2, call(() -> window.workspace().designs().all().size()));
    assertEquals(Outcome.ok(last), DesignStore.open(file).map(DesignStore.Opened::document));
    String told = call(() -> lookup("#status-notice").queryAs(Label.class).getText());
    assertTrue(told.startsWith("This is shop.drawbridge as it was on "), told);
  }

  @Test
  void aFileThatWasNeverSavedOverHasNoneAndADesignWithoutFileIsNotAsked() {
    open();
    until(
        () ->
            ((Label) dialog().lookup("#backups-told"))
                .getText()
                .startsWith("There is no backup of this file yet"));
    assertTrue(call(() -> ((Button) dialog().lookup("#backups-go")).isDisabled()));
    interact(() -> window.backups().orElseThrow().hide());
    shortcut(KeyCode.N);
    assertFalse(call(() -> window.commands().get("restore-backup").possible().get()));
  }

  @Test
  void aBackupThatCannotBeReadSaysWhy() throws IOException {
    change();
    shortcut(KeyCode.S);
    Backups.Backup kept =
        ((Outcome.Ok<List<Backups.Backup>>) new Backups(data).of(file)).value().getFirst();
    Files.writeString(kept.file(), "{ broken");
    open();
    until(() -> !((Label) dialog().lookup("#backups-told")).getText().isEmpty());
    assertTrue(call(() -> ((Button) dialog().lookup("#backups-go")).isDisabled()));
    interact(() -> window.backups().orElseThrow().hide());
  }

  @Test
  void withoutRoomForABackupItIsSavedAllTheSameAndSaidInOneLine() throws IOException {
    Files.writeString(data.resolve("backups"), "a file is in the way");
    change();
    shortcut(KeyCode.S);
    assertEquals(Outcome.ok(document()), DesignStore.open(file).map(DesignStore.Opened::document));
    assertFalse(call(() -> session().state().isDirty()));
    String told = call(() -> lookup("#status-notice").queryAs(Label.class).getText());
    assertTrue(told.startsWith("Saved, but without a backup. "), told);
    assertEquals(List.of(), dialogs.reported);
  }
}

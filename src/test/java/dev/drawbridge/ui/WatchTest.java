package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.store.DesignStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody else, such as version control, changes the file of a design that is open.
class WatchTest extends OpenWindow {
  private final Document design = Template.THREE_TIER.design(Language.ENGLISH);
  private final Document theirs = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  @TempDir Path folder;
  private Path file;

  private void openFile() {
    file = folder.resolve("shop.drawbridge");
    write(design);
    interact(() -> window.workspace().opening().open(List.of(file)));
    loaded();
    until(stage::isFocused);
  }

  private void write(Document content) {
    assertEquals(List.of(), DesignStore.save(file, content).issues());
  }

  private Document content() {
    return ((Outcome.Ok<DesignStore.Opened>) DesignStore.open(file)).value().document();
  }

  private void change() {
    interact(() -> session().commit(Move.of(document().nodes().getFirst().id(), 8, 8)));
  }

  private String notice() {
    return call(
        () -> session().state().notice() instanceof Notice.Said(String key, var _) ? key : "");
  }

  private boolean asked() {
    return dialogs.asked.contains("conflict shop.drawbridge");
  }

  @Test
  void aSavedDesignFollowsItsFileAndStaysWhereOneLooks() {
    openFile();
    ElementId both = design.nodes().getFirst().id();
    Camera camera = call(() -> session().state().camera()).panned(77, 5);
    interact(
        () ->
            session().update(state -> state.withCamera(camera).withSelection(Selection.of(both))));
    write(theirs);
    until(() -> session().document().equals(theirs));
    assertFalse(call(() -> session().state().isDirty()));
    assertEquals(camera, call(() -> session().state().camera()));
    assertEquals(Selection.of(both), call(() -> session().state().selection()));
    assertEquals("ui.watch.reloaded", notice());
    assertEquals(List.of(), dialogs.asked);
    change();
    shortcut(KeyCode.S);
    assertEquals(document(), content());
    assertFalse(asked(), "the file is known as it is now");
  }

  @Test
  void ourOwnSavingIsNoChange() {
    openFile();
    change();
    shortcut(KeyCode.S);
    look();
    assertEquals("", notice());
    assertTrue(call(() -> session().state().history().canUndo()), "it was not read again");
  }

  @Test
  void aDesignThatIsNotSavedAsksOnceAndSaysWhatDiffers() {
    openFile();
    change();
    Document mine = document();
    write(theirs);
    until(this::asked);
    assertEquals(mine, document());
    assertTrue(
        dialogs.differences.stream().anyMatch(line -> line.startsWith("Only in the file: ")),
        dialogs.differences.toString());
    assertTrue(
        dialogs.differences.stream().anyMatch(line -> line.startsWith("Different: ")),
        dialogs.differences.toString());
    look();
    assertEquals(1, dialogs.asked.size(), "not now means not now");
    shortcut(KeyCode.S);
    assertEquals(2, dialogs.asked.size(), "but saving over it asks again");
    assertEquals(theirs, content());
    dialogs.conflict = Dialogs.Conflict.OVERWRITE;
    shortcut(KeyCode.S);
    assertEquals(mine, content());
    assertFalse(call(() -> session().state().isDirty()));
  }

  @Test
  void theirsCanBeTaken() {
    openFile();
    change();
    dialogs.conflict = Dialogs.Conflict.RELOAD;
    write(theirs);
    until(() -> session().document().equals(theirs));
    assertFalse(call(() -> session().state().isDirty()));
  }

  @Test
  void ourDesignCanGoToAnotherFile() {
    openFile();
    change();
    Document mine = document();
    dialogs.conflict = Dialogs.Conflict.SAVE_AS;
    dialogs.next = folder.resolve("mine.drawbridge");
    write(theirs);
    until(() -> "mine.drawbridge".equals(window.workspace().files().name()));
    assertEquals(theirs, content());
    file = dialogs.next;
    assertEquals(mine, content());
  }

  @Test
  void aFileThatIsHalfWrittenIsNotTakenAndOneThatIsWholeAgainIs() throws Exception {
    openFile();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, "{ \"schemaVersion\": 1, ".getBytes(StandardCharsets.UTF_8));
    until(() -> notice().equals("ui.watch.unreadable"));
    assertEquals(design, document());
    assertEquals(List.of(), dialogs.asked);
    Files.write(file, whole);
    write(theirs);
    until(() -> session().document().equals(theirs));
  }

  @Test
  void aFileThatIsGoneLeavesTheDesignUnsaved() throws Exception {
    openFile();
    Files.delete(file);
    until(() -> session().state().isDirty());
    assertEquals("ui.watch.gone", notice());
    shortcut(KeyCode.S);
    assertEquals(design, content());
    assertEquals(List.of(), dialogs.asked);
  }

  @Test
  void aDesignBehindAnotherFollowsToo() {
    openFile();
    shortcut(KeyCode.N);
    write(theirs);
    until(() -> window.workspace().designs().all().getFirst().document().equals(theirs));
    assertEquals(Document.EMPTY, document());
  }

  /// A look, from its beginning to its end.
  private void look() {
    IntStream.range(0, 3)
        .forEach(
            _ -> {
              interact(() -> window.workspace().look());
              WaitForAsyncUtils.sleep(300, java.util.concurrent.TimeUnit.MILLISECONDS);
            });
  }
}

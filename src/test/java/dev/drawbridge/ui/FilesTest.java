package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest extends OpenWindow {
  private final Document design = Template.THREE_TIER.design(Language.KOREAN);
  @TempDir Path folder;

  private void change() {
    interact(() -> session().commit(Move.of(session().document().nodes().getFirst().id(), 8, 8)));
  }

  private String title() {
    return call(stage::getTitle);
  }

  @Test
  void whatIsSavedAndOpenedAgainIsTheSame() {
    open(design);
    dialogs.next = folder.resolve("shop.drawbridge");
    shortcut(KeyCode.SHIFT, KeyCode.S);
    shortcut(KeyCode.W);
    assertTrue(document().elements().isEmpty());
    shortcut(KeyCode.O);
    loaded();
    assertEquals(design, document());
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void theTitleNamesTheFileAndSaysWhetherAllIsSaved() {
    open(design);
    dialogs.next = folder.resolve("shop.drawbridge");
    shortcut(KeyCode.S);
    assertTrue(title().startsWith("shop.drawbridge"), title());
    change();
    assertTrue(title().startsWith("• shop.drawbridge"), title());
    shortcut(KeyCode.Z);
    assertTrue(title().startsWith("• shop"), "undo gives an equal document, not the saved one");
    shortcut(KeyCode.S);
    assertTrue(title().startsWith("shop.drawbridge"), title());
  }

  @Test
  void unsavedWorkIsAskedAboutBeforeItsTabIsClosed() {
    open(design);
    change();
    Document changed = document();
    dialogs.unsaved = Dialogs.Unsaved.CANCEL;
    shortcut(KeyCode.W);
    assertSame(changed, document());
    dialogs.unsaved = Dialogs.Unsaved.DISCARD;
    shortcut(KeyCode.W);
    assertTrue(document().elements().isEmpty());
  }

  @Test
  void savingOnTheWayOutSaves() throws Exception {
    open(design);
    change();
    dialogs.next = folder.resolve("kept.drawbridge");
    dialogs.unsaved = Dialogs.Unsaved.SAVE;
    shortcut(KeyCode.W);
    assertTrue(Files.size(dialogs.next) > 100);
    assertTrue(document().elements().isEmpty());
  }

  @Test
  void aFileThatIsNoDesignIsRefusedAndTheOpenOneStays() throws Exception {
    open(design);
    Path broken = folder.resolve("broken.drawbridge");
    Files.write(broken, "{ \"schemaVersion\": ".getBytes(StandardCharsets.UTF_8));
    dialogs.next = broken;
    shortcut(KeyCode.O);
    loaded();
    assertFalse(dialogs.reported.isEmpty());
    assertEquals(design, document());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsReportedAndNothingLost() {
    open(design);
    change();
    dialogs.next = folder.resolve("no-such-folder").resolve("x.drawbridge");
    shortcut(KeyCode.S);
    assertFalse(dialogs.reported.isEmpty());
    assertTrue(call(() -> session().state().isDirty()));
  }

  @Test
  void terraformThatWasEditedByHandIsOverwrittenOnlyWhenTheUserSaysSo() throws Exception {
    open(design);
    dialogs.next = folder.resolve("terraform");
    shortcut(KeyCode.SHIFT, KeyCode.E);
    Path file;
    try (var files = Files.list(dialogs.next)) {
      file =
          files.filter(each -> each.toString().endsWith(".tf")).sorted().findFirst().orElseThrow();
    }
    String edited = Files.readString(file) + "\n# by hand\n";
    Files.writeString(file, edited);
    dialogs.confirms = false;
    shortcut(KeyCode.SHIFT, KeyCode.E);
    assertEquals(edited, Files.readString(file));
    dialogs.confirms = true;
    shortcut(KeyCode.SHIFT, KeyCode.E);
    assertFalse(Files.readString(file).contains("by hand"));
  }
}

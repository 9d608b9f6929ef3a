package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconChoiceTest extends OpenWindow {
  private static final int PINK = 0xffc925d1;
  @TempDir Path folder;

  private int pinkPixels() {
    until(window::isDrawn);
    return call(
        () -> {
          WritableImage image = window.canvas().snapshot(null, null);
          int count = 0;
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              count += image.getPixelReader().getArgb(x, y) == PINK ? 1 : 0;
            }
          }
          return count;
        });
  }

  private void run(String command) {
    interact(() -> window.commands().get(command).run());
    loaded();
  }

  @Test
  void theCanvasAndExportedPicturesShowTheIconsOfTheFolder() throws Exception {
    Files.writeString(
        folder.resolve("Arch_Amazon-RDS_48.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\""
            + " height=\"48\" fill=\"#c925d1\"/></svg>");
    open(Template.THREE_TIER.design(Language.ENGLISH));
    assertEquals(0, pinkPixels());
    dialogs.next = folder;
    run("icons");
    assertEquals(folder, call(() -> memory.preferences().iconsProperty().get()));
    assertTrue(pinkPixels() > 50);
    Path picture = folder.resolve("out.svg");
    interact(() -> window.sharing().export(Dialogs.FileKind.SVG));
    until(() -> window.sharing().exports().isDrawn());
    dialogs.next = picture;
    push(KeyCode.ENTER);
    until(() -> !window.sharing().exports().stage().isShowing());
    assertTrue(Files.readString(picture).contains("#c925d1"));
    run("icons-bundled");
    assertEquals(0, pinkPixels());
    assertNull(call(() -> memory.preferences().iconsProperty().get()));
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void aFolderWithoutIconsIsRefusedAndNothingChanges() {
    dialogs.next = folder;
    run("icons");
    assertEquals("draw.icons.none", dialogs.reported.getFirst().key());
    assertNull(call(() -> memory.preferences().iconsProperty().get()));
    assertFalse(call(() -> window.workspace().icons().icons().get().replacedCount() > 0));
  }
}

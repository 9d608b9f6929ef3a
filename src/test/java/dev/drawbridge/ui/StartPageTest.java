package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPageTest extends OpenWindow {
  @TempDir Path folder;

  private boolean isShown() {
    return call(() -> lookup("#start").tryQuery().filter(Node::isVisible).isPresent());
  }

  private Path saved(String name) {
    Path file = folder.resolve(name);
    DesignStore.save(file, Template.THREE_TIER.design(Language.ENGLISH));
    return file;
  }

  private void opened(Path... files) {
    interact(() -> window.workspace().opening().open(List.of(files)));
    loaded();
  }

  private List<String> recent() {
    return call(
        () ->
            lookup("#start").query().lookupAll(".recent").stream()
                .map(node -> ((Button) node).getText())
                .toList());
  }

  private Menu menu() {
    MenuBar bar = (MenuBar) lookup("#menu").query();
    return (Menu)
        bar.getMenus().getFirst().getItems().stream()
            .filter(item -> "menu-recent".equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theGalleryShowsThePictureOfEveryDesign() {
    until(window::isStarted);
    Set<Integer> looks = new HashSet<>();
    for (Template template : Template.gallery()) {
      ImageView view = (ImageView) lookup("#start-" + template.key()).query().lookup(".image-view");
      Image picture = call(view::getImage);
      int hash = 0;
      for (int y = 0; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          hash = 31 * hash + picture.getPixelReader().getArgb(x, y);
        }
      }
      assertTrue(looks.add(hash), template + " looks like another");
    }
  }

  @Test
  void aCardOpensItsDesign() {
    interact(() -> ((Button) lookup("#start-canary").query()).fire());
    assertEquals(Template.CANARY.design(Language.ENGLISH), document());
    assertFalse(isShown());
  }

  @Test
  void theBlankCardLeavesTheCanvasFree() {
    assertTrue(isShown());
    interact(() -> ((Button) lookup("#start-blank").query()).fire());
    assertFalse(isShown());
    assertEquals(Document.EMPTY, document());
    shortcut(KeyCode.N);
    assertTrue(isShown(), "in a new tab one begins anew");
  }

  @Test
  void whatWasOpenedLastIsOfferedFirst() {
    opened(saved("하나.drawbridge"), saved("둘.drawbridge"));
    shortcut(KeyCode.N);
    assertEquals(List.of("둘.drawbridge", "하나.drawbridge"), recent());
    assertEquals(
        List.of("둘.drawbridge", "하나.drawbridge"),
        call(() -> menu().getItems().stream().limit(2).map(MenuItem::getText).toList()));
  }

  @Test
  void aRecentFileIsOpenedByAClick() {
    opened(saved("a.drawbridge"));
    shortcut(KeyCode.W);
    interact(() -> ((Button) lookup("#start").query().lookup(".recent")).fire());
    loaded();
    assertEquals("a.drawbridge", call(() -> window.workspace().files().name()));
  }

  @Test
  void aFileThatIsGoneCanBeLocatedOrForgotten() throws Exception {
    Path lost = saved("lost.drawbridge");
    opened(lost);
    shortcut(KeyCode.W);
    Path moved = Files.move(lost, folder.resolve("moved.drawbridge"));
    interact(() -> lookup("#start").query().setVisible(false)); // looks anew when it comes back
    shortcut(KeyCode.N);
    until(() -> !links().isEmpty());
    dialogs.next = moved;
    interact(() -> links().getFirst().fire());
    loaded();
    assertEquals("moved.drawbridge", call(() -> window.workspace().files().name()));
    assertEquals(List.of(moved), call(() -> memory.preferences().recent()));
    Files.delete(moved);
    dialogs.missing = Dialogs.Missing.FORGET;
    shortcut(KeyCode.W);
    interact(() -> menu().getItems().getFirst().fire());
    loaded();
    assertTrue(dialogs.asked.contains("missing moved.drawbridge"), dialogs.asked.toString());
    assertEquals(List.of(), call(() -> memory.preferences().recent()));
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void whatACardSaysFitsIntoItInEveryLanguage() {
    for (Language language : Language.values()) {
      interact(() -> texts.language().set(language));
      for (Node help : lookup("#start").query().lookupAll(".template-help")) {
        Label label = (Label) help;
        String shown = call(() -> ((Text) label.lookup(".text")).getText());
        assertEquals(label.getText().replaceAll("\\s", ""), shown.replaceAll("\\s", ""));
      }
    }
  }

  @Test
  void theKeyboardBeginsAtTheFirstButtonAndReachesTheCards() {
    assertEquals("start-new", call(() -> stage.getScene().getFocusOwner().getId()));
    for (int i = 0; i < 3; i++) {
      push(KeyCode.TAB);
    }
    assertEquals("start-three-tier", call(() -> stage.getScene().getFocusOwner().getId()));
    push(KeyCode.SPACE);
    assertEquals(Template.THREE_TIER.design(Language.ENGLISH), document());
  }

  @Test
  void aRecentFileSaysWhenItWasWritten() throws Exception {
    Path file = saved("a.drawbridge");
    Instant morning = TODAY.atTime(9, 5).atZone(ZONE).toInstant();
    Files.setLastModifiedTime(file, FileTime.from(morning));
    opened(file);
    shortcut(KeyCode.W);
    until(() -> lookup("Today 09:05").tryQuery().filter(Node::isVisible).isPresent());
  }

  private List<Hyperlink> links() {
    return lookup("#start").query().lookupAll(".recent-row .hyperlink").stream()
        .filter(Node::isVisible)
        .map(Hyperlink.class::cast)
        .toList();
  }
}

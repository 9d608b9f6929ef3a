package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.store.DesignStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class TabsTest extends OpenWindow {
  private final Document good = Template.THREE_TIER.design(Language.ENGLISH);
  private final Document planted = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  @TempDir Path folder;

  private Path saved(String name, Document design) {
    Path file = folder.resolve(name);
    assertEquals(List.of(), DesignStore.save(file, design).issues());
    return file;
  }

  private void openFiles(Path... files) {
    interact(() -> window.workspace().opening().open(List.of(files)));
    loaded();
  }

  private List<String> tabs() {
    return call(() -> pane().getTabs().stream().map(Tab::getText).toList());
  }

  private TabPane pane() {
    return lookup("#designs").queryAs(TabPane.class);
  }

  private void change() {
    interact(() -> session().commit(Move.of(document().nodes().getFirst().id(), 8, 8)));
  }

  private Point2D tab(String text) {
    return call(
        () -> {
          javafx.scene.Node label =
              pane().lookupAll(".tab-label").stream()
                  .filter(node -> ((javafx.scene.control.Label) node).getText().equals(text))
                  .findFirst()
                  .orElseThrow();
          Bounds on = label.localToScreen(label.getLayoutBounds());
          return new Point2D(on.getCenterX(), on.getCenterY());
        });
  }

  @Test
  void eachFileHasATabAndTheUntouchedDesignMakesRoom() {
    openFiles(saved("가게.drawbridge", good), saved("b.drawbridge", planted));
    assertEquals(List.of("가게.drawbridge", "b.drawbridge"), tabs());
    assertEquals(planted, document());
    assertEquals(List.of(), dialogs.asked);
  }

  @Test
  void aFileThatIsOpenIsShownAndNotOpenedTwice() throws Exception {
    Path file = saved("a.drawbridge", good);
    Path link = Files.createSymbolicLink(folder.resolve("link.drawbridge"), file);
    openFiles(file, saved("b.drawbridge", planted));
    openFiles(link);
    assertEquals(List.of("a.drawbridge", "b.drawbridge"), tabs());
    assertEquals(good, document());
  }

  @Test
  void everyDesignKeepsItsHistorySelectionAndCamera() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", planted));
    change();
    Document changed = document();
    ElementId chosen = changed.nodes().getLast().id();
    Camera camera = call(() -> session().state().camera()).panned(30, 40);
    interact(
        () ->
            session()
                .update(state -> state.withSelection(Selection.of(chosen)).withCamera(camera)));
    shortcut(KeyCode.TAB);
    assertEquals(good, document());
    assertTrue(call(() -> session().state().selection().isEmpty()));
    assertFalse(call(() -> session().state().history().canUndo()));
    shortcut(KeyCode.PAGE_UP);
    assertSame(changed, document());
    assertEquals(camera, call(() -> session().state().camera()));
    assertEquals(chosen, call(() -> session().state().selection().single().orElseThrow()));
    shortcut(KeyCode.Z);
    assertEquals(planted, document());
  }

  @Test
  void theProblemsAreThoseOfTheDesignInFront() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", planted));
    checked();
    assertTrue(lists("DMZ-001"));
    choose("DMZ-001");
    shortcut(KeyCode.TAB);
    checked();
    assertFalse(lists("DMZ-001"));
    assertTrue(call(() -> session().state().selection().isEmpty()));
    shortcut(KeyCode.SHIFT, KeyCode.TAB);
    checked();
    assertTrue(lists("DMZ-001"));
  }

  @Test
  void whatIsBeingTypedGoesIntoTheDesignInWhichItIsTyped() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", good));
    ElementId id = good.nodes().getFirst().id();
    interact(() -> session().update(state -> state.withSelection(Selection.of(id))));
    interact(() -> lookup("#inspector-name").queryTextInputControl().requestFocus());
    interact(() -> lookup("#inspector-name").queryTextInputControl().setText("typed"));
    shortcut(KeyCode.TAB);
    assertEquals(good, document());
    shortcut(KeyCode.TAB);
    assertEquals("typed", document().node(id).name());
  }

  @Test
  void theInspectorShowsTheElementOfTheDesignInFrontEvenWhereIdsAreTheSame() {
    Node region = good.nodes().getFirst();
    Document other =
        Document.of(
            good.elements().values().stream()
                .map(element -> element == region ? region.withName("another name") : element)
                .toList(),
            good.settings(),
            good.extras());
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", other));
    Runnable select =
        () -> session().update(state -> state.withSelection(Selection.of(region.id())));
    interact(select);
    shortcut(KeyCode.TAB);
    interact(select);
    assertEquals(region.name(), lookup("#inspector-name").queryTextInputControl().getText());
    shortcut(KeyCode.TAB);
    assertEquals("another name", lookup("#inspector-name").queryTextInputControl().getText());
  }

  @Test
  void aTabIsMarkedWhileItsDesignIsNotSaved() {
    openFiles(saved("a.drawbridge", good));
    change();
    assertEquals(List.of("• a.drawbridge"), tabs());
    shortcut(KeyCode.S);
    assertEquals(List.of("a.drawbridge"), tabs());
  }

  @Test
  void newOpensATabAndClosingGoesToItsNeighbour() {
    openFiles(saved("a.drawbridge", good));
    shortcut(KeyCode.N);
    assertTrue(document().elements().isEmpty());
    assertEquals(2, tabs().size());
    shortcut(KeyCode.W);
    assertEquals(List.of("a.drawbridge"), tabs());
    assertEquals(good, document());
    shortcut(KeyCode.W);
    assertTrue(document().elements().isEmpty());
    assertTrue(stage.isShowing());
    shortcut(KeyCode.W);
    assertFalse(call(stage::isShowing));
  }

  @Test
  void theMouseChoosesAndTheMiddleButtonCloses() {
    openFiles(
        saved("a.drawbridge", good), saved("b.drawbridge", planted), saved("c.drawbridge", good));
    clickAt(tab("a.drawbridge"));
    assertEquals("a.drawbridge", call(() -> window.workspace().files().name()));
    clickAt(tab("b.drawbridge"), MouseButton.MIDDLE);
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> pane().getTabs().size() == 2);
    assertEquals(List.of("a.drawbridge", "c.drawbridge"), tabs());
    assertEquals("a.drawbridge", call(() -> window.workspace().files().name()));
  }

  @Test
  void tabsAreArrangedInAnyOrder() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", planted));
    interact(() -> pane().getTabs().sort((one, two) -> two.getText().compareTo(one.getText())));
    assertEquals(
        List.of("b.drawbridge", "a.drawbridge"),
        call(
            () ->
                window.workspace().designs().all().stream()
                    .map(window.workspace().files()::name)
                    .toList()));
    shortcut(KeyCode.TAB);
    assertEquals("a.drawbridge", call(() -> window.workspace().files().name()));
  }

  @Test
  void aWindowWithSeveralUnsavedDesignsAsksOnceAndNamesThem() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", planted));
    change();
    shortcut(KeyCode.TAB);
    change();
    shortcut(KeyCode.N);
    dialogs.unsaved = Dialogs.Unsaved.CANCEL;
    shortcut(KeyCode.Q);
    assertTrue(call(stage::isShowing));
    assertEquals(List.of("unsaved a.drawbridge, b.drawbridge"), dialogs.asked);
    dialogs.unsaved = Dialogs.Unsaved.SAVE;
    shortcut(KeyCode.Q);
    assertFalse(call(stage::isShowing));
    assertNotSame(
        good, DesignStore.open(folder.resolve("a.drawbridge")).map(DesignStore.Opened::document));
    assertEquals(
        good.node(good.nodes().getFirst().id()).bounds().x() + 8,
        read("a.drawbridge").node(good.nodes().getFirst().id()).bounds().x());
  }

  private Document read(String name) {
    return ((dev.drawbridge.base.Outcome.Ok<DesignStore.Opened>)
            DesignStore.open(folder.resolve(name)))
        .value()
        .document();
  }

  @Test
  void aDesignIsNotSavedOverTheFileOfAnotherTab() {
    Path file = saved("a.drawbridge", good);
    openFiles(file, saved("b.drawbridge", planted));
    dialogs.next = file;
    shortcut(KeyCode.SHIFT, KeyCode.S);
    assertEquals("ui.files.open-elsewhere", dialogs.reported.getFirst().key());
    assertEquals(good, read("a.drawbridge"));
  }
}

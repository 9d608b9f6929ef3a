package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What is open at the end is open at the start, however the end came.
class RestoreTest extends OpenWindow {
  private final Document good = Template.THREE_TIER.design(Language.ENGLISH);
  private final Document planted = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  private final List<Memory> memories = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  @TempDir Path folder;

  @Override
  public void start(Stage shared) {
    remember();
    memories.add(memory);
    super.start(shared);
    stages.add(stage);
  }

  @AfterEach
  void letGo() {
    interact(() -> stages.forEach(Stage::hide));
    memories.forEach(Memory::end);
  }

  /// The program ends without any of the things that it does at its end.
  private void crash() {
    loaded();
    memory.recovery().orElseThrow().close();
  }

  private void quit() {
    shortcut(KeyCode.Q);
    assertFalse(call(stage::isShowing));
    memory.end();
  }

  private void startAgain(Path... files) {
    interact(
        () -> {
          memory = Memory.in(data);
          memories.add(memory);
          stage = new Stage();
          stages.add(stage);
          stage.setWidth(1560);
          stage.setHeight(1160);
          window =
              new MainWindow(
                  stage,
                  Work.services(Ids.from(new Random(6)), () -> TODAY, ZONE),
                  texts,
                  appearance,
                  memory,
                  dialogs);
          window.show(List.of(files));
        });
    loaded();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Path saved(String name, Document design) {
    Path file = folder.resolve(name);
    assertEquals(List.of(), DesignStore.save(file, design).issues());
    return file;
  }

  private void openFiles(Path... files) {
    interact(() -> window.workspace().opening().open(List.of(files)));
    loaded();
  }

  private void change() {
    interact(() -> session().commit(Move.of(document().nodes().getFirst().id(), 8, 8)));
  }

  private List<String> names() {
    return call(
        () ->
            window.workspace().designs().all().stream()
                .map(window.workspace().files()::name)
                .toList());
  }

  private String notice() {
    return call(
        () -> session().state().notice() instanceof Notice.Said(String key, var _) ? key : "");
  }

  @Test
  void whatWasOpenIsOpenAgainWithCameraAndSelection() {
    openFiles(saved("하나.drawbridge", good), saved("둘.drawbridge", planted));
    Camera camera = call(() -> session().state().camera()).panned(123, 45);
    Selection chosen = Selection.of(planted.nodes().get(3).id(), planted.nodes().get(4).id());
    interact(() -> session().update(state -> state.withCamera(camera).withSelection(chosen)));
    shortcut(KeyCode.TAB);
    loaded();
    quit();
    startAgain();
    assertEquals(List.of("하나.drawbridge", "둘.drawbridge"), names());
    assertEquals(good, document());
    assertFalse(call(() -> session().state().isDirty()));
    shortcut(KeyCode.TAB);
    assertEquals(planted, document());
    assertEquals(camera, call(() -> session().state().camera()));
    assertEquals(chosen, call(() -> session().state().selection()));
    assertEquals(List.of(), dialogs.asked);
  }

  @Test
  void afterACrashNothingIsLost() throws Exception {
    Path file = saved("a.drawbridge", good);
    openFiles(file);
    change();
    Document changed = document();
    interact(() -> window.workspace().opening().create(planted));
    change();
    Document untitled = document();
    crash();
    byte[] before = Files.readAllBytes(file);
    startAgain();
    assertEquals(untitled, document());
    assertTrue(call(() -> session().state().isDirty()));
    assertEquals("ui.restore.recovered", notice());
    shortcut(KeyCode.TAB);
    assertEquals(changed, document());
    assertTrue(call(() -> session().state().isDirty()));
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file)), "nothing saved itself");
    shortcut(KeyCode.S);
    assertEquals(changed, opened(file));
    loaded();
    crash();
    startAgain();
    assertEquals(List.of("a.drawbridge", planted.settings().title()), names());
    assertFalse(call(() -> session().state().isDirty()));
  }

  @Test
  void whatTheUserGaveUpDoesNotComeBack() {
    openFiles(saved("a.drawbridge", good));
    change();
    interact(() -> window.workspace().opening().create(planted));
    change();
    loaded();
    dialogs.unsaved = Dialogs.Unsaved.DISCARD;
    quit();
    startAgain();
    assertEquals(List.of("a.drawbridge"), names());
    assertEquals(good, document());
  }

  @Test
  void aMissingFileIsToldAndIsNoError() throws Exception {
    Path file = saved("gone.drawbridge", good);
    openFiles(file, saved("there.drawbridge", planted));
    quit();
    Files.delete(file);
    startAgain();
    assertEquals(List.of("there.drawbridge"), names());
    assertEquals("ui.restore.missing", notice());
    assertEquals(List.of(), dialogs.reported);
  }

  @Test
  void whatWasNotSavedOutlivesItsFile() throws Exception {
    Path file = saved("gone.drawbridge", good);
    openFiles(file);
    change();
    Document changed = document();
    crash();
    Files.delete(file);
    startAgain();
    assertEquals(changed, document());
    shortcut(KeyCode.S);
    assertEquals(changed, opened(file));
  }

  @Test
  void filesThatAreAskedForComeInFrontOfWhatWasOpen() {
    openFiles(saved("a.drawbridge", good));
    quit();
    startAgain(saved("b.drawbridge", planted));
    assertEquals(List.of("a.drawbridge", "b.drawbridge"), names());
    assertEquals(planted, document());
  }

  @Test
  void itCanBeSwitchedOffAndThenOnlyUnsavedWorkComesBack() {
    openFiles(saved("a.drawbridge", good), saved("b.drawbridge", planted));
    change();
    Document changed = document();
    interact(() -> memory.preferences().restoresProperty().set(false));
    crash();
    memory.preferences().end();
    startAgain();
    assertEquals(List.of("b.drawbridge"), names());
    assertEquals(changed, document());
    dialogs.unsaved = Dialogs.Unsaved.DISCARD;
    quit();
    startAgain();
    assertEquals(Document.EMPTY, document());
  }

  @Test
  void anotherProgramThatRunsKeepsItsOwn() {
    openFiles(saved("a.drawbridge", good));
    change();
    Document first = document();
    loaded();
    startAgain();
    assertEquals(Document.EMPTY, document(), "the first still runs");
    interact(() -> window.workspace().opening().create(planted));
    change();
    Document second = document();
    crash();
    memories.getFirst().recovery().orElseThrow().close();
    startAgain();
    List<Document> all =
        call(() -> window.workspace().designs().all().stream().map(OpenDesign::document).toList());
    assertEquals(List.of(first, second), all);
  }

  private static Document opened(Path file) {
    return ((Outcome.Ok<DesignStore.Opened>) DesignStore.open(file)).value().document();
  }
}

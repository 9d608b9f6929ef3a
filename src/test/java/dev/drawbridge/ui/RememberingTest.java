package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The window begins as it was left.
class RememberingTest extends OpenWindow {
  private final List<Memory> memories = new ArrayList<>();

  @Override
  public void start(Stage shared) {
    remember();
    memories.add(memory);
    super.start(shared);
  }

  @AfterEach
  void letGo() {
    interact(stage::hide);
    memories.forEach(Memory::end);
  }

  private void end() {
    interact(stage::hide);
    memory.end();
  }

  /// Ends the program and starts it again, in the environment's language.
  private void again() {
    end();
    begin();
  }

  private void begin() {
    memory = Memory.in(data);
    memories.add(memory);
    interact(
        () -> {
          stage = new Stage();
          texts = new Texts(Language.ENGLISH);
          appearance = new Appearance();
          window = new MainWindow(stage, services(), texts, appearance, memory, dialogs);
          window.show(List.of());
        });
    loaded();
  }

  private List<Double> dividers() {
    return call(
        () ->
            lookup(".split-pane").queryAllAs(SplitPane.class).stream()
                .flatMap(pane -> pane.getDividers().stream())
                .map(SplitPane.Divider::getPosition)
                .toList());
  }

  @Test
  void languageAndThemeAreThoseThatTheUserChose() {
    interact(() -> window.commands().get("language-ko").run());
    interact(() -> window.commands().get("theme-dark").run());
    again();
    assertEquals(Language.KOREAN, call(() -> texts.language().get()));
    assertEquals(Appearance.Choice.DARK, call(() -> appearance.choiceProperty().get()));
    interact(() -> window.commands().get("theme-system").run());
    interact(() -> window.commands().get("language-en").run());
    again();
    assertEquals(Appearance.Choice.SYSTEM, call(() -> appearance.choiceProperty().get()));
    assertEquals(Language.ENGLISH, call(() -> texts.language().get()));
  }

  @Test
  void whoChoseNothingHasWhatTheSystemSays() {
    again();
    assertEquals(Language.ENGLISH, call(() -> texts.language().get()));
    assertEquals(Appearance.Choice.SYSTEM, call(() -> appearance.choiceProperty().get()));
  }

  @Test
  void theWindowIsWhereItWasAndItsPartsAreDividedAsTheyWere() {
    interact(
        () -> {
          stage.setX(40);
          stage.setY(30);
          stage.setWidth(1300);
          stage.setHeight(840);
        });
    interact(() -> window.commands().get("new-blank").run()); // all parts are there
    interact(() -> window.giveBottom(0.4));
    List<Double> before = dividers();
    again();
    interact(() -> window.commands().get("new-blank").run());
    assertEquals(
        new Rect(40, 30, 1300, 840),
        call(() -> new Rect(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    List<Double> after = dividers();
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i), after.get(i), 0.01);
    }
  }

  @Test
  void aWindowOnAScreenThatIsGoneComesBackToOneThatIsThere() throws IOException {
    end();
    Files.writeString(
        data.resolve("preferences.json"),
        "{\"window\": {\"bounds\": [90000, 90000, 1300, 840], \"dividers\": [0.1, 7]}}");
    begin();
    assertTrue(call(() -> stage.getX() < 4000 && stage.getY() < 4000));
  }

  @Test
  void brokenSettingsAreSaidInOneLineAndPutAside() throws IOException {
    end();
    Path file = data.resolve("preferences.json");
    Files.writeString(file, "{ \"theme\": ");
    begin();
    String told = call(() -> lookup("#status-notice").queryAs(Label.class).getText());
    assertTrue(told.startsWith("The settings cannot be read"), told);
    assertEquals(1, told.lines().count());
    assertEquals("{ \"theme\": ", Files.readString(data.resolve("preferences.json.broken")));
    assertFalse(call(() -> window.session().state().isDirty()));
  }
}

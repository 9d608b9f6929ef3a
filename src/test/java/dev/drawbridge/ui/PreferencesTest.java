package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("preferences.json");
  }

  private Preferences again(Preferences before) {
    before.end();
    return new Preferences(file);
  }

  @Test
  void recentFilesAreThereAtTheNextStartTheLatestFirst() {
    Preferences preferences = new Preferences(file);
    Path one = folder.resolve("쇼핑몰 설계.drawbridge");
    Path two = folder.resolve("b \"quoted\".drawbridge");
    preferences.used(one);
    preferences.used(two);
    preferences.used(one);
    assertEquals(List.of(one, two), again(preferences).recent());
  }

  @Test
  void onlyTheLatestAreKept() {
    Preferences preferences = new Preferences(file);
    IntStream.range(0, 30).forEach(i -> preferences.used(folder.resolve(i + ".drawbridge")));
    List<Path> kept = again(preferences).recent();
    assertEquals(Preferences.MOST_RECENT, kept.size());
    assertEquals(folder.resolve("29.drawbridge"), kept.getFirst());
  }

  @Test
  void aFileThatWasForgottenStaysSo() {
    Preferences preferences = new Preferences(file);
    preferences.used(folder.resolve("a"));
    preferences.used(folder.resolve("b"));
    preferences.forget(folder.resolve("b"));
    assertEquals(List.of(folder.resolve("a")), again(preferences).recent());
  }

  @Test
  void restoringIsOnUntilItIsSwitchedOff() {
    Preferences preferences = new Preferences(file);
    assertTrue(preferences.restoresProperty().get());
    preferences.restoresProperty().set(false);
    assertFalse(again(preferences).restoresProperty().get());
  }

  @Test
  void keysThatWereChangedAreThereAtTheNextStart() {
    Preferences preferences = new Preferences(file);
    KeyCombination keys = KeyCombination.valueOf("Shortcut+Alt+U");
    preferences.keymap().set("undo", List.of(keys));
    preferences.keymap().set("redo", List.of());
    preferences = again(preferences);
    assertEquals(Map.of("undo", List.of(keys), "redo", List.of()), preferences.keymap().changes());
    preferences.keymap().reset("undo");
    assertEquals(Map.of("redo", List.of()), again(preferences).keymap().changes());
  }

  @Test
  void theMinimapIsShownUntilItIsHidden() {
    Preferences preferences = new Preferences(file);
    assertTrue(preferences.minimapProperty().get());
    preferences.minimapProperty().set(false);
    assertFalse(again(preferences).minimapProperty().get());
  }

  @Test
  void theGridIsThereUntilItIsTurnedOff() {
    Preferences preferences = new Preferences(file);
    assertTrue(preferences.gridProperty().get());
    preferences.gridProperty().set(false);
    assertFalse(again(preferences).gridProperty().get());
  }

  @Test
  void rulersAreThereOnceTheyAreAskedFor() {
    Preferences preferences = new Preferences(file);
    assertFalse(preferences.rulersProperty().get());
    preferences.rulersProperty().set(true);
    assertTrue(again(preferences).rulersProperty().get());
  }

  @Test
  void theFolderOfIconsIsRememberedAndForgotten() {
    Preferences preferences = new Preferences(file);
    preferences.iconsProperty().set(folder.resolve("아이콘"));
    preferences = again(preferences);
    assertEquals(folder.resolve("아이콘"), preferences.iconsProperty().get());
    preferences.iconsProperty().set(null);
    assertNull(again(preferences).iconsProperty().get());
  }

  @Test
  void aDamagedFileCountsAsNone() throws Exception {
    for (String damaged : List.of("", "{", "[1]", "{\"recent\": 7, \"restoreSession\": \"x\"}")) {
      Files.writeString(file, damaged);
      Preferences preferences = new Preferences(file);
      assertEquals(List.of(), preferences.recent(), damaged);
      assertTrue(preferences.restoresProperty().get(), damaged);
      preferences.end();
    }
  }

  @Test
  void pathsOfAnotherSystemAndNoPathsAreLeftOut() throws Exception {
    Files.writeString(file, "{\"recent\": [\"C:\\\\x\", \"\", 3, \"\\u0000\", \"/srv/a\"]}");
    Preferences preferences = new Preferences(file);
    assertEquals(List.of(Path.of("/srv/a")), preferences.recent());
    preferences.end();
  }

  @Test
  void whatALaterVersionKeepsIsKept() throws Exception {
    Files.writeString(file, "{\"recent\": [], \"later\": {\"a\": [1, 2]}}");
    Preferences preferences = new Preferences(file);
    preferences.used(folder.resolve("a"));
    preferences.end();
    assertTrue(Files.readString(file).contains("\"later\""), Files.readString(file));
  }
}

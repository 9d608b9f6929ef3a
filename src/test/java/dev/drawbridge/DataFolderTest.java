package dev.drawbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private static final Path HOME = Path.of("/home/kim");

  @Test
  void linuxKeepsStateWhereXdgSaysOrInTheHomeFolder() {
    assertEquals(HOME.resolve(".local/state/drawbridge"), DataFolder.of("Linux", Map.of(), HOME));
    assertEquals(
        Path.of("/var/kim/drawbridge"),
        DataFolder.of("Linux", Map.of("XDG_STATE_HOME", "/var/kim"), HOME));
  }

  @Test
  void aRelativeOrImpossiblePathIsIgnored() {
    for (String bad : new String[] {"state", "", "\0"}) {
      assertEquals(
          HOME.resolve(".local/state/drawbridge"),
          DataFolder.of("Linux", Map.of("XDG_STATE_HOME", bad), HOME));
    }
  }

  @Test
  void macAndWindowsKeepItWhereTheyKeepSuchThings() {
    assertEquals(
        HOME.resolve("Library/Application Support/Drawbridge"),
        DataFolder.of("Mac OS X", Map.of(), HOME));
    assertEquals(
        HOME.resolve("AppData/Local/Drawbridge"), DataFolder.of("Windows 11", Map.of(), HOME));
    assertEquals(
        Path.of("/local/Drawbridge"),
        DataFolder.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME));
  }
}

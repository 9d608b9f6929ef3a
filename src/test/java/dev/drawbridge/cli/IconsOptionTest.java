package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export --icons`.
class IconsOptionTest {
  private static final Path GOOD = Path.of("assets", "samples", "three-tier.drawbridge");
  private final Shell shell = new Shell();
  @TempDir Path folder;

  private Path icons() throws Exception {
    Path icons = Files.createDirectories(folder.resolve("아이콘"));
    Files.writeString(
        icons.resolve("Arch_Amazon-RDS_48.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 80\"><rect width=\"80\""
            + " height=\"80\" fill=\"#c925d1\"/></svg>");
    return icons;
  }

  @Test
  void picturesShowTheIconsOfTheFolder() throws Exception {
    Path plain = folder.resolve("plain.svg");
    Path other = folder.resolve("other.svg");
    shell.run("export", GOOD, "--svg", plain).expect(0);
    shell.run("export", GOOD, "--svg", other, "--icons", icons()).expect(0);
    assertFalse(Files.readString(plain).contains("#c925d1"));
    assertTrue(Files.readString(other).contains("#c925d1"));
    for (String format : new String[] {"png", "pdf"}) {
      Path a = folder.resolve("a." + format);
      Path b = folder.resolve("b." + format);
      shell.run("export", GOOD, "--" + format, a).expect(0);
      shell.run("export", GOOD, "--" + format, b, "--icons", icons()).expect(0);
      assertTrue(Files.mismatch(a, b) >= 0, format);
    }
  }

  @Test
  void anIconThatCannotBeReadIsToldAndThePictureMade() throws Exception {
    Path icons = icons();
    Files.writeString(icons.resolve("Arch_AWS-WAF_48.svg"), "<svg><script/></svg>");
    Path out = folder.resolve("x.svg");
    Shell.Result result = shell.run("export", GOOD, "--svg", out, "--icons", icons).expect(0);
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains("Arch_AWS-WAF_48.svg"), result.err());
    assertTrue(Files.exists(out));
  }

  @Test
  void aFolderWithoutIconsIsRefusedAndNothingWritten() throws Exception {
    Path out = folder.resolve("x.svg");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    for (Path bad : new Path[] {empty, folder.resolve("gone"), GOOD}) {
      Shell.Result result = shell.run("export", GOOD, "--svg", out, "--icons", bad).expect(2);
      assertEquals(1, result.err().lines().count(), result.err());
      assertFalse(Files.exists(out));
    }
  }
}

package dev.drawbridge.terraform.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.terraform.write.OwnedFolder.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedFolderTest {
  private static final List<GeneratedFile> FIRST =
      List.of(
          new GeneratedFile("network.tf", "a = 1\nb = 2\n"),
          new GeneratedFile("iam.tf", "c = 3\n"),
          new GeneratedFile("templates/web.sh.tftpl", "echo\n"));
  private static final List<GeneratedFile> SECOND =
      List.of(
          new GeneratedFile("network.tf", "a = 1\nb = 5\n"),
          new GeneratedFile("compute.tf", "d = 4\n"));

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void chooseFolder() {
    folder = temp.resolve("module");
  }

  private Report export(List<GeneratedFile> files, boolean force) {
    Outcome<Report> outcome = OwnedFolder.export(folder, files, force);
    return switch (outcome) {
      case Outcome.Ok<Report>(var report, _) -> report;
      case Outcome.Failed<Report> _ -> throw new AssertionError(told(outcome));
    };
  }

  private List<String> refused(List<GeneratedFile> files, boolean force) {
    Map<String, String> before = content();
    Outcome<Report> outcome = OwnedFolder.export(folder, files, force);
    assertInstanceOf(Outcome.Failed.class, outcome);
    assertEquals(before, content(), "a refused export changes nothing");
    return told(outcome);
  }

  private static List<String> told(Outcome<Report> outcome) {
    outcome.issues().forEach(issue -> issue.text(Messages.in(Language.KOREAN)));
    return outcome.issues().stream().map(i -> i.text(Messages.in(Language.ENGLISH))).toList();
  }

  /// Every file under the temporary folder, the manifests too, with its content.
  private Map<String, String> content() {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(temp.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  private List<String> paths() {
    return content().keySet().stream().map(path -> path.replace("module/", "")).toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void writesIntoAFolderThatIsNotThereYet() {
    Report report = export(FIRST, false);
    assertEquals(List.of("network.tf", "iam.tf", "templates/web.sh.tftpl"), report.written());
    assertEquals(
        List.of(".drawbridge/manifest.json", "iam.tf", "network.tf", "templates/web.sh.tftpl"),
        paths());
    assertEquals("c = 3\n", content().get("module/iam.tf"));
  }

  @Test
  void aSecondExportChangesNoByteAndNoTime() throws IOException {
    export(FIRST, false);
    Map<String, String> before = content();
    FileTime past = FileTime.fromMillis(1_000_000_000_000L);
    for (String path : before.keySet()) {
      Files.setLastModifiedTime(temp.resolve(path), past);
    }
    Report report = export(FIRST, false);
    assertEquals(List.of(), report.written());
    assertEquals(3, report.unchanged().size());
    assertEquals(before, content());
    for (String path : before.keySet()) {
      assertEquals(past, Files.getLastModifiedTime(temp.resolve(path)), path);
    }
  }

  @Test
  void removesWhatIsNoLongerNeededAndKeepsWhatIsNotItsOwn() throws IOException {
    export(FIRST, false);
    write("extra.tf", "mine");
    write("templates/mine.tftpl", "mine");
    Report report = export(SECOND, false);
    assertEquals(List.of("network.tf", "compute.tf"), report.written());
    assertEquals(List.of("iam.tf", "templates/web.sh.tftpl"), report.removed());
    assertEquals(
        List.of(
            ".drawbridge/manifest.json",
            "compute.tf",
            "extra.tf",
            "network.tf",
            "templates/mine.tftpl"),
        paths());
    Files.delete(folder.resolve("templates/mine.tftpl"));
    Files.delete(folder.resolve("templates"));
    export(FIRST, false);
    export(SECOND, false);
    assertFalse(Files.exists(folder.resolve("templates")), "a folder that became empty goes too");
  }

  @Test
  void refusesToOverwriteWhatWasEditedAndShowsTheDifference() throws IOException {
    export(FIRST, false);
    write("network.tf", "a = 1\nb = 99\n");
    assertEquals(
        List.of(
            """
            network.tf: was edited by hand; --force overwrites it
            --- a/network.tf
            +++ b/network.tf
            @@ -1,2 +1,2 @@
             a = 1
            -b = 99
            +b = 5\
            """),
        refused(SECOND, false));
    Report report = export(SECOND, true);
    assertTrue(report.written().contains("network.tf"));
    assertEquals("a = 1\nb = 5\n", content().get("module/network.tf"));
  }

  @Test
  void refusesToRemoveWhatWasEdited() throws IOException {
    export(FIRST, false);
    write("iam.tf", "c = 4\n");
    List<String> told = refused(SECOND, false);
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("iam.tf: is no longer needed, but"), told.getFirst());
    export(SECOND, true);
    assertFalse(Files.exists(folder.resolve("iam.tf")));
  }

  @Test
  void neverOverwritesAForeignFileEvenByForce() throws IOException {
    write("network.tf", "mine\n");
    List<String> told = refused(FIRST, true);
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("network.tf: was not written by Drawbridge"));
    assertTrue(told.getFirst().contains("-mine\n"));
  }

  @Test
  void adoptsAFileThatAlreadySaysTheSame() throws IOException {
    write("network.tf", "a = 1\nb = 2\n");
    Report report = export(FIRST, false);
    assertEquals(List.of("network.tf"), report.unchanged());
    export(SECOND, false);
  }

  @Test
  void writesAgainWhatSomebodyDeleted() throws IOException {
    export(FIRST, false);
    Files.delete(folder.resolve("iam.tf"));
    assertEquals(List.of("iam.tf"), export(FIRST, false).written());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void neverFollowsALinkOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("web.sh.tftpl"), "precious");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("templates"), outside);
    assertEquals(
        List.of("templates: is a link; Drawbridge does not follow links out of the folder"),
        refused(FIRST, true));
    Files.delete(folder.resolve("templates"));

    Files.createSymbolicLink(folder.resolve("iam.tf"), outside.resolve("web.sh.tftpl"));
    assertTrue(refused(FIRST, true).getFirst().startsWith("iam.tf: is a link"));
    Files.delete(folder.resolve("iam.tf"));

    Files.createSymbolicLink(folder.resolve(".drawbridge"), outside);
    assertTrue(refused(FIRST, true).getFirst().startsWith(".drawbridge: is a link"));
    assertEquals("precious", Files.readString(outside.resolve("web.sh.tftpl")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void doesNotRemoveThroughALink() throws IOException {
    export(FIRST, false);
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("web.sh.tftpl"), "echo\n");
    Files.delete(folder.resolve("templates/web.sh.tftpl"));
    Files.delete(folder.resolve("templates"));
    Files.createSymbolicLink(folder.resolve("templates"), outside);
    assertTrue(refused(SECOND, true).getFirst().startsWith("templates: is a link"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void theFolderItselfMayBeReachedByALink() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Files.createSymbolicLink(folder, real);
    export(FIRST, false);
    assertTrue(Files.exists(real.resolve("network.tf")));
  }

  @Test
  void saysWhatStandsInTheWay() throws IOException {
    write("network.tf/x", "");
    write("templates", "");
    assertEquals(
        List.of(
            "network.tf: a folder stands where a file is to be written",
            "templates: a file stands where a folder is needed"),
        refused(FIRST, true));
    folder = folder.resolve("templates");
    assertEquals(List.of(folder + ": is a file, not a folder"), refused(FIRST, true));
  }

  @Test
  void aFolderThatCannotBeMadeIsAnIssue() throws IOException {
    write("file", "");
    Path file = folder.resolve("file");
    folder = file.resolve("module");
    assertEquals(List.of(file + ": a file stands where a folder is needed"), refused(FIRST, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "not json",
        "{\n  \"version\": 1,\n  \"files\": {\n    \"../evil\": \"0\"\n  }\n}\n",
        "{\n  \"version\": 1,\n  \"files\": {\n    \"..\": "
            + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n  }\n}\n",
        "{\n  \"version\": 1,\n  \"files\": {\n    \"/etc/passwd\": "
            + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n  }\n}\n",
      })
  void aManifestThatIsNotOursIsRefused(String manifest) throws IOException {
    write(".drawbridge/manifest.json", manifest);
    assertTrue(
        refused(FIRST, true)
            .getFirst()
            .startsWith(".drawbridge/manifest.json: does not say which files"));
  }

  @Test
  void aFailureInTheMiddleIsUndone() throws IOException {
    export(FIRST, false);
    write("blocked", "a file where a folder would be needed");
    Map<String, String> before = content();
    List<GeneratedFile> files =
        List.of(
            new GeneratedFile("network.tf", "new\n"),
            new GeneratedFile("fresh/a.tf", "new\n"),
            new GeneratedFile("blocked/b.tf", "new\n"));
    Replacement replacement = new Replacement(folder);
    assertThrows(
        IOException.class,
        () ->
            replacement.carryOut(files, List.of("iam.tf"), Manifest.of(files), Manifest.of(files)));
    assertEquals(before, content());
    assertFalse(Files.exists(folder.resolve("fresh")));
  }

  @Test
  void aFailureBeforeTheFirstFileLeavesNothingBehind() throws IOException {
    Files.createDirectories(folder);
    List<GeneratedFile> files =
        List.of(new GeneratedFile("a.tf", ""), new GeneratedFile("a.tf/b", ""));
    Replacement replacement = new Replacement(folder);
    assertThrows(
        IOException.class,
        () -> replacement.carryOut(files, List.of(), Manifest.EMPTY, Manifest.EMPTY));
    assertFalse(Files.exists(folder.resolve(".drawbridge")));
    assertEquals(List.of(), paths());
  }

  @Test
  void anInterruptedExportIsTakenUpAgain() throws IOException {
    export(FIRST, false);
    // What a kill between two replacements leaves: one file new, the manifest true of both,
    // leftovers.
    Manifest during = Manifest.of(FIRST).with(Manifest.of(SECOND));
    write(Manifest.PATH, during.text());
    write("network.tf", SECOND.getFirst().text());
    write(".drawbridge/staged/compute.tf", "d = ");
    write(".drawbridge/replaced/network.tf", "a = 1\n");
    export(SECOND, false);
    assertEquals(List.of(".drawbridge/manifest.json", "compute.tf", "network.tf"), paths());
    write(Manifest.PATH, during.text());
    Report report = export(FIRST, false);
    assertTrue(report.written().contains("network.tf"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "file modes are another matter there")
  void keepsTheModeOfAFile() throws IOException {
    export(FIRST, false);
    Files.setPosixFilePermissions(
        folder.resolve("network.tf"), PosixFilePermissions.fromString("rw-rw-r--"));
    export(SECOND, false);
    assertEquals(
        "rw-rw-r--",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("network.tf"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "../a", "a/../b", "a//b", "a\\b", "C:a", "con.tf", "NUL", "com1.x", "a.", "a b",
        "..", "한글.tf", "a\nb",
      })
  void aGeneratedFileHasAPlainName(String path) {
    assertThrows(IllegalArgumentException.class, () -> new GeneratedFile(path, ""));
  }
}

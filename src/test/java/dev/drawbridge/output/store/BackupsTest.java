package dev.drawbridge.output.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir Path folder;
  private Path data;
  private Path file;
  private Backups backups;

  @BeforeEach
  void prepare() {
    data = folder.resolve("data");
    file = folder.resolve("가게.drawbridge");
    backups = new Backups(data);
  }

  private List<Backups.Backup> kept(Path of) {
    return ((Outcome.Ok<List<Backups.Backup>>) backups.of(of)).value();
  }

  private List<String> contents() throws IOException {
    try (Stream<Backups.Backup> all = kept(file).stream()) {
      return all.map(BackupsTest::content).toList();
    }
  }

  private static String content(Backups.Backup backup) {
    try {
      return Files.readString(backup.file());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void save(String content) throws IOException {
    assertEquals(Optional.empty(), backups.keep(file));
    Files.writeString(file, content);
  }

  @Test
  void theLastTenContentsAreKeptTheLatestFirst() throws IOException {
    for (int i = 1; i <= 14; i++) {
      save("content " + i);
    }
    assertEquals(
        IntStream.rangeClosed(4, 13).map(i -> 17 - i).mapToObj(i -> "content " + i).toList(),
        contents());
    assertEquals("content 14", Files.readString(file));
  }

  @Test
  void theFirstSaveHasNothingToKeepAndOneThatChangesNothingKeepsNothingTwice() throws IOException {
    save("one");
    assertEquals(List.of(), kept(file));
    save("two");
    save("two");
    assertEquals(Optional.empty(), backups.keep(file));
    assertEquals(List.of("two", "one"), contents());
    assertEquals(Optional.empty(), backups.keep(file));
    assertEquals(List.of("two", "one"), contents());
  }

  @Test
  void aBackupTellsWhenItsContentWasWrittenAndHowLargeItIs() throws IOException {
    Instant then = Instant.parse("2029-03-04T05:06:07Z");
    Files.writeString(file, "12345");
    Files.setLastModifiedTime(file, FileTime.from(then));
    save("other");
    Backups.Backup kept = kept(file).getFirst();
    assertEquals(then, kept.written());
    assertEquals(5, kept.size());
  }

  @Test
  void aDesignThatWasSavedOverOpensFromItsBackup() {
    Document before = Documents.document(new Random(4), 20);
    DesignStore.save(file, before);
    assertEquals(Optional.empty(), backups.keep(file));
    DesignStore.save(file, Document.EMPTY);
    assertEquals(
        Outcome.ok(before),
        DesignStore.open(kept(file).getFirst().file()).map(DesignStore.Opened::document));
  }

  @Test
  void filesOfOneNameInTwoFoldersHaveTheirOwnAndALinkHasThoseOfItsFile() throws IOException {
    save("here");
    save("here again");
    Path other = Files.createDirectory(folder.resolve("b")).resolve(file.getFileName());
    Files.writeString(other, "there");
    assertEquals(List.of(), kept(other));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertEquals(kept(file), kept(link));
    assertNotEquals(List.of(), kept(link));
  }

  @Test
  void aFullDiskIsToldInOneIssueAndLeavesNoLitter() throws IOException {
    save("one");
    save("two");
    Backups full =
        new Backups(
            data,
            new Disk() {
              @Override
              public void create(Path path, FileContent content, Set<PosixFilePermission> mode)
                  throws IOException {
                Files.writeString(path, "half of it");
                throw new FileSystemException(path.toString(), null, "No space left on device");
              }
            });
    Issue issue = full.keep(file).orElseThrow();
    assertEquals("store.backup.failed", issue.key());
    assertEquals(List.of("No space left on device"), issue.arguments());
    assertEquals(List.of("one"), contents());
    try (Stream<Path> all = Files.walk(data)) {
      assertEquals(1, all.filter(Files::isRegularFile).count());
    }
    assertEquals("two", Files.readString(file));
  }

  @Test
  void aFolderThatCannotBeUsedIsToldInOneIssue() throws IOException {
    Files.writeString(data, "a file is in the way");
    Files.writeString(file, "one");
    assertEquals("store.backup.failed", backups.keep(file).orElseThrow().key());
  }

  @Test
  void nobodyElseMayReadThem() throws IOException {
    save("one");
    save("two");
    Path place = kept(file).getFirst().file().getParent();
    if (Disk.isPosix(place)) {
      for (Path path : List.of(place, data.resolve("backups"))) {
        assertEquals(
            "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    assertTrue(place.startsWith(data));
  }
}

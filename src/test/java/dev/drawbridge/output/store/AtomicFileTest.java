package dev.drawbridge.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aNewFileIsWrittenAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("새 설계.drawbridge");
    assertEquals(Outcome.ok(file), write(file, "new"));
    assertEquals("new", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aNameAsLongAsTheSystemAllowsIsNoObstacle() throws IOException {
    Path file = folder.resolve("n".repeat(255));
    write(file, "old");
    assertEquals(Outcome.ok(file), write(file, "new"));
    assertOnly(file);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theModeSurvives() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    for (String mode : List.of("rw-rw-rw-", "rw-------", "rwxr-x---")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      write(file, "new");
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkStaysALinkAndTheFileBehindItIsWritten() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path file = Files.writeString(elsewhere.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/real"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    assertEquals(Outcome.ok(file), write(second, "new").map(AtomicFileTest::real));
    assertEquals("new", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(second));

    Files.delete(file);
    write(link, "again");
    assertEquals("again", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linksThatLeadInACircleAreRefused() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, folder.resolve("two"));
    Files.createSymbolicLink(folder.resolve("two"), one);
    assertEquals("store.write.failed", key(write(one, "x")));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void allNamesOfAFileShowItsNewContent() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "the old and longer content");
    Path other = Files.createLink(folder.resolve("b"), file);
    assertEquals(Outcome.ok(file), write(file, "new"));
    assertEquals("new", Files.readString(other));
    assertOnly(file, other);
  }

  @Test
  void aWriteProtectedFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertTrue(file.toFile().setReadOnly());
    assertEquals("store.write.protected", key(write(file, "new")));
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aFolderIsNoFileAndAMissingFolderHoldsNone() throws IOException {
    assertEquals("store.write.folder", key(write(folder, "x")));
    assertEquals("store.write.no_folder", key(write(folder.resolve("none/a"), "x")));
  }

  @Test
  void whenTheDiskIsFullTheOldContentStaysAndNothingIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Disk full =
        new Disk() {
          @Override
          public void create(Path path, FileContent content, Set<PosixFilePermission> mode)
              throws IOException {
            Files.writeString(path, "half of it");
            throw new FileSystemException(path.toString(), null, "No space left on device");
          }
        };
    Issue issue = issue(AtomicFile.write(file, text("new"), full));
    assertEquals("store.write.failed", issue.key());
    assertEquals(List.of("No space left on device"), issue.arguments());
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  /// The kernel's own full disk; what is written there is no regular file, so there is nothing to keep.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceThatIsFullIsToldInOneIssue() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs the device /dev/full");
    assertEquals("store.write.failed", key(write(full, "x".repeat(100_000))));
  }

  @Test
  void whatFailsWhileItIsMadeLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Outcome<Path> outcome =
        AtomicFile.write(
            file,
            out -> {
              out.write(1);
              throw new IOException("no more");
            });
    assertEquals("store.write.failed", key(outcome));
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void aFileThatIsHeldForAMomentIsTriedAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    List<Integer> pauses = new ArrayList<>();
    Disk busy =
        new Disk() {
          @Override
          public void replace(Path from, Path to) throws IOException {
            if (pauses.size() < 3) {
              throw new AccessDeniedException(to.toString());
            }
            Disk.super.replace(from, to);
          }

          @Override
          public void pause(int attempt) {
            pauses.add(attempt);
          }
        };
    assertEquals(Outcome.ok(file), AtomicFile.write(file, text("new"), busy));
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(1, 2, 3), pauses);
    assertOnly(file);
  }

  @Test
  void aFileThatCannotBeReplacedIsWrittenInPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "the old and longer content");
    assertEquals(Outcome.ok(file), AtomicFile.write(file, text("new"), new InPlaceOnly(false)));
    assertEquals("new", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void whenWritingInPlaceFailsTheOldContentIsPutBack() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Disk disk = new InPlaceOnly(true);
    assertEquals("store.write.failed", key(AtomicFile.write(file, text("newer"), disk)));
    assertEquals("old", Files.readString(file));
    assertOnly(file);
  }

  @Test
  void whenEvenThatFailsTheBackupStaysAndIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    InPlaceOnly disk = new InPlaceOnly(true);
    disk.restores = false;
    Issue issue = issue(AtomicFile.write(file, text("newer"), disk));
    assertEquals("store.write.torn", issue.key());
    assertEquals("old", Files.readString((Path) issue.arguments().get(1)));
  }

  @Test
  void whatACrashLeftLongAgoIsClearedAwayAndWhatIsUnderWayIsNot() throws IOException {
    Path file = folder.resolve("a");
    Path old = Files.writeString(folder.resolve(".drawbridge-1-0.new"), "torn");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Path busy = Files.writeString(folder.resolve(".drawbridge-2-0.new"), "half");
    write(file, "new");
    assertOnly(file, busy);
  }

  private static Outcome<Path> write(Path file, String content) {
    return AtomicFile.write(file, text(content));
  }

  private static FileContent text(String content) {
    return out -> out.write(content.getBytes(UTF_8));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertOnly(Path... files) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      assertEquals(Stream.of(files).sorted().toList(), there.sorted().toList());
    }
  }

  private static String key(Outcome<?> outcome) {
    return issue(outcome).key();
  }

  private static Issue issue(Outcome<?> outcome) {
    assertFalse(outcome instanceof Outcome.Ok, outcome::toString);
    return outcome.issues().getFirst();
  }

  /// A disk on which no file takes the place of another; it may also fail while it writes in place.
  private static final class InPlaceOnly implements Disk {
    private final boolean fails;
    private boolean restores = true;
    private int attempts;

    InPlaceOnly(boolean fails) {
      this.fails = fails;
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      throw new AccessDeniedException(to.toString());
    }

    @Override
    public void pause(int attempt) {}

    @Override
    public void overwrite(Path file, FileContent content) throws IOException {
      attempts++;
      if (fails && (attempts == 1 || !restores)) {
        try (OutputStream out = Files.newOutputStream(file)) {
          out.write('?');
        }
        throw new FileSystemException(file.toString(), null, "Input/output error");
      }
      Disk.super.overwrite(file, content);
    }
  }
}

package dev.drawbridge.output.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignStoreTest {
  @TempDir Path folder;

  @Test
  void aSavedDesignOpensAsTheSame() {
    Path file = folder.resolve("a.drawbridge");
    Document document = Documents.document(new Random(1), 30);
    FileSnapshot saved = value(DesignStore.save(file, document));
    DesignStore.Opened opened = value(DesignStore.open(file));
    assertEquals(document, opened.document());
    assertEquals(saved, opened.snapshot());
    assertFalse(opened.design().readOnly());
  }

  @Test
  void aFileThatSomebodyElseChangedIsNoticed() throws IOException {
    Path file = folder.resolve("a.drawbridge");
    FileSnapshot snapshot = value(DesignStore.save(file, Document.EMPTY));
    assertFalse(snapshot.isOutdated(file));

    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertFalse(snapshot.isOutdated(file), "only touched");

    String text = Files.readString(file);
    Files.writeString(file, text.replace("1,", "2,"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-02T00:00:00Z")));
    assertTrue(snapshot.isOutdated(file), "of the same size");

    Files.delete(file);
    assertTrue(snapshot.isOutdated(file), "gone");
  }

  @Test
  void aSaveThatIsStoppedAtAnyMomentLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("a.drawbridge");
    Document old = Documents.document(new Random(1), 5);
    DesignStore.save(file, old);
    byte[] before = Files.readAllBytes(file);
    Document fresh = Documents.document(new Random(2), 400);
    int stops = 0;
    for (boolean saved = false; !saved; stops++) {
      int[] asked = {stops};
      try {
        value(DesignStore.save(file, fresh, () -> asked[0]-- == 0));
        saved = true;
      } catch (CancellationException e) {
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(folder)) {
          assertEquals(List.of(file), left.toList());
        }
      }
    }
    assertTrue(stops > 3, "it is asked more than once: " + stops);
    assertEquals(fresh, value(DesignStore.open(file)).document());
  }

  @Test
  void whatCannotBeReadIsToldInOneIssue() throws IOException {
    assertEquals("store.read.missing", key(folder.resolve("none")));
    assertEquals("store.read.folder", key(folder));
    assertEquals("store.json.empty", key(Files.createFile(folder.resolve("empty"))));
    Path device = Path.of("/dev/zero");
    if (Files.exists(device)) {
      assertEquals("store.read.special", key(device));
    }
  }

  private static String key(Path file) {
    Outcome<DesignStore.Opened> outcome = DesignStore.open(file);
    assertEquals(1, outcome.issues().size(), outcome::toString);
    return outcome.issues().getFirst().key();
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T> ok -> ok.value();
      case Outcome.Failed<T> failed -> throw new AssertionError(failed);
    };
  }
}

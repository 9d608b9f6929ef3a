package dev.drawbridge.output.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Point;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final int KILLS = 12;
  private static final Document DESIGN = Template.CANARY.design(Language.KOREAN);
  @TempDir Path folder;

  private Recovery open() {
    return Recovery.open(folder).orElseThrow();
  }

  private static Lying.Design lying(String key, Path file, boolean unsaved) {
    return new Lying.Design(
        key,
        file,
        new FileSnapshot(7, Instant.parse("2030-06-01T10:15:30.123456789Z"), "ab"),
        unsaved,
        new Point(-12.5, 1e6),
        0.75,
        List.of(new ElementId("vpc-1"), new ElementId("a")));
  }

  private static Document journal(Recovery recovery, String key) {
    return ((Outcome.Ok<Document>) recovery.journal(key)).value();
  }

  @Test
  void whatLayOpenIsFoundAsItWas() {
    Lying lying =
        new Lying(
            List.of(
                lying("design-1", folder.resolve("설계 하나.drawbridge"), false),
                new Lying.Design("design-2", null, null, true, Point.ORIGIN, 2, List.of())),
            1);
    try (Recovery recovery = open()) {
      recovery.write("design-2", DESIGN);
      recovery.note(lying);
    }
    try (Recovery again = open()) {
      assertEquals(lying, again.found());
      assertEquals(DESIGN, journal(again, "design-2"));
      assertEquals("design-3", again.freshKey());
    }
  }

  @Test
  void aJournalThatTheListDoesNotKnowIsFound() {
    try (Recovery recovery = open()) {
      recovery.write("design-9", DESIGN);
    }
    try (Recovery again = open()) {
      assertEquals("design-9", again.found().designs().getFirst().key());
      assertTrue(again.found().designs().getFirst().unsaved());
      assertEquals("design-10", again.freshKey());
    }
  }

  @Test
  void aFolderHasOneHolderAndTheNextTakesOverWhatIsLeft() {
    Recovery first = open();
    Recovery second = open();
    first.write("design-1", DESIGN);
    second.write("design-1", Document.EMPTY);
    second.note(new Lying(List.of(lying("design-1", null, true)), 0));
    second.close();
    try (Recovery third = open()) {
      assertEquals(1, third.found().designs().size(), "the first still holds its own");
      assertEquals(Document.EMPTY, journal(third, "design-1"));
    }
    first.close();
    try (Recovery fourth = open()) {
      List<Lying.Design> found = fourth.found().designs();
      assertEquals(2, found.size());
      assertNotEquals(found.getFirst().key(), found.getLast().key());
      assertEquals(DESIGN, journal(fourth, found.getFirst().key()));
      assertEquals(Document.EMPTY, journal(fourth, found.getLast().key()));
    }
    try (Recovery fifth = open()) {
      assertEquals(2, fifth.found().designs().size(), "taken over once and for all");
    }
  }

  @Test
  void aDamagedListLosesNoJournal() throws Exception {
    Path list;
    try (Recovery recovery = open()) {
      recovery.write("design-1", DESIGN);
      recovery.note(new Lying(List.of(lying("design-1", null, true)), 0));
      list = folder.resolve("windows").resolve("0").resolve("open.json");
    }
    for (String damaged :
        List.of(
            "",
            "nonsense",
            "{\"designs\": 3}",
            "{\"designs\": [{\"key\": \"../../x\"}, 7, {}]}",
            "{\"front\": 1e300, \"designs\": [{\"key\": \"design-1\", \"zoom\": \"x\", \"size\":"
                + " 1.5, \"modified\": \"never\", \"sha256\": \"\", \"file\": \"\\u0000\"}]}")) {
      Files.writeString(list, damaged);
      try (Recovery again = open()) {
        assertEquals(1, again.found().designs().size(), damaged);
        assertEquals("design-1", again.found().designs().getFirst().key());
        assertEquals(DESIGN, journal(again, "design-1"));
      }
    }
  }

  @Test
  void whereNothingCanBeWrittenThereIsNoRecovery() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertTrue(Recovery.open(file).isEmpty());
  }

  @Test
  void nobodyElseMayLookAtWhatLiesThere() throws Exception {
    Assumptions.assumeTrue(Disk.isPosix(folder), "POSIX permissions");
    Path data = folder.resolve("data");
    Recovery.open(data).orElseThrow().close();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
  }

  @Test
  void aJournalThatIsDroppedIsGone() {
    try (Recovery recovery = open()) {
      recovery.write("design-1", DESIGN);
      assertTrue(recovery.hasJournal("design-1"));
      recovery.drop("design-1");
      recovery.drop("design-1");
      assertFalse(recovery.hasJournal("design-1"));
    }
  }

  /// What the child reported as written is there after every kill, whole, and its lock is not.
  @Test
  void killedAtAnyMomentNothingIsTornAndNothingThatWasWrittenIsLost() throws Exception {
    Random chance = new Random(11);
    int last = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int told = runAndKill(last, 20 + chance.nextInt(250));
      try (Recovery after = open()) {
        assertEquals(1, after.found().designs().size());
        Document found = journal(after, after.found().designs().getFirst().key());
        last = Integer.parseInt(found.settings().title());
        assertTrue(last >= told, "wrote " + told + ", found " + last);
        assertEquals(DESIGN.elements(), found.elements());
      }
    }
    assertTrue(last > KILLS, "the child did work");
  }

  private int runAndKill(int from, int millis) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                folder.toString(),
                String.valueOf(from))
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      while (numbers(said).isEmpty()) { // it is not yet at work
        assertTrue(child.isAlive());
        Thread.sleep(10);
      }
      Thread.sleep(millis);
    } finally {
      child.destroyForcibly();
    }
    assertTrue(child.waitFor(20, TimeUnit.SECONDS));
    return Integer.parseInt(numbers(said).getLast());
  }

  /// The lines that were written in full.
  private static List<String> numbers(Path said) throws IOException {
    String text = Files.readString(said);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /// Keeps a design whose title counts up, and says each number once it is kept.
  static final class Writing {
    private Writing() {}

    public static void main(String[] arguments) {
      Recovery recovery = Recovery.open(Path.of(arguments[0])).orElseThrow();
      for (int i = Integer.parseInt(arguments[1]) + 1; ; i++) {
        Settings settings = DESIGN.settings().withTitle(String.valueOf(i));
        recovery.write(
            "design-1", Document.of(DESIGN.elements().values(), settings, DESIGN.extras()));
        recovery.note(new Lying(List.of(lying("design-1", null, true)), 0));
        System.out.println(i);
      }
    }
  }
}

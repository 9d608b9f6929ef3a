package dev.drawbridge.output.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that does nothing but save, again and again, and looks at what it left.
///
/// `-Ddrawbridge.kills=200` for a long run.
class KilledSaveTest {
  private static final int KILLS = Integer.getInteger("drawbridge.kills", 30);
  private static final int AT_ONCE = 3;

  @TempDir Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whateverMomentItIsKilledAtTheFileHoldsOneOfTheDesignsWhole() throws Exception {
    Set<Document> saved = Set.of(Saver.design(0), Saver.design(1), Saver.design(2));
    Set<Document> seen = new HashSet<>();
    Random random = new Random(42);
    for (int kill = 0; kill < KILLS; kill += AT_ONCE) {
      // Each of them in a file of its own, so that one start of Java costs less.
      Process saver = start(kill);
      // Some saves later, counted rather than timed so that a slow machine sees as many moments.
      saver.getInputStream().readNBytes(1 + random.nextInt(4 * AT_ONCE));
      Thread.sleep(random.nextInt(15));
      assertTrue(saver.isAlive(), "the saver saves until it is killed");
      saver.destroyForcibly().waitFor();
      for (int i = kill; i < kill + AT_ONCE; i++) {
        Path file = folder.resolve(i + ".drawbridge");
        switch (DesignStore.open(file)) {
          case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var _) -> {
            assertTrue(saved.contains(opened.document()), "the design is one that was saved");
            seen.add(opened.document());
          }
          case Outcome.Failed<DesignStore.Opened> torn -> throw new AssertionError(torn);
        }
      }
    }
    assertTrue(seen.size() > 1, "kills hit different moments");
  }

  private Process start(int first) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Saver.class.getName(),
                folder.toString(),
                String.valueOf(first),
                String.valueOf(AT_ONCE)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// The process that is killed: a thread for each file saves one design after the other.
  static final class Saver {
    static Document design(int which) {
      return Documents.document(new Random(which), 300 + 200 * which);
    }

    public static void main(String[] args) throws Exception {
      int first = Integer.parseInt(args[1]);
      int count = Integer.parseInt(args[2]);
      List<Document> designs = List.of(design(0), design(1), design(2));
      for (int i = first; i < first + count; i++) {
        DesignStore.save(Path.of(args[0], i + ".drawbridge"), designs.getFirst());
      }
      tell();
      for (int i = first; i < first + count; i++) {
        Path file = Path.of(args[0], i + ".drawbridge");
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int n = 1; ; n++) {
                    DesignStore.save(file, designs.get(n % designs.size()));
                    tell();
                  }
                });
      }
    }

    private static synchronized void tell() {
      System.out.write('.');
      System.out.flush();
    }
  }
}

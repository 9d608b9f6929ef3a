package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same network gives the same ways, word for word, wherever it is asked. What enumeration
/// constants hash to, and in which order small immutable sets run, differs from one Java virtual
/// machine to the next, so this asks two.
class SameOrderTest {

  @Test
  void everyMachineTellsTheSameWaysInTheSameOrder() throws Exception {
    // HotSpot's ways to make up identity hashes: 1 for all, and counted up.
    String one = told(2);
    assertTrue(one.length() > 10_000, () -> "too little to compare: " + one.length());
    assertEquals(one, told(3));
  }

  private static String told(int hashes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=" + hashes,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Told.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), text);
      return text;
    }
  }

  /// Prints what the engine says of a few networks.
  static final class Told {

    private Told() {}

    public static void main(String[] arguments) throws IOException {
      RandomNetworks networks = new RandomNetworks(20260150, true);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Network network = networks.next();
        Reachability reachability = Reachability.of(network);
        for (Interface host : network.interfaces().values()) {
          Origin origin = Origin.of(host.ref());
          reachability.neighbours(host.ref()).forEach(answer -> lines.add(answer.toString()));
          Spread spread = reachability.spread(List.of(origin));
          for (Ref to : spread.reached()) {
            lines.add(to + " " + spread.pathTo(to).orElseThrow().stations());
          }
          for (dev.drawbridge.network.Path path : reachability.paths(Origin.INTERNET, host.ref())) {
            lines.add(path.stations() + " " + path.verdict());
          }
        }
      }
      System.out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}

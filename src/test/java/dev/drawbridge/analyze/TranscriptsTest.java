package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule, run by itself, says of its examples word by word what is written down and was read by
/// somebody, and so do answers to who reaches whom. To write it anew: `mvn test -Dtest=TranscriptsTest -Ddrawbridge.regenerate=true`; then
/// read the difference.
class TranscriptsTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "drawbridge", "analyze", "transcripts");

  /// Of how many components at most everybody is asked about.
  private static final int FEW = 4;

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleSaysWhatIsWrittenDown(Rule rule) throws IOException {
    compare(FOLDER.resolve(rule.id() + ".txt"), rule.id(), Transcript::of);
  }

  /// Rules whose examples have something to do with who reaches whom, and how.
  static Stream<String> rulesOnTraffic() {
    return Stream.of(
        "DMZ-001",
        "DMZ-007",
        "DMZ-011",
        "DMZ-015",
        "DMZ-016",
        "DMZ-019",
        "DMZ-027",
        "LB-001",
        "LB-005",
        "LB-011",
        "LB-014",
        "LB-015",
        "TOPO-005",
        "TOPO-009",
        "TOPO-010");
  }

  @ParameterizedTest
  @MethodSource("rulesOnTraffic")
  void whoReachesWhomIsWhatIsWrittenDown(String rule) throws IOException {
    compare(FOLDER.resolve("ways").resolve(rule + ".txt"), rule, TranscriptsTest::ways);
  }

  /// Between all components of a small design.
  private static String ways(Example example) {
    Subject subject = example.subject();
    TrafficPaths paths = new TrafficPaths(subject);
    StringBuilder all = new StringBuilder(example.says()).append('\n');
    if (subject.components().size() <= FEW) {
      for (Component to : subject.components()) {
        List<Optional<Component>> sources = new ArrayList<>(List.of(Optional.empty()));
        subject.components().stream().map(Optional::of).forEach(sources::add);
        for (Optional<Component> from : sources) {
          if (!from.equals(Optional.of(to))) {
            for (Traffic asked : List.of(Traffic.all(Protocol.TCP), Traffic.tcp(8080))) {
              String question =
                  from.map(Component::id).orElse("internet") + " to " + to.id() + " by " + asked;
              all.append(Transcript.of(question, paths.path(from, to, asked)));
            }
          }
        }
      }
    }
    return all.toString().stripTrailing();
  }

  private static void compare(Path written, String rule, Function<Example, String> print)
      throws IOException {
    List<Example> examples =
        RuleContractTest.examples().filter(example -> example.rule().equals(rule)).toList();
    if (Boolean.getBoolean("drawbridge.regenerate")) {
      Files.createDirectories(written.getParent());
      Files.writeString(
          written, examples.stream().map(print).collect(Collectors.joining("\n\n", "", "\n")));
    }
    String all = Files.readString(written).replace("\r\n", "\n").stripTrailing();
    List<String> said = List.of(all.split("\n\n"));
    assertEquals(examples.size(), said.size(), "examples");
    for (int i = 0; i < examples.size(); i++) {
      assertEquals(said.get(i), print.apply(examples.get(i)));
    }
  }
}

package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.analyze.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule, run by itself, says of its examples word by word what is written down and was read by
/// somebody. To write it anew: `mvn test -Dtest=TranscriptsTest -Ddrawbridge.regenerate=true`; then
/// read the difference.
class TranscriptsTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "drawbridge", "analyze", "transcripts");

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleSaysWhatIsWrittenDown(Rule rule) throws IOException {
    List<Example> examples =
        RuleContractTest.examples().filter(example -> example.rule().equals(rule.id())).toList();
    Path written = FOLDER.resolve(rule.id() + ".txt");
    if (Boolean.getBoolean("drawbridge.regenerate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(
          written,
          examples.stream().map(Transcript::of).collect(Collectors.joining("\n\n", "", "\n")));
    }
    String all = Files.readString(written).replace("\r\n", "\n").stripTrailing();
    List<String> said = List.of(all.split("\n\n"));
    assertEquals(examples.size(), said.size(), "examples");
    for (int i = 0; i < examples.size(); i++) {
      assertEquals(said.get(i), Transcript.of(examples.get(i)));
    }
  }
}

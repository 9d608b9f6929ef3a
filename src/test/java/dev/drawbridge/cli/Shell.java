package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands as a shell would, and keeps what they print and show.
final class Shell {
  /// The day on which everything happens.
  static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private final List<List<Path>> shown = new ArrayList<>();
  private boolean display;
  private boolean colours;

  /// How a command ended.
  record Result(int exit, String out, String err) {
    Result expect(int code) {
      assertEquals(code, exit, () -> "exit code; printed:\n" + out + err);
      return this;
    }

    List<String> errors() {
      return err.lines().toList();
    }
  }

  Shell withDisplay() {
    display = true;
    return this;
  }

  Shell withColours() {
    colours = true;
    return this;
  }

  /// The files of each window that was opened.
  List<List<Path>> shown() {
    return shown;
  }

  Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), Messages.in(Language.ENGLISH), colours);
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    int exit = new Commands("1.2.3", new RecordingWindow(), TODAY).run(words, console);
    return new Result(exit, out.toString(), err.toString());
  }

  /// What `validate` reports as JSON of the first file.
  JsonNode json(Object... more) {
    List<Object> words = new ArrayList<>(List.of("validate", "--format", "json"));
    words.addAll(List.of(more));
    return new JsonMapper().readTree(run(words.toArray()).out()).at("/files/0");
  }

  private final class RecordingWindow implements Window {
    @Override
    public boolean isPossible() {
      return display;
    }

    @Override
    public void show(List<Path> files) {
      shown.add(files);
    }
  }
}

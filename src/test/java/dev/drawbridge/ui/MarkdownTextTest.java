package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  private static MarkdownText.Run run(String text, String style) {
    return new MarkdownText.Run(text, "markdown-" + style);
  }

  @Test
  void codeAndBoldAreRunsOfTheirOwn() {
    assertEquals(
        List.of(
            run("set ", "text"),
            run("publicIp", "code"),
            run(" to ", "text"),
            run("off", "bold"),
            run(".", "text")),
        MarkdownText.runs("set `publicIp` to **off**."));
  }

  @Test
  void aMarkThatIsNotClosedStandsForItself() {
    assertEquals(List.of(run("5 ` 3", "text")), MarkdownText.runs("5 ` 3"));
  }
}

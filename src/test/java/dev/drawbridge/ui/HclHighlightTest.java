package dev.drawbridge.ui;

import static dev.drawbridge.ui.HclHighlight.Style.BLOCK;
import static dev.drawbridge.ui.HclHighlight.Style.CALL;
import static dev.drawbridge.ui.HclHighlight.Style.COMMENT;
import static dev.drawbridge.ui.HclHighlight.Style.CONSTANT;
import static dev.drawbridge.ui.HclHighlight.Style.INSERT;
import static dev.drawbridge.ui.HclHighlight.Style.NAME;
import static dev.drawbridge.ui.HclHighlight.Style.NUMBER;
import static dev.drawbridge.ui.HclHighlight.Style.PLAIN;
import static dev.drawbridge.ui.HclHighlight.Style.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.ui.HclHighlight.Run;
import dev.drawbridge.ui.HclHighlight.Style;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HclHighlightTest {
  private static void reads(String line, Object... partsAndStyles) {
    List<Run> runs = HclHighlight.of(line);
    assertEquals(partsAndStyles.length / 2, runs.size(), runs.toString());
    for (int i = 0; i < runs.size(); i++) {
      assertEquals(
          new Run((String) partsAndStyles[2 * i], (Style) partsAndStyles[2 * i + 1]), runs.get(i));
    }
  }

  @Test
  void tellsBlocksNamesAndValuesApart() {
    reads(
        "resource \"aws_vpc\" \"main\" {",
        "resource",
        BLOCK,
        " ",
        PLAIN,
        "\"aws_vpc\"",
        TEXT,
        " ",
        PLAIN,
        "\"main\"",
        TEXT,
        " {",
        PLAIN);
    reads("  idle_timeout = 60", "  ", PLAIN, "idle_timeout", NAME, " = ", PLAIN, "60", NUMBER);
    reads("  internal = false", "  ", PLAIN, "internal", NAME, " = ", PLAIN, "false", CONSTANT);
    reads("  health_check {", "  ", PLAIN, "health_check", BLOCK, " {", PLAIN);
    reads("  # why", "  ", PLAIN, "# why", COMMENT);
  }

  @Test
  void aTextMayHoldQuotesAndComputedParts() {
    reads(
        "name = \"${local.name}-a \\\"x\\\"\"",
        "name",
        NAME,
        " = ",
        PLAIN,
        "\"",
        TEXT,
        "${local.name}",
        INSERT,
        "-a \\\"x\\\"\"",
        TEXT);
    reads(
        "a = \"$${b}\" # c",
        "a",
        NAME,
        " = ",
        PLAIN,
        "\"$${b}\"",
        TEXT,
        " ",
        PLAIN,
        "# c",
        COMMENT);
  }

  @Test
  void functionsAreNotReferences() {
    reads(
        "x = jsonencode(local.f)", "x", NAME, " = ", PLAIN, "jsonencode", CALL, "(local.f)", PLAIN);
  }

  @Test
  void nothingOfALineIsLost() {
    for (TerraformListing.File file : listing(Template.THREE_TIER).files()) {
      for (String line : file.lines()) {
        assertEquals(
            line, HclHighlight.of(line).stream().map(Run::text).collect(Collectors.joining()));
      }
    }
  }

  static TerraformListing listing(Template template) {
    return switch (Work.services(
            dev.drawbridge.edit.Ids.from(new java.util.Random(1)),
            () -> OpenWindow.TODAY,
            OpenWindow.ZONE)
        .listings()
        .listing(template.design(Language.ENGLISH), Language.ENGLISH)) {
      case Outcome.Ok<TerraformListing>(TerraformListing listing, var _) -> listing;
      case Outcome.Failed<TerraformListing>(var issues) -> throw new AssertionError(issues);
    };
  }
}

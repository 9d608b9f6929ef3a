package dev.drawbridge.analyze;

import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a rule checks, why it matters, how to fix it, and an example: Markdown that window and
/// command line show, kept beside the rule's id in the resources.
///
/// @param title of the rule, in the language
/// @param sections in their order
public record RuleText(String title, List<Section> sections) {
  /// A part of the text under a heading of its own.
  public record Section(String heading, String body) {}

  public RuleText {
    sections = List.copyOf(sections);
  }

  public static RuleText of(Rule rule, Language language) {
    String name = rule.id() + "/" + language.tag() + ".md";
    try (InputStream in = RuleText.class.getResourceAsStream("rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no text " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuleText parse(String markdown) {
    String title = "";
    String heading = "";
    StringBuilder body = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("# ")) {
        title = line.substring(2).strip();
      } else if (line.startsWith("## ")) {
        close(heading, body, sections);
        heading = line.substring(3).strip();
      } else {
        body.append(line).append('\n');
      }
    }
    close(heading, body, sections);
    return new RuleText(title, sections);
  }

  private static void close(String heading, StringBuilder body, List<Section> sections) {
    if (!heading.isEmpty()) {
      sections.add(new Section(heading, body.toString().strip()));
    }
    body.setLength(0);
  }

  /// The whole text without marks, its sections set in by two blanks.
  public String plain() {
    StringBuilder out = new StringBuilder(title).append('\n');
    for (Section section : sections) {
      out.append('\n').append(section.heading()).append('\n');
      section
          .body()
          .lines()
          .filter(line -> !line.startsWith("```"))
          .forEach(line -> out.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
    }
    return out.toString();
  }

  /// The whole text as Markdown, its headings below the given level.
  public String markdown(int level) {
    String marks = "#".repeat(level);
    StringBuilder out = new StringBuilder(marks).append(' ').append(title).append("\n");
    for (Section section : sections) {
      out.append('\n').append(marks).append("# ").append(section.heading()).append("\n\n");
      out.append(section.body()).append('\n');
    }
    return out.toString();
  }
}

package dev.drawbridge.cli;

import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Messages;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// Rules as SARIF describes them, with their whole text.
final class SarifRules {
  private SarifRules() {}

  static void write(ObjectNode out, Rule rule, Messages messages) {
    RuleText text = RuleText.of(rule, messages.language());
    List<RuleText.Section> sections = text.sections();
    out.put("id", rule.id());
    out.put("name", rule.getClass().getSimpleName());
    out.putObject("shortDescription").put("text", messages.text("rule." + rule.id() + ".title"));
    out.putObject("fullDescription").put("text", sections.getFirst().body());
    out.putObject("help").put("text", text.plain()).put("markdown", text.markdown(1));
    out.putObject("defaultConfiguration")
        .put("enabled", !rule.isOptional())
        .put("level", level(rule.severity()));
    ObjectNode properties = out.putObject("properties");
    properties.put("security-severity", score(rule.severity()));
    properties.put("severity", rule.severity().key());
    String group = rule.id().substring(0, rule.id().indexOf('-'));
    properties.putArray("tags").add(group.toLowerCase(Locale.ROOT));
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH, BROKEN -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  /// On the scale of CVSS, within the ranges by which code hosts name severities: critical above 9.0,
  /// high from 7.0, medium from 4.0.
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case BROKEN -> "7.0";
      case MEDIUM -> "5.0";
      case LOW -> "2.0";
    };
  }
}

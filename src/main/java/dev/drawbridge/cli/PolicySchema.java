package dev.drawbridge.cli;

import dev.drawbridge.analyze.Rules;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Zone;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of a policy, which the reader takes just so and no other way.
final class PolicySchema {
  private PolicySchema() {}

  static void write(ObjectNode out, Messages messages) {
    out.put("description", messages.text("cli.schema.policy"));
    ObjectNode properties = closed(out);
    ObjectNode zones = closed(properties.putObject("zones"));
    for (Zone from : Zone.values()) {
      ObjectNode row = zones.putObject(from.key());
      row.put("description", messages.text("zone." + from.key() + ".name"));
      ArrayNode keys = row.put("type", "array").putObject("items").putArray("enum");
      List.of(Zone.values()).forEach(to -> keys.add(to.key()));
    }
    ObjectNode switches = closed(properties.putObject("rules"));
    rule(switches.putObject("on").put("type", "array").putObject("items"));
    rule(switches.putObject("off").put("type", "array").putObject("items"));
    ObjectNode suppression =
        properties.putObject("suppressions").put("type", "array").putObject("items");
    ObjectNode parts = closed(suppression);
    rule(parts.putObject("rule"));
    text(parts.putObject("element"));
    text(parts.putObject("reason"));
    parts.putObject("expires").put("type", "string").put("format", "date");
    suppression.putArray("required").add("rule").add("element").add("reason").add("expires");
  }

  /// An object without any other properties than those that are put into what is returned.
  private static ObjectNode closed(ObjectNode out) {
    out.put("type", "object").put("additionalProperties", false);
    return out.putObject("properties");
  }

  private static void rule(ObjectNode out) {
    ArrayNode ids = out.putArray("enum");
    Rules.all().forEach(rule -> ids.add(rule.id()));
  }

  private static void text(ObjectNode out) {
    out.put("type", "string").put("minLength", 1).put("maxLength", 1000);
  }
}

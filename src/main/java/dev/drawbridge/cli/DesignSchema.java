package dev.drawbridge.cli;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (draft 2020-12) of a design file, from the catalogue. Kinds and fields that the
/// catalogue does not know are allowed, as the reader allows them.
final class DesignSchema {
  private static final String ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$";
  private static final long LARGEST = 10_000_000;

  private final Messages messages;

  private DesignSchema(Messages messages) {
    this.messages = messages;
  }

  static ObjectNode of(Messages messages) {
    return new DesignSchema(messages).schema();
  }

  private ObjectNode schema() {
    ObjectNode root = Json.object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:drawbridge:design:1");
    root.put("title", messages.text("cli.schema.title"));
    root.put("type", "object");
    root.putArray("required").add("schemaVersion");
    ObjectNode properties = root.putObject("properties");
    described(properties, "schemaVersion").put("type", "integer").put("minimum", 1);
    described(properties, "minReaderVersion").put("type", "integer").put("minimum", 1);
    properties
        .putObject("title")
        .put("description", messages.text("cli.schema.title-field"))
        .put("type", "string");
    ObjectNode settings = described(properties, "settings").put("type", "object");
    PolicySchema.write(settings.putObject("properties").putObject(Policy.SETTING), messages);
    described(properties, "elements")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/$defs/element");

    ObjectNode definitions = root.putObject("$defs");
    definitions.putObject("id").put("type", "string").put("pattern", ID_PATTERN);
    coordinate(definitions.putObject("coordinate")).put("minimum", -LARGEST);
    coordinate(definitions.putObject("length")).put("minimum", 0);
    element(definitions.putObject("element"));
    node(definitions.putObject("node"));
    connector(definitions.putObject("connector"));
    for (Kind kind : Catalog.kinds()) {
      kind(definitions.putObject(kind.id()), kind);
    }
    return root;
  }

  private void element(ObjectNode out) {
    out.put("type", "object");
    out.putArray("required").add("id").add("kind");
    ObjectNode properties = out.putObject("properties");
    described(properties, "id").put("$ref", "#/$defs/id");
    ArrayNode kinds = described(properties, "kind").put("type", "string").putArray("examples");
    described(properties, "name").put("type", "string");
    described(properties, "properties").put("type", "object");
    ObjectNode isConnector = out.putObject("if");
    ArrayNode either = isConnector.putArray("anyOf");
    either.addObject().putArray("required").add("source");
    either.addObject().putArray("required").add("target");
    out.putObject("then").put("$ref", "#/$defs/connector");
    out.putObject("else").put("$ref", "#/$defs/node");
    ArrayNode all = out.putArray("allOf");
    for (Kind kind : Catalog.kinds()) {
      kinds.add(kind.id());
      ObjectNode rule = all.addObject();
      rule.putObject("if").putObject("properties").putObject("kind").put("const", kind.id());
      rule.putObject("then")
          .putObject("properties")
          .putObject("properties")
          .put("$ref", "#/$defs/" + kind.id());
    }
  }

  private void node(ObjectNode out) {
    out.putArray("required").add("bounds");
    ObjectNode properties = out.putObject("properties");
    ObjectNode parent = described(properties, "parent");
    ArrayNode either = parent.putArray("anyOf");
    either.addObject().put("$ref", "#/$defs/id");
    either.addObject().put("type", "null");
    coordinates(described(properties, "bounds"), "coordinate", "coordinate", "length", "length");
    ids(described(properties, "spans"));
    described(properties, "locked").put("type", "boolean").put("default", false);
  }

  private void connector(ObjectNode out) {
    out.putArray("required").add("source").add("target");
    ObjectNode properties = out.putObject("properties");
    described(properties, "source").put("$ref", "#/$defs/id");
    described(properties, "target").put("$ref", "#/$defs/id");
    ObjectNode point = described(properties, "bends").put("type", "array").putObject("items");
    coordinates(point, "coordinate", "coordinate");
  }

  private void kind(ObjectNode out, Kind kind) {
    out.put("title", messages.text("kind." + kind.id() + ".name"));
    out.put("description", messages.text("kind." + kind.id() + ".help"));
    out.put("type", "object");
    ObjectNode properties = out.putObject("properties");
    kind.properties().forEach(property -> property(properties, property));
  }

  private <T> void property(ObjectNode properties, Property<T> property) {
    ObjectNode out = properties.putObject(property.name());
    out.put("title", messages.text("property." + property.name() + ".name"));
    out.put("description", messages.text("property." + property.name() + ".help"));
    type(out, property.type());
    put(out, "default", property.type().write(property.fallback()));
  }

  private void type(ObjectNode out, PropertyType<?> type) {
    switch (type) {
      case PropertyType.Text text -> out.put("type", "string").put("maxLength", text.maximum());
      case PropertyType.Shaped shaped ->
          out.put("type", "string").put("pattern", "^(?:" + shaped.pattern().pattern() + ")$");
      case PropertyType.Whole whole ->
          out.put("type", "integer")
              .put("minimum", whole.minimum())
              .put("maximum", whole.maximum());
      case PropertyType.Flag _ -> out.put("type", "boolean");
      case PropertyType.Choice<?> choice -> {
        ArrayNode values = out.putArray("enum");
        choice.constants().forEach(value -> values.add(PropertyType.Choice.key(value)));
      }
      case PropertyType.Rows rows -> {
        ObjectNode row = out.put("type", "array").putObject("items").put("type", "object");
        ObjectNode columns = row.putObject("properties");
        rows.columns().forEach(column -> property(columns, column));
      }
    }
  }

  private ObjectNode described(ObjectNode properties, String name) {
    return properties.putObject(name).put("description", messages.text("cli.schema." + name));
  }

  private static ObjectNode coordinate(ObjectNode out) {
    return out.put("type", "number").put("maximum", LARGEST);
  }

  private static void coordinates(ObjectNode out, String... definitions) {
    out.put("type", "array");
    ArrayNode items = out.putArray("prefixItems");
    for (String definition : definitions) {
      items.addObject().put("$ref", "#/$defs/" + definition);
    }
    out.put("items", false);
    out.put("minItems", definitions.length);
  }

  private static void ids(ObjectNode out) {
    out.put("type", "array").putObject("items").put("$ref", "#/$defs/id");
  }

  private static void put(ObjectNode out, String name, Datum datum) {
    switch (datum) {
      case Datum.Text(String value) -> out.put(name, value);
      case Datum.Number(var value) -> out.put(name, value);
      case Datum.Flag(boolean value) -> out.put(name, value);
      case Datum.Nothing() -> out.putNull(name);
      case Datum.Record(var fields) -> {
        ObjectNode nested = out.putObject(name);
        fields.forEach((key, value) -> put(nested, key, value));
      }
      case Datum.Items(var values) -> {
        ArrayNode items = out.putArray(name);
        for (Datum value : values) {
          ObjectNode holder = Json.object();
          put(holder, "value", value);
          items.add(holder.get("value"));
        }
      }
    }
  }
}

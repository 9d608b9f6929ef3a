package dev.drawbridge.terraform;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The state that Terraform would have written if a plan had been applied: what the plan says, and for everything
/// that is known only after apply a value of the right type, the same for the same attribute every time.
final class FilledState {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// What a resource is called that is asked for by name, ARN, address or number; the real provider checks their
  /// form where they are used.
  private static final Map<String, String> FORMS =
      new TreeMap<>(
          Map.of(
              "owner_id", "123456789012",
              "public_ip", "203.0.113.77",
              "private_ip", "10.0.0.77",
              "user_data", "",
              "hosted_zone_id", "Z0123456789ABC"));

  private final JsonNode schemas;

  /// @param schemas what `terraform providers schema -json` says
  FilledState(JsonNode schemas) {
    this.schemas = schemas.path("provider_schemas");
  }

  /// @param plan what `terraform show -json` says of a plan
  String of(JsonNode plan, int serial) {
    ObjectNode state = JSON.createObjectNode();
    state.put("version", 4).put("terraform_version", plan.path("terraform_version").stringValue());
    state.put("serial", serial).put("lineage", "00000000-0000-4000-8000-000000000000");
    ObjectNode outputs = state.putObject("outputs");
    plan.path("planned_values")
        .path("outputs")
        .forEachEntry(
            (name, output) -> {
              if (output.has("value")) {
                outputs.set(name, output);
              }
            });
    ArrayNode resources = state.putArray("resources");
    for (JsonNode planned : plan.path("resource_changes")) {
      if (planned.path("mode").stringValue().equals("managed")) {
        resources.add(resource(planned));
      }
    }
    return JSON.writeValueAsString(state);
  }

  private ObjectNode resource(JsonNode planned) {
    String type = planned.path("type").stringValue();
    String provider = planned.path("provider_name").stringValue();
    JsonNode schema = schemas.path(provider).path("resource_schemas").path(type);
    ObjectNode resource = JSON.createObjectNode();
    resource.put("mode", "managed").put("type", type);
    resource.set("name", planned.path("name"));
    resource.put("provider", "provider[\"" + provider + "\"]");
    ObjectNode instance = resource.putArray("instances").addObject();
    if (planned.has("index")) {
      resource.put("each", planned.path("index").isNumber() ? "list" : "map");
      instance.set("index_key", planned.path("index"));
    }
    instance.set("schema_version", schema.path("version"));
    JsonNode change = planned.path("change");
    String address = planned.path("address").stringValue();
    instance.set(
        "attributes",
        block(address, change.path("after"), change.path("after_unknown"), schema.path("block")));
    // Terraform counts it as a change when a secret was none before.
    ArrayNode secrets = instance.putArray("sensitive_attributes");
    schema
        .path("block")
        .path("attributes")
        .forEachEntry(
            (name, attribute) -> {
              if (attribute.path("sensitive").asBoolean(false)) {
                secrets.addArray().addObject().put("type", "get_attr").put("value", name);
              }
            });
    return resource;
  }

  private JsonNode block(String address, JsonNode after, JsonNode unknown, JsonNode schema) {
    ObjectNode filled = JSON.createObjectNode();
    schema
        .path("attributes")
        .forEachEntry(
            (name, attribute) ->
                filled.set(
                    name,
                    value(
                        address + "." + name,
                        after,
                        after.path(name),
                        unknown.path(name),
                        attribute)));
    schema
        .path("block_types")
        .forEachEntry(
            (name, nested) -> {
              JsonNode blocks = after.path(name);
              if (blocks.isArray()) {
                ArrayNode all = filled.putArray(name);
                for (int i = 0; i < blocks.size(); i++) {
                  all.add(
                      block(
                          address + "." + name + i,
                          blocks.path(i),
                          unknown.path(name).path(i),
                          nested.path("block")));
                }
              } else if (blocks.isObject()) {
                filled.set(
                    name,
                    block(address + "." + name, blocks, unknown.path(name), nested.path("block")));
              }
            });
    return filled;
  }

  private static JsonNode value(
      String path, JsonNode siblings, JsonNode after, JsonNode unknown, JsonNode attribute) {
    JsonNode type = attribute.path("type");
    // What could have been written, and was not, is nothing, unless AWS calls the resource by it.
    if (unknown.asBoolean(false)
        && attribute.path("optional").asBoolean(false)
        && type.isString()
        && type.stringValue().equals("string")
        && !last(path).equals("id")
        && !FORMS.containsKey(last(path))
        && !siblings.path(last(path) + "_prefix").isString()) {
      return JSON.getNodeFactory().stringNode("");
    }
    return typed(path, siblings, after, unknown, type);
  }

  private static JsonNode typed(
      String path, JsonNode siblings, JsonNode after, JsonNode unknown, JsonNode type) {
    if (unknown.isBoolean() && unknown.booleanValue()) {
      return madeUp(path, siblings, type);
    }
    if (after.isArray()) {
      ArrayNode items = JSON.createArrayNode();
      for (int i = 0; i < after.size(); i++) {
        items.add(typed(path + i, after, after.path(i), unknown.path(i), type.path(1)));
      }
      return items;
    }
    if (after.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      after.forEachEntry((name, one) -> object.set(name, one));
      unknown.forEachEntry(
          (name, one) ->
              object.set(
                  name,
                  typed(path + "." + name, after, after.path(name), one, member(type, name))));
      return object;
    }
    return after.isMissingNode() ? JSON.nullNode() : after;
  }

  /// The type of an element of a map or of an object.
  private static JsonNode member(JsonNode type, String name) {
    return type.path(0).stringValue("").equals("object") ? type.path(1).path(name) : type.path(1);
  }

  private static JsonNode madeUp(String path, JsonNode siblings, JsonNode type) {
    if (type.isArray()) {
      return switch (type.path(0).stringValue()) {
        case "map" -> JSON.createObjectNode();
        case "object" -> {
          ObjectNode object = JSON.createObjectNode();
          type.path(1)
              .forEachEntry(
                  (name, one) -> object.set(name, madeUp(path + "." + name, object, one)));
          yield object;
        }
        default ->
            type.path(1).isArray()
                ? JSON.createArrayNode().add(madeUp(path + "0", siblings, type.path(1)))
                : JSON.createArrayNode();
      };
    }
    return switch (type.stringValue()) {
      case "number" -> JSON.getNodeFactory().numberNode(1);
      case "bool" -> JSON.getNodeFactory().booleanNode(false);
      default -> JSON.getNodeFactory().stringNode(text(path, siblings));
    };
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String text(String path, JsonNode siblings) {
    String name = last(path);
    String unique = Integer.toHexString(path.hashCode());
    if (FORMS.containsKey(name)) {
      return FORMS.get(name);
    }
    if (siblings.path(name + "_prefix").isString()) {
      return siblings.path(name + "_prefix").stringValue() + unique;
    }
    if (name.equals("id") && path.startsWith("aws_launch_template.")) {
      return "lt-" + unique;
    }
    return name.endsWith("arn")
        ? "arn:aws:made-up:ap-northeast-2:123456789012:" + unique
        : name.replace('_', '-') + "-" + unique;
  }
}

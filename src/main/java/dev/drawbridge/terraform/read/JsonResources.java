package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The resources that a plan or a state in JSON tells, each instance by its own address.
///
/// @param values what is known of its attributes
/// @param sensitive where in these something stands that nobody is to see, as `true`
record JsonResources(Address address, JsonNode values, JsonNode sensitive) {
  /// Modules within one another.
  private static final int MAX_DEPTH = 32;

  /// Those of `planned_values` or of the `values` of a state, as `terraform show -json` prints them.
  static List<JsonResources> shown(JsonNode root) {
    List<JsonResources> found = new ArrayList<>();
    shown(root, "", 0, found);
    return found;
  }

  private static void shown(JsonNode module, String path, int depth, List<JsonResources> found) {
    for (JsonNode resource : module.path("resources")) {
      if (resource.path("mode").asString("").equals("managed")) {
        found.add(
            new JsonResources(
                address(path, resource, resource.get("index")),
                resource.path("values"),
                resource.path("sensitive_values")));
      }
    }
    if (depth < MAX_DEPTH) {
      for (JsonNode child : module.path("child_modules")) {
        shown(child, child.path("address").asString(""), depth + 1, found);
      }
    }
  }

  /// Those of a state file, version 4.
  static List<JsonResources> raw(JsonNode state) {
    List<JsonResources> found = new ArrayList<>();
    for (JsonNode resource : state.path("resources")) {
      if (!resource.path("mode").asString("").equals("managed")) {
        continue;
      }
      String module = resource.path("module").asString("");
      for (JsonNode instance : resource.path("instances")) {
        // What is sensitive is told there as paths; what could be a secret is left out by its name.
        found.add(
            new JsonResources(
                address(module, resource, instance.get("index_key")),
                instance.path("attributes"),
                instance.path("none")));
      }
    }
    return found;
  }

  private static Address address(String module, JsonNode resource, @Nullable JsonNode index) {
    String key =
        index == null
            ? ""
            : index.isNumber() ? "[" + index.asInt() + "]" : "[\"" + index.asString("") + "\"]";
    return new Address(
        module, resource.path("type").asString("?"), resource.path("name").asString("?") + key);
  }
}

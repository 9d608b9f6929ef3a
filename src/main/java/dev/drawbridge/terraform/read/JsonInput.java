package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Terraform itself says in JSON: a state, or a plan together with the configuration beside it that was
/// planned.
final class JsonInput {
  private static final long MAX_BYTES = 64L * 1024 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final Path file;

  JsonInput(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /// @param configuration reads a configuration, to which values for its variables are given
  Outcome<Configuration> read(Function<Body, Outcome<Configuration>> configuration) {
    JsonNode json;
    try {
      if (Files.size(file) > MAX_BYTES) {
        return failed("terraform.read.size", 1, MAX_BYTES / (1024 * 1024));
      }
      json = JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      return failed("terraform.read.io");
    } catch (JacksonException e) {
      return failed("terraform.read.json");
    }
    if (json.path("planned_values").isObject()) {
      return plan(json, configuration);
    }
    if (json.path("values").path("root_module").isObject()) {
      return state(JsonResources.shown(json.path("values").path("root_module")));
    }
    if (json.path("version").asInt(0) == 4 && json.path("resources").isArray()) {
      return state(JsonResources.raw(json));
    }
    return failed("terraform.read.json-kind");
  }

  private Outcome<Configuration> failed(String key, Object... arguments) {
    return Outcome.failed(Issue.error(new Place.InFile(name, 0, 0), key, arguments));
  }

  private Outcome<Configuration> state(List<JsonResources> resources) {
    JsonBodies bodies = new JsonBodies(resources);
    ResourceGraph.Builder graph = new ResourceGraph.Builder();
    for (JsonResources resource : resources) {
      if (!graph.has(resource.address())) {
        Origin origin = new Origin.Source(name, 1);
        graph.add(new Resource(resource.address(), bodies.body(resource), origin));
      }
    }
    return Outcome.ok(new Configuration(graph.build(), List.of()));
  }

  private Outcome<Configuration> plan(
      JsonNode json, Function<Body, Outcome<Configuration>> configuration) {
    List<JsonResources> planned =
        JsonResources.shown(json.path("planned_values").path("root_module"));
    return switch (configuration.apply(given(json.path("variables")))) {
      case Outcome.Ok<Configuration>(Configuration read, var _) ->
          Outcome.ok(
              new Configuration(new PlanValues(planned).putInto(read.graph()), read.issues()));
      case Outcome.Failed<Configuration> _ -> failed("terraform.read.plan-alone");
    };
  }

  /// The values that the variables had, as a file with values would tell them.
  private static Body given(JsonNode variables) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : variables.properties()) {
      JsonNode value = entry.getValue().path("value");
      if (!value.isMissingNode()) {
        lines.add(entry.getKey() + " = " + escaped(value.toString()) + "\n");
      }
    }
    return Parser.parse("variables", String.join("", lines)).body();
  }

  /// A value in JSON is an expression, but for what a template would replace.
  private static String escaped(String json) {
    return json.replace("${", "$${").replace("%{", "%%{");
  }
}

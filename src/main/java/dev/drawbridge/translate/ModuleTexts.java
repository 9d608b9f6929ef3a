package dev.drawbridge.translate;

import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Settings;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The texts of a module with its own name put in or taken off. Names in AWS begin with it; a design says
/// it once, in its settings.
final class ModuleTexts {
  private final ResourceGraph graph;
  private final String project;
  private final String environment;

  private ModuleTexts(ResourceGraph graph, String project, String environment) {
    this.graph = graph;
    this.project = project;
    this.environment = environment;
  }

  static ModuleTexts of(ResourceGraph graph) {
    Optional<String> project = fallback(graph, "project");
    Optional<String> environment = fallback(graph, "environment");
    if (project.isPresent() && environment.isPresent()) {
      return new ModuleTexts(graph, project.get(), environment.get());
    }
    // Where variables were put in already, the names that begin alike tell them.
    String[] common = prefix(graph).split("-(?=[^-]*$)");
    return common.length == 2
        ? new ModuleTexts(graph, common[0], common[1])
        : new ModuleTexts(graph, common[0], "");
  }

  private static Optional<String> fallback(ResourceGraph graph, String variable) {
    Variable found = graph.variables().get(variable);
    return found != null && found.fallback() instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The first `Name` tag of a VPC, subnet or security group that ends in its own label tells the module's
  /// name; empty where none does.
  private static String prefix(ResourceGraph graph) {
    for (String type : List.of("aws_vpc", "aws_subnet", "aws_security_group")) {
      for (var resource : graph.ofType(type)) {
        if (resource.get("tags") instanceof Value.Mapping(SequencedMap<String, Value> tags)
            && tags.get("Name") instanceof Value.Text(String name)) {
          String label = "-" + Labels.of(resource.address().name(), "x").replace('_', '-');
          if (name.endsWith(label)) {
            return name.substring(0, name.length() - label.length());
          }
        }
      }
    }
    return "";
  }

  Settings settings() {
    Settings settings = Settings.NONE.withTitle(project);
    settings = project.isEmpty() ? settings : settings.withProperty("project", Datum.of(project));
    return environment.isEmpty()
        ? settings
        : settings.withProperty("environment", Datum.of(environment));
  }

  private String name() {
    return environment.isEmpty() ? project : project + "-" + environment;
  }

  /// What stands behind the module's name; the whole where it is not there.
  Optional<String> named(@Nullable Value value) {
    String front = name() + "-";
    return text(value)
        .map(text -> text.startsWith(front) ? text.substring(front.length()) : text)
        .filter(text -> !text.isEmpty());
  }

  Optional<String> text(@Nullable Value value) {
    return text(value, 0);
  }

  /// Locals may name each other, but not in a circle.
  private Optional<String> text(@Nullable Value value, int depth) {
    if (value == null || depth > 20) {
      return Optional.empty();
    }
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Number(var number) -> Optional.of(number.toPlainString());
      case Value.Flag(boolean flag) -> Optional.of(String.valueOf(flag));
      case Value.Template(List<Value> parts) -> {
        StringBuilder whole = new StringBuilder();
        for (Value part : parts) {
          Optional<String> text = text(part, depth + 1);
          if (text.isEmpty()) {
            yield Optional.empty();
          }
          whole.append(text.get());
        }
        yield Optional.of(whole.toString());
      }
      case Value.Symbol(String path) -> symbol(path, depth);
      case Value.Null _,
          Value.Items _,
          Value.Mapping _,
          Value.Reference _,
          Value.Call _,
          Value.Unknown _ ->
          Optional.empty();
    };
  }

  private Optional<String> symbol(String path, int depth) {
    if (path.startsWith("local.")) {
      return text(graph.locals().get(path.substring(6)), depth + 1);
    }
    if (path.startsWith("var.")) {
      Variable variable = graph.variables().get(path.substring(4));
      return variable == null ? Optional.empty() : text(variable.fallback(), depth + 1);
    }
    return Optional.empty();
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The template of ours that instances run at their first start, and what it is filled with; or what a container of
/// a task runs, for which there is no file.
record RaisedScript(String file, Value arguments) {
  /// One for each tier, in their order.
  static List<RaisedScript> of(@Nullable Value userData) {
    if (!(userData instanceof Value.Call(String function, List<Value> arguments))) {
      return List.of();
    }
    return switch (function) {
      case "base64encode", "join" ->
          arguments.stream()
              .flatMap(
                  value ->
                      value instanceof Value.Items(List<Value> values)
                          ? values.stream()
                          : Stream.of(value))
              .flatMap(value -> of(value).stream())
              .toList();
      case "templatefile" -> {
        String file = Arguments.words(arguments.getFirst());
        yield ConfigurationFiles.isScript(file)
            ? List.of(new RaisedScript(file, arguments.get(1)))
            : List.of();
      }
      default -> List.of();
    };
  }

  /// What a container of a task runs, told as the script is that starts one on an instance.
  static RaisedScript ofContainer(Value.Mapping definition) {
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    SequencedMap<String, Value> environment = new LinkedHashMap<>();
    if (definition.entries().get("environment") instanceof Value.Items(List<Value> all)) {
      for (Value one : all) {
        if (one instanceof Value.Mapping(var entries)
            && entries.get("name") instanceof Value.Text(String name)) {
          environment.put(name, entries.getOrDefault("value", Value.of("")));
        }
      }
    }
    arguments.put("environment", new Value.Mapping(environment));
    copy(definition, "image", arguments, "image");
    copy(definition, "stopTimeout", arguments, "shutdown");
    copy(definition, "portMappings", arguments, "ports");
    return new RaisedScript("", new Value.Mapping(arguments));
  }

  private static void copy(
      Value.Mapping from, String name, SequencedMap<String, Value> to, String as) {
    @Nullable Value value = from.entries().get(name);
    if (value != null) {
      to.put(as, value);
    }
  }

  /// The ports on which the containers of a task take traffic; empty where it tells none.
  List<Port> ports() {
    List<Port> ports = new ArrayList<>();
    if (argument("ports") instanceof Value.Items(List<Value> all)) {
      for (Value one : all) {
        if (one instanceof Value.Mapping(var entries)) {
          boolean udp = Value.of("udp").equals(entries.get("protocol"));
          Arguments.whole(entries.get("containerPort"))
              .ifPresent(port -> ports.add(udp ? Port.udp(port) : Port.tcp(port)));
        }
      }
    }
    return ports;
  }

  /// Whether it starts a container, on an instance or as part of a task.
  boolean isContainer() {
    return file.isEmpty() || is("docker.sh.tftpl");
  }

  /// Whether it is a container of somebody else's: none that Drawbridge writes a configuration for, nor tells its
  /// port.
  boolean isForeign(Resource main, Raising in) {
    String folder = "files/" + main.address().name() + "/";
    return file.isEmpty()
        && environment("APP_PORT") == null
        && in.graph().files().keySet().stream().noneMatch(path -> path.startsWith(folder));
  }

  boolean is(String template) {
    return file.endsWith("/" + template);
  }

  @Nullable Value argument(String name) {
    return arguments instanceof Value.Mapping(var entries) ? entries.get(name) : null;
  }

  /// What the container that it starts finds in its environment.
  @Nullable Value environment(String name) {
    return argument("environment") instanceof Value.Mapping(var entries) ? entries.get(name) : null;
  }

  /// The resources that it is told of.
  ///
  /// @param text of the configuration files, whose order counts where they name placeholders
  List<Address> named(String text) {
    SequencedMap<String, Value> told = new LinkedHashMap<>();
    gather(arguments, told);
    List<String> names = new ArrayList<>(told.keySet());
    names.sort(Comparator.comparingInt(name -> text.indexOf("${" + name + "}")));
    List<Address> found = new ArrayList<>();
    names.forEach(name -> found.addAll(Arguments.targets(told.get(name))));
    return found;
  }

  private static void gather(Value value, SequencedMap<String, Value> told) {
    if (value instanceof Value.Mapping(var entries)) {
      entries.forEach(
          (name, each) -> {
            boolean filled =
                each instanceof Value.Call(String function, var _)
                    && function.equals("templatefile");
            if (filled || each instanceof Value.Mapping) {
              gather(each, told);
            } else {
              told.put(name, each);
            }
          });
    } else if (value instanceof Value.Call(String _, List<Value> parts)) {
      parts.forEach(part -> gather(part, told));
    }
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The template that instances run at their first start, and what it is filled with.
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
      case "templatefile" ->
          List.of(new RaisedScript(file(arguments.getFirst()), arguments.getLast()));
      default -> List.of();
    };
  }

  private static String file(Value path) {
    return switch (path) {
      case Value.Text(String text) -> text;
      case Value.Template(List<Value> parts) -> file(parts.getLast());
      case Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Items _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Call _,
          Value.Unknown _ ->
          "";
    };
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
}

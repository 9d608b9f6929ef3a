package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.JsonText;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the task of an ECS service says of its containers, by `jsonencode` or as a text that somebody wrote.
final class ContainerDefinitions {
  private ContainerDefinitions() {}

  /// @param find finds the task
  /// @param text the text that a value is known to be
  static List<Value.Mapping> of(
      Resource service,
      Function<Address, Optional<Resource>> find,
      Function<Value, Optional<String>> text) {
    Value told =
        Arguments.target(service.body(), "task_definition")
            .flatMap(find)
            .flatMap(task -> Optional.ofNullable(task.get("container_definitions")))
            .orElseGet(Value.Null::new);
    return json(told, text) instanceof Value.Items(List<Value> all)
        ? all.stream()
            .filter(Value.Mapping.class::isInstance)
            .map(Value.Mapping.class::cast)
            .toList()
        : List.of();
  }

  private static Value json(Value told, Function<Value, Optional<String>> text) {
    return switch (told) {
      case Value.Call(String function, List<Value> arguments) when function.equals("jsonencode") ->
          arguments.getFirst();
      case Value.Call(String function, List<Value> arguments)
          when function.equals("templatefile") && arguments.size() == 3 ->
          json(arguments.getLast(), text);
      case Value.Text(String words) -> JsonText.read(words).orElseGet(Value.Null::new);
      case Value.Template(List<Value> parts) ->
          JsonText.read(holed(parts, text)).orElseGet(Value.Null::new);
      case Value other -> other;
    };
  }

  private static String holed(List<Value> parts, Function<Value, Optional<String>> text) {
    return parts.stream()
        .map(part -> text.apply(part).orElse("" + JsonText.HOLE))
        .collect(Collectors.joining());
  }
}

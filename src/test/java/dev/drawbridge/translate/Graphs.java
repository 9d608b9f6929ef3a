package dev.drawbridge.translate;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Short questions to a graph.
final class Graphs {
  private Graphs() {}

  static Resource get(ResourceGraph graph, String type, String name) {
    return graph
        .find(new Address(type, name))
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + type
                        + "."
                        + name
                        + " among "
                        + graph.ofType(type).stream().map(r -> r.address().name()).toList()));
  }

  static Block block(Resource resource, String type) {
    return block(resource.body(), type);
  }

  static Block block(Block body, String type) {
    return body.blocks(type).getFirst();
  }

  /// A value as a reader of the Terraform would say it.
  static String say(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Number(BigDecimal number) -> number.toPlainString();
      case Value.Flag(boolean flag) -> String.valueOf(flag);
      case Value.Null() -> "null";
      case Value.Items(List<Value> values) ->
          values.stream().map(Graphs::say).collect(Collectors.joining(", "));
      case Value.Mapping(var entries) ->
          entries.entrySet().stream()
              .map(e -> e.getKey() + "=" + say(e.getValue()))
              .collect(Collectors.joining(" "));
      case Value.Reference(Address target, String attribute) ->
          attribute.isEmpty() ? target.toString() : target + "." + attribute;
      case Value.Symbol(String path) -> path;
      case Value.Template(List<Value> parts) ->
          parts.stream().map(Graphs::say).collect(Collectors.joining());
      case Value.Call(String function, List<Value> arguments) ->
          function
              + arguments.stream().map(Graphs::say).collect(Collectors.joining(", ", "(", ")"));
      case Value.Unknown(Reason reason) -> "?" + reason.text(Messages.in(Language.ENGLISH));
    };
  }

  static String say(Resource resource, String argument) {
    return say(resource.body(), argument);
  }

  static String say(Block body, String argument) {
    Value value = body.get(argument);
    return value == null ? "" : say(value);
  }

  /// The rules of a security group, one a line: `in tcp 80-80 aws_security_group.web.id`.
  static List<String> rules(ResourceGraph graph, String group) {
    return graph.resources().values().stream()
        .filter(r -> r.type().startsWith("aws_vpc_security_group_"))
        .filter(r -> say(r, "security_group_id").equals("aws_security_group." + group + ".id"))
        .map(Graphs::rule)
        .toList();
  }

  private static String rule(Resource rule) {
    String other =
        say(rule, "cidr_ipv4")
            + say(rule, "cidr_ipv6")
            + say(rule, "referenced_security_group_id")
                .replaceAll("aws_security_group\\.(.*)\\.id", "$1");
    return (rule.type().contains("ingress") ? "in " : "out ")
        + say(rule, "ip_protocol")
        + " "
        + say(rule, "from_port")
        + "-"
        + say(rule, "to_port")
        + " "
        + other;
  }
}

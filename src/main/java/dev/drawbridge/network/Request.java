package dev.drawbridge.network;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An example of a request that a rule of a listener selects.
///
/// @param fields only the parts that matter, in the order in which the rules first ask for them
public record Request(List<Field> fields) {

  /// A request that looks like any other.
  static final Request ANY = new Request(List.of());

  /// What a part of the request says.
  public record Field(RequestPart part, String text) {}

  public Request {
    fields = List.copyOf(fields);
  }

  /// Whether nothing about it matters.
  public boolean isAny() {
    return fields.isEmpty();
  }

  /// As one writes requests, without the parts that do not matter: `POST example.com/cart?step=2`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(written(RequestPart.Kind.METHOD, field -> field.text() + " "));
    text.append(written(RequestPart.Kind.HOST, Field::text));
    text.append(written(RequestPart.Kind.PATH, Field::text));
    text.append(written(RequestPart.Kind.PARAMETER, field -> "?" + named(field, "=")));
    text.append(written(RequestPart.Kind.HEADER, field -> " (" + named(field, ": ") + ")"));
    return text.toString().strip();
  }

  private static String named(Field field, String between) {
    return (field.part().name().isEmpty() ? "?" : field.part().name()) + between + field.text();
  }

  private String written(RequestPart.Kind kind, Function<Field, String> how) {
    return fields.stream()
        .filter(field -> field.part().kind() == kind)
        .map(how)
        .collect(Collectors.joining());
  }
}

package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Strict JSON with the place of every value, within bounds: of a file that a stranger made neither the stack
/// nor the memory overflows.
final class JsonSyntax {
  /// Objects and lists within one another.
  private static final int MAX_DEPTH = 100;

  private static final int MAX_LENGTH = 16 * 1024 * 1024;

  /// Digits of a number.
  private static final int MAX_DIGITS = 300;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_LENGTH)
                  .maxNameLength(MAX_LENGTH)
                  .maxNumberLength(MAX_DIGITS)
                  .maxDocumentLength(MAX_LENGTH)
                  .build())
          .build();

  /// Where a value stands, from 1.
  record At(int line, int column) {}

  /// A value and its place.
  sealed interface Node {
    At at();

    record Members(SequencedMap<String, Node> entries, At at) implements Node {}

    record Items(List<Node> values, At at) implements Node {}

    record Text(String value, At at) implements Node {}

    record Number(BigDecimal value, At at) implements Node {}

    record Flag(boolean value, At at) implements Node {}

    record Nothing(At at) implements Node {}
  }

  /// A name that an object has twice.
  private static final class Twice extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient At at;
    private final String name;

    Twice(String name, At at) {
      super(name, null, false, false);
      this.name = name;
      this.at = at;
    }
  }

  private final JsonParser parser;

  private JsonSyntax(JsonParser parser) {
    this.parser = parser;
  }

  /// Reads a file.
  ///
  /// @param file the name that issues give
  static Outcome<Node> read(String file, String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return read(file, parser);
    }
  }

  private static Outcome<Node> read(String file, JsonParser parser) {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return failed(file, new At(1, 1), "terraform.read.json");
      }
      Node node = new JsonSyntax(parser).value(first);
      return parser.nextToken() == null
          ? Outcome.ok(node)
          : failed(file, at(parser.currentTokenLocation()), "terraform.read.json");
    } catch (Twice twice) {
      return failed(file, twice.at, "hcl.duplicate", twice.name);
    } catch (StreamConstraintsException e) {
      return failed(file, at(parser.currentLocation()), "terraform.read.json-bounds", MAX_DEPTH);
    } catch (JacksonException e) {
      return failed(file, at(parser.currentLocation()), "terraform.read.json");
    }
  }

  private static Outcome<Node> failed(String file, At at, String key, Object... arguments) {
    return Outcome.failed(
        Issue.error(new Place.InFile(file, at.line(), at.column()), key, arguments));
  }

  private static At at(TokenStreamLocation location) {
    return new At(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private Node value(JsonToken token) {
    At at = at(parser.currentTokenLocation());
    return switch (token) {
      case START_OBJECT -> members(at);
      case START_ARRAY -> {
        List<Node> values = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          values.add(value(next));
        }
        yield new Node.Items(values, at);
      }
      case VALUE_STRING -> new Node.Text(parser.getString(), at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Number(parser.getDecimalValue(), at);
      case VALUE_TRUE, VALUE_FALSE -> new Node.Flag(token == JsonToken.VALUE_TRUE, at);
      case VALUE_NULL -> new Node.Nothing(at);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Node members(At at) {
    SequencedMap<String, Node> entries = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      At named = at(parser.currentTokenLocation());
      if (entries.put(name, value(parser.nextToken())) != null) {
        throw new Twice(name, named);
      }
    }
    return new Node.Members(entries, at);
  }
}

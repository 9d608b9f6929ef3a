package dev.drawbridge.resource;

import dev.drawbridge.base.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// JSON (RFC 8259) inside an argument, such as the containers of an ECS task, as the values that
/// Terraform would have for it. Bounded: text from a stranger neither overflows the stack nor takes
/// long.
public final class JsonText {
  /// Stands for a part of the text that is not known. No JSON that Terraform writes has it:
  /// U+FFFC, the object replacement character.
  public static final char HOLE = '\uFFFC';

  private static final int DEPTH = 32;
  private static final int LENGTH = 1_000_000;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// The value; empty where it is no JSON, or too long or too deep to look into.
  public static Optional<Value> read(String text) {
    if (text.length() > LENGTH) {
      return Optional.empty();
    }
    JsonText json = new JsonText(text);
    Value value = json.value(DEPTH);
    json.peek();
    return value != null && json.at == text.length() ? Optional.of(value) : Optional.empty();
  }

  /// The next character that is not blank; 0 at the end.
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private @Nullable Value value(int depth) {
    if (depth == 0) {
      return null;
    }
    return switch (peek()) {
      case '{' -> mapping(depth);
      case '[' -> items(depth);
      case '"' -> {
        String string = string();
        yield string == null
            ? null
            : string.indexOf(HOLE) < 0
                ? Value.of(string)
                : new Value.Unknown(Reason.of("unknown.text-part"));
      }
      default -> word();
    };
  }

  private @Nullable Value mapping(int depth) {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    take('{');
    if (take('}')) {
      return new Value.Mapping(entries);
    }
    do {
      String key = peek() == '"' ? string() : null;
      Value value = key == null || !take(':') ? null : value(depth - 1);
      if (key == null || value == null) {
        return null;
      }
      entries.put(key, value);
    } while (take(','));
    return take('}') ? new Value.Mapping(entries) : null;
  }

  private @Nullable Value items(int depth) {
    List<Value> values = new ArrayList<>();
    take('[');
    if (take(']')) {
      return new Value.Items(values);
    }
    do {
      Value value = value(depth - 1);
      if (value == null) {
        return null;
      }
      values.add(value);
    } while (take(','));
    return take(']') ? new Value.Items(values) : null;
  }

  private @Nullable String string() {
    StringBuilder string = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return string.toString();
      }
      if (c != '\\') {
        string.append(c);
        continue;
      }
      at++;
      if (at >= text.length()) {
        return null;
      }
      switch (text.charAt(at)) {
        case 'n' -> string.append('\n');
        case 't' -> string.append('\t');
        case 'r' -> string.append('\r');
        case 'b' -> string.append('\b');
        case 'f' -> string.append('\f');
        case 'u' -> {
          if (at + 4 >= text.length()
              || !text.substring(at + 1, at + 5).matches("[0-9A-Fa-f]{4}")) {
            return null;
          }
          string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
          at += 4;
        }
        case '"', '\\', '/' -> string.append(text.charAt(at));
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /// A number, a name, or a hole.
  private @Nullable Value word() {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      case "null" -> new Value.Null();
      default -> {
        if (word.indexOf(HOLE) >= 0) {
          yield new Value.Unknown(Reason.of("unknown.text-part"));
        }
        yield word.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?")
            ? new Value.Number(new BigDecimal(word))
            : null;
      }
    };
  }
}

package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.JsonText;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What YAML says in one piece: a scalar, or a sequence or mapping in brackets.
final class YamlFlow {
  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;

  private YamlFlow(String text) {
    this.text = text;
  }

  static Value value(String text, int depth) {
    YamlFlow flow = new YamlFlow(text);
    if (isPlain(text)) {
      return plain(text);
    }
    Value value = flow.next(depth);
    if (!text.substring(flow.at).isBlank()) {
      throw YamlReader.refused();
    }
    return value;
  }

  static String key(String text) {
    Value key = value(text, 0);
    return key instanceof Value.Null ? "null" : Texts.of(key).orElseThrow(YamlReader::refused);
  }

  /// Whether it is neither quoted nor in brackets.
  static boolean isPlain(CharSequence text) {
    return text.isEmpty() || "\"'[{".indexOf(text.charAt(0)) < 0;
  }

  /// Whether its quotes and brackets are closed.
  static boolean isWhole(CharSequence text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
    return depth <= 0 && quote == 0;
  }

  private Value next(int depth) {
    if (depth > MAX_DEPTH) {
      throw YamlReader.refused();
    }
    space();
    return switch (peek()) {
      case '[' -> sequence(depth);
      case '{' -> mapping(depth);
      case '"', '\'' -> Value.of(quoted());
      default -> plain(plainText());
    };
  }

  private Value sequence(int depth) {
    List<Value> all = new ArrayList<>();
    at++;
    while (!closes(']')) {
      all.add(next(depth + 1));
      separated(']');
    }
    return Functions.list(all);
  }

  private Value mapping(int depth) {
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    at++;
    while (!closes('}')) {
      String key = peek() == '"' || peek() == '\'' ? quoted() : key(plainText());
      space();
      Value value = new Value.Null();
      if (peek() == ':') {
        at++;
        space();
        value = peek() == ',' || peek() == '}' ? value : next(depth + 1);
      }
      if (all.put(key, value) != null) {
        throw YamlReader.refused();
      }
      separated('}');
    }
    return new Value.Mapping(all);
  }

  private boolean closes(char bracket) {
    space();
    if (peek() == bracket) {
      at++;
      return true;
    }
    return false;
  }

  private void separated(char bracket) {
    space();
    if (peek() == ',') {
      at++;
    } else if (peek() != bracket) {
      throw YamlReader.refused();
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw YamlReader.refused();
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String plainText() {
    int from = at;
    while (at < text.length()
        && ",[]{}".indexOf(text.charAt(at)) < 0
        && !(text.charAt(at) == ':'
            && (at + 1 == text.length() || " ,]}".indexOf(text.charAt(at + 1)) >= 0))) {
      at++;
    }
    if (from == at) {
      throw YamlReader.refused();
    }
    return text.substring(from, at).strip();
  }

  private String quoted() {
    char quote = text.charAt(at);
    int end = at + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (quote == '"' && c == '\\') {
        end++;
      } else if (c == quote && !(quote == '\'' && text.startsWith("''", end))) {
        break;
      } else if (c == quote) {
        end++;
      }
      end++;
    }
    if (end >= text.length()) {
      throw YamlReader.refused();
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    if (quote == '\'') {
      return inside.replace("''", "'");
    }
    // JSON has all escapes that people use.
    Value read =
        JsonText.read("[\"" + inside.replace("\t", "\\t") + "\"]").orElseThrow(YamlReader::refused);
    if (read instanceof Value.Items(List<Value> only)
        && only.size() == 1
        && only.getFirst() instanceof Value.Text(String value)) {
      return value;
    }
    throw YamlReader.refused();
  }

  private static Value plain(String text) {
    if (!text.isEmpty() && "&*!|>%@`".indexOf(text.charAt(0)) >= 0) {
      throw YamlReader.refused();
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Value.Null();
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          Value.of(true);
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          Value.of(false);
      default -> number(text);
    };
  }

  private static Value number(String text) {
    if (text.matches("[-+]?(0|[1-9][0-9]{0,30})([.][0-9]{0,30})?(e[-+]?[0-9]{1,2})?")) {
      return new Value.Number(new BigDecimal(text.replaceFirst("[.](?=e|$)", "")));
    }
    if (text.matches("0x[0-9a-fA-F]{1,30}")) {
      return new Value.Number(new BigDecimal(new BigInteger(text.substring(2), 16)));
    }
    // Numbers to some readers of YAML and text to others.
    if (text.matches("[-+]?[0-9][0-9_]*([.][0-9_]*)?(e[-+]?[0-9]+)?|0o[0-7]+|0b[01]+")
        || text.matches("[-+]?[.](inf|Inf|INF|[0-9]+)|[.](nan|NaN|NAN)|=|<<")) {
      throw YamlReader.refused();
    }
    return Value.of(text);
  }

  /// Lines of a block of text as one, but for those further to the right and for empty ones.
  static String folded(List<String> lines) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(" ")) {
        throw YamlReader.refused();
      }
      if (line.isEmpty()) {
        out.append('\n');
      } else {
        out.append(i == 0 || lines.get(i - 1).isEmpty() ? "" : " ").append(line);
      }
    }
    return out.toString();
  }
}

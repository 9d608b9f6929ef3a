package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes YAML as Terraform's `yamlencode()` does, to the character: digests of such texts must come out the same.
final class YamlWriter {
  /// Characters; a quoted text goes on in a new line at the first single space behind them.
  private static final int WIDTH = 80;

  /// Bytes; longer keys, and keys of several lines, are written in a form that is not followed here.
  private static final int LONGEST_KEY = 128;

  private static final int STEP = 2;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  static Value write(Value value) {
    YamlWriter writer = new YamlWriter();
    if (isBlock(value)) {
      writer.block(value, 0, true);
    } else {
      writer.scalar(value, STEP);
    }
    writer.endLine();
    if (isPlain(value)) {
      writer.out.append("...\n");
    }
    return TextFunctions.bounded(writer.out.toString());
  }

  /// Whether it takes lines of its own; what is empty does not.
  private static boolean isBlock(Value value) {
    return value instanceof Value.Items(var values) && !values.isEmpty()
        || value instanceof Value.Mapping(var entries) && !entries.isEmpty();
  }

  private static boolean isPlain(Value value) {
    return value instanceof Value.Null
        || value instanceof Value.Number
        || value instanceof Value.Flag;
  }

  /// @param isBegun whether its first line is: what stands in a list begins behind the hyphen
  private void block(Value value, int indent, boolean isBegun) {
    boolean begun = isBegun;
    if (value instanceof Value.Items(List<Value> values)) {
      for (Value each : values) {
        begin(begun, indent);
        out.append("- ");
        if (isBlock(each)) {
          block(each, indent + STEP, true);
        } else {
          scalar(each, indent + STEP);
        }
        begun = false;
      }
      return;
    }
    List<Map.Entry<String, Value>> entries =
        Functions.mapping(value).entrySet().stream()
            .sorted((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)))
            .toList();
    for (Map.Entry<String, Value> entry : entries) {
      begin(begun, indent);
      key(entry.getKey());
      Value under = entry.getValue();
      if (isBlock(under)) {
        block(under, under instanceof Value.Items ? indent : indent + STEP, false);
      } else {
        out.append(' ');
        scalar(under, indent + STEP);
      }
      begun = false;
    }
  }

  private static byte[] bytes(Map.Entry<String, Value> entry) {
    return entry.getKey().getBytes(StandardCharsets.UTF_8);
  }

  private void begin(boolean isBegun, int indent) {
    if (!isBegun) {
      endLine();
      out.repeat(' ', indent);
    }
  }

  private void endLine() {
    if (out.length() > Templates.MAX_LENGTH) {
      throw new Functions.Refused(TextFunctions.bounded(out.toString()));
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void key(String key) {
    if (key.contains("\n") || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw notFollowed();
    }
    quoted(key, Integer.MAX_VALUE, 0);
    out.append(':');
  }

  private void scalar(Value value, int indent) {
    switch (value) {
      case Value.Text(String text) when text.contains("\n") && canStandAsItIs(text) ->
          lines(text, indent);
      case Value.Text(String text) -> quoted(text, WIDTH, indent);
      case Value.Number number -> out.append(Texts.print(number.value()));
      case Value.Flag(boolean flag) -> out.append(flag);
      case Value.Null _ -> out.append("null");
      case Value.Items _ -> out.append("[]");
      case Value.Mapping _ -> out.append("{}");
      case Value.Reference _, Value.Symbol _, Value.Template _, Value.Call _, Value.Unknown _ ->
          throw Unknowns.first(value)
              .map(Functions.Refused::new)
              .orElseGet(YamlWriter::notFollowed);
    }
  }

  private static Functions.Refused notFollowed() {
    return new Functions.Refused(new Value.Unknown(Reason.of("unknown.function", "yamlencode")));
  }

  /// Whether a text of several lines needs no escapes.
  private static boolean canStandAsItIs(String text) {
    return !text.endsWith(" ")
        && !text.contains(" \n")
        && text.codePoints().allMatch(YamlWriter::isPrintable);
  }

  /// As the library that Terraform writes YAML with sees it: no tab is, nor is an emoji.
  private static boolean isPrintable(int c) {
    return c == '\n'
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && !isSeparator(c);
  }

  /// Breaks lines in YAML.
  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private void lines(String text, int indent) {
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append(STEP);
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.length() == 1 || text.endsWith("\n\n")) {
      out.append('+');
    }
    for (String line : text.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.repeat(' ', indent).append(line);
      }
    }
  }

  private void quoted(String text, int width, int indent) {
    int[] points = text.codePoints().toArray();
    int column = out.codePointCount(out.lastIndexOf("\n") + 1, out.length()) + 1;
    out.append('"');
    boolean afterSpace = false;
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (c == ' ' && !afterSpace && column > width && i > 0 && i < points.length - 1) {
        out.append('\n').repeat(' ', indent);
        column = indent;
        if (points[i + 1] == ' ') {
          out.append('\\');
          column++;
        }
      } else {
        String shown = shown(c);
        out.append(shown);
        column += shown.codePointCount(0, shown.length());
      }
      afterSpace = c == ' ';
    }
    out.append('"');
  }

  private static String shown(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case 0x85 -> "\\N";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> isPrintable(c) ? Character.toString(c) : escaped(c);
    };
  }

  private static String escaped(int c) {
    return c <= 0xFF
        ? String.format(Locale.ROOT, "\\x%02X", c)
        : c <= 0xFFFF
            ? String.format(Locale.ROOT, "\\u%04X", c)
            : String.format(Locale.ROOT, "\\U%08X", c);
  }
}

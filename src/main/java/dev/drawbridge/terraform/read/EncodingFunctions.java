package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.text;

import dev.drawbridge.resource.Value;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// Functions that say a text in another way.
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("urlencode", a -> Value.of(url(text(a, 0))));
    all.put("yamldecode", a -> YamlReader.read(text(a, 0)));
    all.put("yamlencode", a -> YamlWriter.write(a.getFirst()));
    all.put("csvdecode", EncodingFunctions::csv);
    all.put("textencodebase64", EncodingFunctions::encoded);
    all.put("textdecodebase64", EncodingFunctions::decoded);
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  private static Value encoded(List<Value> arguments) {
    try {
      ByteBuffer bytes =
          charset(arguments).newEncoder().encode(CharBuffer.wrap(text(arguments, 0)));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return TextFunctions.bounded(Base64.getEncoder().encodeToString(exact));
    } catch (CharacterCodingException e) {
      return Unknowns.failure("call", "textencodebase64");
    }
  }

  private static Value decoded(List<Value> arguments) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text(arguments, 0));
      return Value.of(charset(arguments).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Unknowns.failure("call", "textdecodebase64");
    }
  }

  private static Charset charset(List<Value> arguments) {
    try {
      return Charset.forName(text(arguments, 1));
    } catch (IllegalArgumentException e) {
      throw new Functions.Refused(Unknowns.failure("call", "textencodebase64"));
    }
  }

  /// One mapping for each line but the first, which names the columns.
  private static Value csv(List<Value> arguments) {
    List<List<String>> lines = lines(text(arguments, 0));
    if (lines.isEmpty()) {
      return Unknowns.failure("call", "csvdecode");
    }
    List<String> names = lines.getFirst();
    List<Value> all = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.size() != names.size()) {
        return Unknowns.failure("call", "csvdecode");
      }
      SequencedMap<String, Value> entries = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        entries.put(names.get(i), Value.of(line.get(i)));
      }
      all.add(new Value.Mapping(entries));
    }
    return Functions.list(all);
  }

  /// RFC 4180; lines without anything are none.
  private static List<List<String>> lines(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    String all = text.replace("\r\n", "\n") + (text.endsWith("\n") ? "" : "\n");
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (c == '"' && quoted && i + 1 < all.length() && all.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        line.add(field.toString());
        field.setLength(0);
      } else if (c == '\n' && !quoted) {
        if (!line.isEmpty() || !field.isEmpty()) {
          line.add(field.toString());
          lines.add(line);
        }
        line = new ArrayList<>();
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new Functions.Refused(Unknowns.failure("call", "csvdecode"));
    }
    return lines;
  }
}

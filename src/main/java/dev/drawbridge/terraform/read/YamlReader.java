package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads the YAML in which people list things for `for_each`: mappings and sequences, in blocks or in one line,
/// plain and quoted scalars, blocks of text, comments. What else there is (anchors, tags, several documents) is not
/// read.
final class YamlReader {
  private static final int MAX_DEPTH = 64;

  /// Lines over which one value may go.
  private static final int MAX_LINES = 500;

  private final List<YamlLine> lines;
  private int at;

  private YamlReader(List<YamlLine> lines) {
    this.lines = lines;
  }

  static Value read(String text) {
    YamlReader reader = new YamlReader(YamlLine.of(text));
    reader.skip();
    if (reader.at == reader.lines.size()) {
      throw refused();
    }
    Value value = reader.block(reader.line().indent(), 0);
    reader.skip();
    if (reader.at < reader.lines.size()) {
      throw refused();
    }
    return value;
  }

  static Functions.Refused refused() {
    return new Functions.Refused(Unknowns.failure("call", "yamldecode"));
  }

  private YamlLine line() {
    return lines.get(at);
  }

  private void skip() {
    while (at < lines.size() && line().isBlank()) {
      at++;
    }
  }

  /// Whether another line of a block follows.
  private boolean goesOn(int indent) {
    skip();
    if (at == lines.size() || line().indent() < indent) {
      return false;
    }
    if (line().indent() > indent) {
      throw refused();
    }
    return true;
  }

  private Value block(int indent, int depth) {
    if (depth > MAX_DEPTH) {
      throw refused();
    }
    if (line().isItem()) {
      return sequence(indent, depth);
    }
    if (line().colon() >= 0) {
      return mapping(indent, depth);
    }
    return scalar(indent, depth);
  }

  private Value sequence(int indent, int depth) {
    List<Value> all = new ArrayList<>();
    while (goesOn(indent) && line().isItem()) {
      YamlLine rest = line().item();
      if (rest.isBlank()) {
        at++;
        all.add(nested(indent + 1, depth));
      } else {
        lines.set(at, rest);
        all.add(
            rest.isItem() || rest.colon() >= 0
                ? block(rest.indent(), depth + 1)
                : told(rest.content(), indent, depth));
      }
    }
    return Functions.list(all);
  }

  private Value mapping(int indent, int depth) {
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    while (goesOn(indent) && !line().isItem()) {
      int colon = line().colon();
      if (colon < 0) {
        throw refused();
      }
      String key = YamlFlow.key(line().content().substring(0, colon).strip());
      String rest = line().content().substring(colon + 1).strip();
      if (all.containsKey(key)) {
        throw refused();
      }
      if (rest.isEmpty()) {
        at++;
        skip();
        // The items of a sequence may stand right below its key.
        boolean items = at < lines.size() && line().indent() == indent && line().isItem();
        all.put(key, items ? sequence(indent, depth + 1) : nested(indent + 1, depth));
      } else {
        all.put(key, told(rest, indent, depth));
      }
    }
    return new Value.Mapping(all);
  }

  /// What stands in the lines below, if they are indented at least as far.
  private Value nested(int least, int depth) {
    skip();
    return at < lines.size() && line().indent() >= least
        ? block(line().indent(), depth + 1)
        : new Value.Null();
  }

  /// What stands behind a key or a dash.
  ///
  /// @param indent of the line with the key or the dash; what goes on is further to the right
  private Value told(String start, int indent, int depth) {
    if (start.startsWith("|") || start.startsWith(">")) {
      at++;
      return Value.of(text(start, indent));
    }
    at++;
    StringBuilder all = new StringBuilder(start);
    int first = at;
    while (!YamlFlow.isWhole(all) || YamlFlow.isPlain(all)) {
      skip();
      if (at == lines.size() || line().indent() <= indent) {
        break;
      }
      if (at - first > MAX_LINES || (YamlFlow.isPlain(all) && line().colon() >= 0)) {
        throw refused();
      }
      all.append(' ').append(line().content());
      at++;
    }
    return YamlFlow.value(all.toString(), depth);
  }

  private Value scalar(int indent, int depth) {
    return told(line().content(), indent - 1, depth);
  }

  /// A block of text: its lines as they are, or joined.
  private String text(String header, int indent) {
    if (!header.matches("[|>][-+]?")) {
      throw refused();
    }
    int from = -1;
    List<String> block = new ArrayList<>();
    while (at < lines.size() && (line().isEmpty() || line().indent() > indent)) {
      if (from < 0 && !line().isEmpty()) {
        from = line().indent();
      }
      String raw = line().raw();
      if (!line().isEmpty() && line().indent() < from) {
        throw refused();
      }
      block.add(raw.length() > from && from >= 0 ? raw.substring(from) : "");
      at++;
    }
    int trailing = 0;
    while (!block.isEmpty() && block.getLast().isEmpty()) {
      block.removeLast();
      trailing++;
    }
    String joined = header.startsWith("|") ? String.join("\n", block) : YamlFlow.folded(block);
    if (header.endsWith("-") || block.isEmpty()) {
      return joined;
    }
    return joined + "\n" + (header.endsWith("+") ? "\n".repeat(trailing) : "");
  }
}

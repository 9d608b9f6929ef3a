package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.SupportFile;
import dev.drawbridge.resource.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Files beside the Terraform: start-up scripts, which are alike in every design, under `templates`, and the
/// configuration of one element under `files` and its label.
final class ConfigurationFiles {
  private static final String SCRIPT_FOLDER = "/dev/drawbridge/templates/";

  private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();

  private ConfigurationFiles() {}

  /// A start-up script of ours, filled in.
  static Value script(String file, Value arguments, Lowering out) {
    String path = "templates/" + file;
    if (out.first(path)) {
      out.graph()
          .add(
              new SupportFile(
                  path,
                  SCRIPTS.computeIfAbsent(file, ConfigurationFiles::read),
                  new Origin.Implied("")));
    }
    return Value.call("templatefile", beside(path), arguments);
  }

  /// Whether a path leads to a start-up script that Drawbridge wrote.
  static boolean isScript(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith("templates/" + file)
        && ConfigurationFiles.class.getResource(SCRIPT_FOLDER + file) != null;
  }

  /// Adds a file of the element's own.
  ///
  /// @return its path
  static String add(Node node, String file, String text, Lowering out) {
    String path = "files/" + out.label(node.id()) + "/" + file;
    if (out.first(path)) {
      out.graph().add(new SupportFile(path, text, new Origin.Drawn(node.id().value())));
    }
    return path;
  }

  /// The content of such a file, its placeholders replaced.
  static Value content(String path, SequencedMap<String, Value> placeholders) {
    return placeholders.isEmpty()
        ? Value.call("file", beside(path))
        : Value.call("templatefile", beside(path), new Value.Mapping(placeholders));
  }

  /// A piece of such a file, alike whatever the machine's language.
  static String fill(String piece, Object... values) {
    return String.format(Locale.ROOT, piece, values);
  }

  private static Value beside(String path) {
    return Value.template(Value.symbol("path.module"), Value.of("/" + path));
  }

  private static String read(String file) {
    try (InputStream in = ConfigurationFiles.class.getResourceAsStream(SCRIPT_FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

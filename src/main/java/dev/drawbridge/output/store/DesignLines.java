package dev.drawbridge.output.store;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.ElementId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Where in the text of a design's file elements and their properties stand, for those who want to
/// point at a line. Lines count from 1.
///
/// @param text of the whole file
/// @param elements the lines on which elements begin
/// @param properties the lines of properties, by element and name
public record DesignLines(
    String text,
    Map<ElementId, Integer> elements,
    Map<ElementId, Map<String, Integer>> properties) {
  public DesignLines {
    elements = Map.copyOf(elements);
    properties = Map.copyOf(properties);
  }

  /// The line of a property, or of its element where it says nothing of that property; empty where
  /// it does not know the element.
  ///
  /// @param property null for the element itself
  public Optional<Integer> line(ElementId element, @Nullable String property) {
    Integer line =
        property == null ? null : properties.getOrDefault(element, Map.of()).get(property);
    return Optional.ofNullable(line == null ? elements.get(element) : line);
  }

  /// The lines of a file that can be read as a design.
  public static Outcome<DesignLines> of(Path file) {
    return DesignStore.read(file).map(bytes -> of(new String(bytes, StandardCharsets.UTF_8)));
  }

  static DesignLines of(String text) {
    Scan scan = new Scan();
    try (JsonParser parser = JsonReader.JSON.createParser(ObjectReadContext.empty(), text)) {
      scan.file(parser);
    } catch (JacksonException e) {
      // It is no design any more: what was found so far still stands there.
    }
    return new DesignLines(text, scan.elements, scan.properties);
  }

  private static final class Scan {
    private final Map<ElementId, Integer> elements = new HashMap<>();
    private final Map<ElementId, Map<String, Integer>> properties = new HashMap<>();

    private void file(JsonParser parser) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          JsonToken value = parser.nextToken();
          if (name.equals(Names.ELEMENTS) && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
              element(parser);
            }
          } else {
            parser.skipChildren();
          }
        }
      }
    }

    private void element(JsonParser parser) {
      int line = parser.currentTokenLocation().getLineNr();
      Map<String, Integer> lines = new HashMap<>();
      String id = "";
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        lines.putIfAbsent(name, parser.currentTokenLocation().getLineNr());
        JsonToken value = parser.nextToken();
        if (name.equals(Names.ID) && value == JsonToken.VALUE_STRING) {
          id = parser.getString();
        }
        if (name.equals(Names.PROPERTIES) && value == JsonToken.START_OBJECT) {
          for (String own = parser.nextName(); own != null; own = parser.nextName()) {
            lines.put(own, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
      if (ElementId.isValid(id)) {
        elements.put(new ElementId(id), line);
        properties.put(new ElementId(id), Map.copyOf(lines));
      }
    }
  }
}

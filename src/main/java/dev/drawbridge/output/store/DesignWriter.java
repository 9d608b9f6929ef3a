package dev.drawbridge.output.store;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/// Writes a document so that a small edit is a small difference in the text: fields in a fixed order, one
/// a line; properties sorted by name; elements in the document's order; coordinates in one line.
public final class DesignWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;
  private final JsonLayout layout;

  private DesignWriter(JsonGenerator out, JsonLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  /// The file's bytes: UTF-8, lines ended by LF, the last one too.
  public static byte[] write(Document document) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(400 * document.elements().size() + 1024);
    JsonLayout layout = new JsonLayout();
    try (JsonGenerator out = JSON.createGenerator(layout.context(), bytes, JsonEncoding.UTF8)) {
      new DesignWriter(out, layout).document(Texts.tidy(document));
      out.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  /// A value by itself, laid out alike.
  static byte[] write(Datum datum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLayout layout = new JsonLayout();
    try (JsonGenerator out = JSON.createGenerator(layout.context(), bytes, JsonEncoding.UTF8)) {
      new DesignWriter(out, layout).datum(datum);
      out.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private void document(Document document) {
    out.writeStartObject();
    out.writeNumberProperty(Names.SCHEMA_VERSION, Migration.CURRENT);
    out.writeNumberProperty(Names.MIN_READER_VERSION, Migration.CURRENT);
    if (!document.settings().title().isEmpty()) {
      out.writeStringProperty(Names.TITLE, document.settings().title());
    }
    sorted(Names.SETTINGS, document.settings().properties());
    out.writeArrayPropertyStart(Names.ELEMENTS);
    for (Element element : document.elements().values()) {
      out.writeStartObject();
      out.writeStringProperty(Names.ID, element.id().value());
      out.writeStringProperty(Names.KIND, element.kind());
      if (!element.name().isEmpty()) {
        out.writeStringProperty(Names.NAME, element.name());
      }
      switch (element) {
        case Node node -> node(node);
        case Connector connector -> connector(connector);
      }
      sorted(Names.PROPERTIES, element.properties());
      fields(element.extras());
      out.writeEndObject();
    }
    out.writeEndArray();
    fields(document.extras());
    out.writeEndObject();
  }

  private void node(Node node) {
    ElementId parent = node.parent();
    if (parent != null) {
      out.writeStringProperty(Names.PARENT, parent.value());
    }
    Rect bounds = node.bounds();
    out.writeName(Names.BOUNDS);
    coordinates(bounds.x(), bounds.y(), bounds.width(), bounds.height());
    if (!node.spans().isEmpty()) {
      out.writeArrayPropertyStart(Names.SPANS);
      node.spans().forEach(id -> out.writeString(id.value()));
      out.writeEndArray();
    }
    if (node.locked()) {
      out.writeBooleanProperty(Names.LOCKED, true);
    }
  }

  private void connector(Connector connector) {
    out.writeStringProperty(Names.SOURCE, connector.source().value());
    out.writeStringProperty(Names.TARGET, connector.target().value());
    if (!connector.bends().isEmpty()) {
      out.writeArrayPropertyStart(Names.BENDS);
      for (Point bend : connector.bends()) {
        coordinates(bend.x(), bend.y());
      }
      out.writeEndArray();
    }
  }

  private void coordinates(double... values) {
    out.writeStartArray();
    layout.inOneLine(true);
    for (double value : values) {
      if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
        out.writeNumber((long) value);
      } else {
        out.writeNumber(new BigDecimal(Double.toString(value)).toPlainString());
      }
    }
    out.writeEndArray();
    layout.inOneLine(false);
  }

  /// Sorted, so that the order in which somebody set them does not show as a difference.
  private void sorted(String name, Fields fields) {
    if (!fields.isEmpty()) {
      out.writeObjectPropertyStart(name);
      SortedMap<String, Datum> sorted = new TreeMap<>();
      fields.forEach(sorted::put);
      sorted.forEach(this::field);
      out.writeEndObject();
    }
  }

  private void fields(Fields fields) {
    fields.forEach(this::field);
  }

  private void field(String name, Datum value) {
    out.writeName(name);
    datum(value);
  }

  private void datum(Datum datum) {
    switch (datum) {
      case Datum.Text(String value) -> out.writeString(value);
      case Datum.Number(BigDecimal value) -> out.writeNumber(value);
      case Datum.Flag(boolean value) -> out.writeBoolean(value);
      case Datum.Nothing() -> out.writeNull();
      case Datum.Items(var values) -> {
        out.writeStartArray();
        values.forEach(this::datum);
        out.writeEndArray();
      }
      case Datum.Record(Fields nested) -> {
        out.writeStartObject();
        fields(nested);
        out.writeEndObject();
      }
    }
  }
}

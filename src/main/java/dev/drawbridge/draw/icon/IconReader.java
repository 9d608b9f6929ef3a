package dev.drawbridge.draw.icon;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.PathData;
import dev.drawbridge.draw.shape.Stroke;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads an icon from SVG: `svg` with `viewBox="0 0 48 48"`, and in it `path`, `rect`, `circle`, `line`,
/// `polyline` and `polygon` with plain fill and stroke attributes, which `g` may set for its content.
/// Everything else is refused rather than drawn wrongly. No DTD, no entity, nothing fetched.
public final class IconReader {
  private static final int MOST_SHAPES = 500;
  private static final int DEEPEST = 16;
  private static final Set<String> SHAPES =
      Set.of("path", "rect", "circle", "line", "polyline", "polygon");

  /// Attributes that a child takes over from what is around it.
  private record Style(
      String fill,
      double fillOpacity,
      String stroke,
      double width,
      double strokeOpacity,
      String cap,
      String dashes) {
    static final Style START = new Style("#000000", 1, "none", 1, 1, "butt", "none");
  }

  /// What is wrong with the file, on its way out of the reader.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String what;

    Refused(String what) {
      super(what, null, false, false);
      this.what = what;
    }
  }

  private final XMLStreamReader xml;
  private final List<IconArt.Shape> shapes = new ArrayList<>();
  private final List<Style> styles = new ArrayList<>(List.of(Style.START));

  private IconReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// @param name what the icon goes by, also in issues
  public static Outcome<IconArt> read(String name, InputStream svg) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      XMLStreamReader xml =
          factory.createXMLStreamReader(new InputStreamReader(svg, StandardCharsets.UTF_8));
      IconReader reader = new IconReader(xml);
      try {
        reader.readAll();
        return Outcome.ok(new IconArt(name, reader.shapes));
      } catch (Refused e) {
        Location at = xml.getLocation();
        return failed(name, at.getLineNumber(), at.getColumnNumber(), e.what);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      return at == null
          ? failed(name, 0, 0, "XML")
          : failed(name, at.getLineNumber(), at.getColumnNumber(), "XML");
    }
  }

  private static Outcome<IconArt> failed(String name, int line, int column, String what) {
    Place place = new Place.InFile(name + ".svg", Math.max(line, 0), Math.max(column, 0));
    return Outcome.failed(Issue.error(place, "draw.icon.unreadable", what));
  }

  private void readAll() throws XMLStreamException, Refused {
    boolean root = true;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Refused("DOCTYPE");
        case XMLStreamConstants.START_ELEMENT -> {
          start(xml.getLocalName(), root);
          root = false;
        }
        case XMLStreamConstants.END_ELEMENT -> styles.removeLast();
        default -> {
          // Comments and white space draw nothing.
        }
      }
    }
    if (root) {
      throw new Refused("svg");
    }
  }

  private void start(String element, boolean root) throws XMLStreamException, Refused {
    if (root != element.equals("svg")) {
      throw new Refused("<" + element + ">");
    }
    if (root && !"0 0 48 48".equals(attribute("viewBox"))) {
      throw new Refused("viewBox");
    }
    if (element.equals("title") || element.equals("desc")) {
      xml.getElementText();
      return; // getElementText has read past its end
    }
    if (!root && !element.equals("g") && !SHAPES.contains(element)) {
      throw new Refused("<" + element + ">");
    }
    if (styles.size() > DEEPEST || shapes.size() >= MOST_SHAPES) {
      throw new Refused("size");
    }
    Style style = style(styles.getLast());
    styles.add(style);
    if (SHAPES.contains(element)) {
      Outline outline = outline(element);
      int fill = element.equals("line") ? 0 : colour(style.fill, style.fillOpacity);
      shapes.add(new IconArt.Shape(outline, fill, stroke(style)));
    }
  }

  private Style style(Style around) throws Refused {
    for (String unsupported : List.of("transform", "style", "class", "filter", "mask", "opacity")) {
      if (attribute(unsupported) != null) {
        throw new Refused(unsupported);
      }
    }
    return new Style(
        text("fill", around.fill),
        number("fill-opacity", around.fillOpacity),
        text("stroke", around.stroke),
        number("stroke-width", around.width),
        number("stroke-opacity", around.strokeOpacity),
        text("stroke-linecap", around.cap),
        text("stroke-dasharray", around.dashes));
  }

  private static @Nullable Stroke stroke(Style style) throws Refused {
    int colour = colour(style.stroke, style.strokeOpacity);
    if (colour == 0 || style.width <= 0) {
      return null;
    }
    List<Double> dashes = new ArrayList<>();
    if (!style.dashes.equals("none")) {
      for (double dash : numbers(style.dashes)) {
        if (dash <= 0) {
          throw new Refused("stroke-dasharray");
        }
        dashes.add(dash);
      }
    }
    Stroke.Cap cap =
        switch (style.cap) {
          case "butt" -> Stroke.Cap.BUTT;
          case "round" -> Stroke.Cap.ROUND;
          default -> throw new Refused("stroke-linecap");
        };
    return new Stroke(colour, style.width, dashes, cap);
  }

  private Outline outline(String element) throws Refused {
    return switch (element) {
      case "path" -> {
        Outline outline = PathData.parse(text("d", ""));
        if (outline == null) {
          throw new Refused("d");
        }
        yield outline;
      }
      case "rect" -> {
        double width = number("width", 0);
        double height = number("height", 0);
        if (width <= 0 || height <= 0) {
          throw new Refused("rect");
        }
        yield Outline.builder()
            .roundRect(number("x", 0), number("y", 0), width, height, number("rx", 0))
            .build();
      }
      case "circle" -> {
        double radius = number("r", 0);
        if (radius <= 0) {
          throw new Refused("r");
        }
        yield Outline.builder().circle(number("cx", 0), number("cy", 0), radius).build();
      }
      case "line" -> {
        Outline.Builder line = Outline.builder();
        line.moveTo(number("x1", 0), number("y1", 0));
        line.lineTo(number("x2", 0), number("y2", 0));
        yield line.build();
      }
      default -> points(element.equals("polygon"));
    };
  }

  private Outline points(boolean closed) throws Refused {
    double[] values = numbers(text("points", ""));
    if (values.length < 4 || values.length % 2 != 0) {
      throw new Refused("points");
    }
    Outline.Builder line = Outline.builder();
    line.moveTo(values[0], values[1]);
    for (int i = 2; i < values.length; i += 2) {
      line.lineTo(values[i], values[i + 1]);
    }
    if (closed) {
      line.close();
    }
    return line.build();
  }

  private static int colour(String text, double opacity) throws Refused {
    if (text.equals("none")) {
      return 0;
    }
    if (!text.matches("#[0-9a-fA-F]{6}")) {
      throw new Refused(text);
    }
    int alpha = (int) Math.round(255 * Math.clamp(opacity, 0, 1));
    return alpha << 24 | Integer.parseInt(text.substring(1), 16);
  }

  private @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private String text(String name, String fallback) {
    String value = attribute(name);
    return value == null ? fallback : value.strip();
  }

  private double number(String name, double fallback) throws Refused {
    String value = attribute(name);
    if (value == null) {
      return fallback;
    }
    double[] values = numbers(value);
    if (values.length != 1) {
      throw new Refused(name);
    }
    return values[0];
  }

  private static double[] numbers(String text) throws Refused {
    String[] words = text.strip().split("[\\s,]+");
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        values[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new Refused(words[i]);
      }
      if (!Double.isFinite(values[i])) {
        throw new Refused(words[i]);
      }
    }
    return values;
  }
}

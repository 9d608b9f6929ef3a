package dev.drawbridge.draw.icon;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.PathData;
import dev.drawbridge.draw.shape.Stroke;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads an icon that others drew: more of SVG than [IconReader], and as strict about what it does not
/// know, because a file from a stranger must neither be drawn wrongly nor do anything. No DTD, no entity,
/// nothing fetched, no script, no embedded picture; sizes are bounded.
///
/// Shapes come out on our grid, filled by the non-zero rule. A gradient becomes one colour.
final class ForeignIcon {
  private static final int MOST_SHAPES = 2000;
  private static final int DEEPEST = 32;
  private static final Set<String> SHAPES =
      Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");

  /// What says something about the file, or draws nothing by itself.
  private static final Set<String> SILENT = Set.of("title", "desc", "metadata", "defs", "style");

  /// What would change how things look in ways that we do not follow.
  private static final List<String> UNKNOWN = List.of("filter", "mask", "clip-path", "href");

  private static final Pattern TRANSFORM =
      Pattern.compile("\\s*(matrix|translate|scale|rotate)\\s*\\(([^()]*)\\)\\s*,?");

  private final XMLStreamReader xml;
  private final IconColours colours;
  private final List<IconArt.Shape> shapes = new ArrayList<>();
  private final List<Context> contexts = new ArrayList<>();

  /// What holds inside an element.
  private record Context(IconStyle style, AffineTransform transform) {}

  private ForeignIcon(XMLStreamReader xml, IconColours colours) {
    this.xml = xml;
    this.colours = colours;
  }

  /// @param name what the icon goes by, also in issues
  static Outcome<IconArt> read(String name, byte[] svg) {
    try {
      IconColours colours = IconColours.of(open(svg));
      XMLStreamReader xml = open(svg);
      try {
        ForeignIcon icon = new ForeignIcon(xml, colours);
        icon.readAll();
        return Outcome.ok(new IconArt(name, icon.shapes));
      } catch (RefusedIcon e) {
        Location at = xml.getLocation();
        return failed(name, at.getLineNumber(), at.getColumnNumber(), e.what());
      } finally {
        xml.close();
      }
    } catch (RefusedIcon e) {
      return failed(name, 0, 0, e.what());
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      return at == null
          ? failed(name, 0, 0, "XML")
          : failed(name, at.getLineNumber(), at.getColumnNumber(), "XML");
    }
  }

  private static XMLStreamReader open(byte[] svg) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Through a reader: given bytes, the JDK's parser reports bad UTF-8 on System.err by itself.
    return factory.createXMLStreamReader(
        new InputStreamReader(new ByteArrayInputStream(svg), StandardCharsets.UTF_8));
  }

  private static Outcome<IconArt> failed(String name, int line, int column, String what) {
    Place place = new Place.InFile(name, Math.max(line, 0), Math.max(column, 0));
    return Outcome.failed(Issue.warning(place, "draw.icon.unreadable", what));
  }

  private void readAll() throws XMLStreamException, RefusedIcon {
    int silent = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RefusedIcon("DOCTYPE");
        case XMLStreamConstants.START_ELEMENT -> {
          String element = xml.getLocalName();
          if (silent > 0 || SILENT.contains(element) || IconColours.isGradient(element)) {
            silent++;
          } else {
            start(element);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (silent > 0) {
            silent--;
          } else {
            contexts.removeLast();
          }
        }
        default -> {
          // Comments and white space draw nothing.
        }
      }
    }
    if (shapes.isEmpty()) {
      throw new RefusedIcon("svg");
    }
  }

  private void start(String element) throws RefusedIcon {
    boolean root = contexts.isEmpty();
    if (root != element.equals("svg")
        || !root && !element.equals("g") && !SHAPES.contains(element)) {
      throw new RefusedIcon("<" + element + ">");
    }
    if (contexts.size() > DEEPEST || shapes.size() >= MOST_SHAPES) {
      throw new RefusedIcon("size");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      if (UNKNOWN.contains(name) || name.startsWith("on")) {
        throw new RefusedIcon(name);
      }
    }
    Context around = root ? new Context(IconStyle.START, grid()) : contexts.getLast();
    AffineTransform transform = new AffineTransform(around.transform);
    String told = attribute("transform");
    if (told != null) {
      transform.concatenate(transform(told));
    }
    IconStyle style = around.style.with(attributes(), colours);
    contexts.add(new Context(style, transform));
    if (SHAPES.contains(element) && style.isSeen()) {
      draw(element, style, transform);
    }
  }

  /// From the file's units to ours, the picture in the middle.
  private AffineTransform grid() throws RefusedIcon {
    String box = attribute("viewBox");
    double[] view =
        box == null
            ? new double[] {0, 0, length("width", IconArt.GRID), length("height", IconArt.GRID)}
            : numbers(box);
    if (view.length != 4 || view[2] <= 0 || view[3] <= 0) {
      throw new RefusedIcon("viewBox");
    }
    double scale = IconArt.GRID / Math.max(view[2], view[3]);
    AffineTransform grid = new AffineTransform();
    grid.translate((IconArt.GRID - view[2] * scale) / 2, (IconArt.GRID - view[3] * scale) / 2);
    grid.scale(scale, scale);
    grid.translate(-view[0], -view[1]);
    return grid;
  }

  private static AffineTransform transform(String text) throws RefusedIcon {
    AffineTransform all = new AffineTransform();
    Matcher matcher = TRANSFORM.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      double[] n = numbers(matcher.group(2));
      all.concatenate(
          switch (matcher.group(1) + n.length) {
            case "matrix6" -> new AffineTransform(n);
            case "translate1" -> AffineTransform.getTranslateInstance(n[0], 0);
            case "translate2" -> AffineTransform.getTranslateInstance(n[0], n[1]);
            case "scale1" -> AffineTransform.getScaleInstance(n[0], n[0]);
            case "scale2" -> AffineTransform.getScaleInstance(n[0], n[1]);
            case "rotate1" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
            case "rotate3" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2]);
            default -> throw new RefusedIcon("transform");
          });
    }
    if (end != text.length()) {
      throw new RefusedIcon("transform");
    }
    return all;
  }

  private void draw(String element, IconStyle style, AffineTransform transform) throws RefusedIcon {
    Outline outline = IconOutline.placed(outline(element), transform, style.isEvenOdd());
    int fill = element.equals("line") ? 0 : style.fillColour();
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    int line = style.strokeColour();
    Stroke stroke =
        line >>> 24 == 0 || style.width() <= 0
            ? null
            : new Stroke(line, style.width() * scale, List.of(), style.cap());
    if (fill >>> 24 != 0 || stroke != null) {
      shapes.add(new IconArt.Shape(outline, fill, stroke));
    }
  }

  private Outline outline(String element) throws RefusedIcon {
    return switch (element) {
      case "path" -> {
        String d = attribute("d");
        Outline outline = d == null ? null : PathData.parse(d);
        if (outline == null) {
          throw new RefusedIcon("d");
        }
        yield outline;
      }
      case "rect" -> {
        double radius = length("rx", length("ry", 0));
        yield Outline.builder()
            .roundRect(
                length("x", 0), length("y", 0), size("width"), size("height"), Math.max(0, radius))
            .build();
      }
      case "circle" ->
          Outline.builder().circle(length("cx", 0), length("cy", 0), size("r")).build();
      case "ellipse" -> {
        double rx = size("rx");
        double ry = size("ry");
        yield Outline.builder()
            .circle(0, 0, 1)
            .build()
            .placed(rx, ry, length("cx", 0), length("cy", 0));
      }
      case "line" ->
          points(
              new double[] {length("x1", 0), length("y1", 0), length("x2", 0), length("y2", 0)},
              false);
      default -> {
        String points = attribute("points");
        yield points(numbers(points == null ? "" : points), element.equals("polygon"));
      }
    };
  }

  private static Outline points(double[] values, boolean closed) throws RefusedIcon {
    if (values.length < 4 || values.length % 2 != 0) {
      throw new RefusedIcon("points");
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

  private double size(String name) throws RefusedIcon {
    double value = length(name, 0);
    if (value <= 0) {
      throw new RefusedIcon(name);
    }
    return value;
  }

  private double length(String name, double fallback) throws RefusedIcon {
    String value = attribute(name);
    if (value == null) {
      return fallback;
    }
    double[] found = numbers(value.strip().replaceFirst("px$", ""));
    if (found.length != 1) {
      throw new RefusedIcon(name);
    }
    return found[0];
  }

  private @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private Map<String, String> attributes() {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      all.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return all;
  }

  static double[] numbers(String text) throws RefusedIcon {
    String[] words = text.strip().split("[\\s,]+");
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        values[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw new RefusedIcon(words[i].length() > 20 ? words[i].substring(0, 20) : words[i]);
      }
      if (!Double.isFinite(values[i]) || Math.abs(values[i]) > 1e6) {
        throw new RefusedIcon(words[i].length() > 20 ? words[i].substring(0, 20) : words[i]);
      }
    }
    return values;
  }
}

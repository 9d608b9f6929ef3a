package dev.drawbridge.draw.icon;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What a foreign icon calls by name: gradients, each as the mean of its colours, and classes of a style
/// sheet. Of style sheets only `.name { property: value }` is understood; nothing in them is fetched.
final class IconColours {
  private static final Pattern REFERENCE = Pattern.compile("url\\(['\"]?#([^'\")]+)['\"]?\\)");
  private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
  private static final Map<String, Integer> NAMED =
      Map.of("black", 0xff000000, "white", 0xffffffff, "none", 0, "transparent", 0);

  private final Map<String, Integer> gradients = new HashMap<>();
  private final Map<String, Map<String, String>> classes = new HashMap<>();

  private IconColours() {}

  static boolean isGradient(String element) {
    return element.equals("linearGradient") || element.equals("radialGradient");
  }

  static IconColours of(XMLStreamReader xml) throws XMLStreamException, RefusedIcon {
    IconColours colours = new IconColours();
    String gradient = null;
    long[] sum = new long[4];
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new RefusedIcon("DOCTYPE");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        if (isGradient(element)) {
          gradient = Objects.toString(xml.getAttributeValue(null, "id"), "");
          sum = new long[4];
        } else if (element.equals("stop") && gradient != null) {
          colours.stop(xml, gradient, sum);
        } else if (element.equals("style")) {
          colours.sheet(xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && isGradient(xml.getLocalName())) {
        gradient = null;
      }
    }
    xml.close();
    return colours;
  }

  private void stop(XMLStreamReader xml, String gradient, long[] sum) throws RefusedIcon {
    Map<String, String> style =
        declarations(Objects.toString(xml.getAttributeValue(null, "style"), ""));
    String told = style.getOrDefault("stop-color", xml.getAttributeValue(null, "stop-color"));
    int colour = colour(told == null ? "black" : told);
    sum[0]++;
    sum[1] += colour >> 16 & 0xff;
    sum[2] += colour >> 8 & 0xff;
    sum[3] += colour & 0xff;
    int mean =
        (int) (sum[1] / sum[0]) << 16 | (int) (sum[2] / sum[0]) << 8 | (int) (sum[3] / sum[0]);
    gradients.put(gradient, 0xff000000 | mean);
  }

  private void sheet(String text) {
    Matcher rules = RULE.matcher(text);
    while (rules.find()) {
      for (String selector : rules.group(1).split(",")) {
        String name = selector.strip();
        if (name.startsWith(".")) {
          classes
              .computeIfAbsent(name.substring(1), _ -> new HashMap<>())
              .putAll(declarations(rules.group(2)));
        }
      }
    }
  }

  /// What a style sheet says of an element with these classes.
  Map<String, String> ofClasses(String names) {
    Map<String, String> all = new HashMap<>();
    for (String name : names.strip().split("\\s+")) {
      all.putAll(classes.getOrDefault(name, Map.of()));
    }
    return all;
  }

  /// `name: value; name: value`.
  static Map<String, String> declarations(String text) {
    Map<String, String> all = new HashMap<>();
    for (String declaration : text.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        all.put(declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
    return all;
  }

  /// ARGB; 0 for none.
  int colour(@Nullable String told) throws RefusedIcon {
    String text = Objects.toString(told, "none").strip().toLowerCase(Locale.ROOT);
    if (text.equals("currentcolor")) {
      return 0xff000000;
    }
    Integer named = NAMED.get(text);
    if (named != null) {
      return named;
    }
    if (text.matches("#[0-9a-f]{6}")) {
      return 0xff000000 | Integer.parseInt(text.substring(1), 16);
    }
    if (text.matches("#[0-9a-f]{3}")) {
      int digits = Integer.parseInt(text.substring(1), 16);
      return 0xff000000
          | (digits >> 8) * 0x110000
          | (digits >> 4 & 0xf) * 0x1100
          | (digits & 0xf) * 0x11;
    }
    Matcher reference = REFERENCE.matcher(Objects.toString(told, "").strip());
    if (reference.matches()) {
      Integer gradient = gradients.get(reference.group(1));
      if (gradient != null) {
        return gradient;
      }
    }
    throw new RefusedIcon(text.length() > 30 ? text.substring(0, 30) : text);
  }
}

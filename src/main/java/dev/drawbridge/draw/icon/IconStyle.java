package dev.drawbridge.draw.icon;

import dev.drawbridge.draw.shape.Stroke;
import java.util.HashMap;
import java.util.Map;

/// How a shape of a foreign icon is painted: what stands at its element and at those around it.
///
/// @param fill ARGB
/// @param stroke ARGB
/// @param opacity of all, 0 to 1
record IconStyle(
    int fill,
    double fillOpacity,
    int stroke,
    double strokeOpacity,
    double width,
    Stroke.Cap cap,
    boolean isEvenOdd,
    double opacity,
    boolean isSeen) {
  static final IconStyle START =
      new IconStyle(0xff000000, 1, 0, 1, 1, Stroke.Cap.BUTT, false, 1, true);

  /// @param attributes of the element, among them `style` and `class`
  IconStyle with(Map<String, String> attributes, IconColours colours) throws RefusedIcon {
    Map<String, String> told = new HashMap<>(attributes);
    told.putAll(colours.ofClasses(attributes.getOrDefault("class", "")));
    told.putAll(IconColours.declarations(attributes.getOrDefault("style", "")));
    return new IconStyle(
        told.containsKey("fill") ? colours.colour(told.get("fill")) : fill,
        number(told, "fill-opacity", fillOpacity),
        told.containsKey("stroke") ? colours.colour(told.get("stroke")) : stroke,
        number(told, "stroke-opacity", strokeOpacity),
        number(told, "stroke-width", width),
        switch (told.getOrDefault("stroke-linecap", cap == Stroke.Cap.ROUND ? "round" : "butt")) {
          case "round" -> Stroke.Cap.ROUND;
          default -> Stroke.Cap.BUTT;
        },
        told.containsKey("fill-rule") ? told.get("fill-rule").equals("evenodd") : isEvenOdd,
        opacity * number(told, "opacity", 1),
        isSeen && !"none".equals(told.get("display")) && !"hidden".equals(told.get("visibility")));
  }

  int fillColour() {
    return faded(fill, fillOpacity * opacity);
  }

  int strokeColour() {
    return faded(stroke, strokeOpacity * opacity);
  }

  private static int faded(int colour, double by) {
    int alpha = (int) Math.round((colour >>> 24) * Math.clamp(by, 0, 1));
    return alpha << 24 | colour & 0xffffff;
  }

  private static double number(Map<String, String> told, String name, double fallback)
      throws RefusedIcon {
    String text = told.get(name);
    if (text == null) {
      return fallback;
    }
    double[] values = ForeignIcon.numbers(text.strip().replaceFirst("px$", ""));
    if (values.length != 1 || values[0] < 0) {
      throw new RefusedIcon(name);
    }
    return values[0];
  }
}

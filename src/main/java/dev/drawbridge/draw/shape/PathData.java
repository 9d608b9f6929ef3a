package dev.drawbridge.draw.shape;

import org.jspecify.annotations.Nullable;

/// Reads the path data of SVG 1.1 (section 8.3): all commands, absolute and relative, with arcs and
/// shorthand curves. Source of the arc conversion: SVG 1.1, appendix F.6.
public final class PathData {
  private static final String COMMANDS = "MmLlHhVvCcSsQqTtAaZz";

  private final String text;
  private final Outline.Builder out = Outline.builder();
  private int at;
  private boolean bad;
  private double controlX;
  private double controlY;
  private char last = ' ';

  private PathData(String text) {
    this.text = text;
  }

  /// The outline, or null when the text is not path data.
  public static @Nullable Outline parse(String text) {
    return new PathData(text).parse();
  }

  private @Nullable Outline parse() {
    char command = ' ';
    boolean first = true;
    while (true) {
      skip();
      if (at >= text.length()) {
        return bad ? null : out.build();
      }
      char next = text.charAt(at);
      if (COMMANDS.indexOf(next) >= 0) {
        command = next;
        at++;
      } else if (command == 'M') {
        command = 'L';
      } else if (command == 'm') {
        command = 'l';
      } else if (command == ' ' || command == 'Z' || command == 'z') {
        return null;
      }
      if (first && Character.toUpperCase(command) != 'M') {
        return null;
      }
      first = false;
      step(command);
      if (bad) {
        return null;
      }
      last = Character.toUpperCase(command);
    }
  }

  private void step(char command) {
    boolean relative = Character.isLowerCase(command);
    double baseX = relative ? out.x() : 0;
    double baseY = relative ? out.y() : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> out.moveTo(baseX + number(), baseY + number());
      case 'L' -> out.lineTo(baseX + number(), baseY + number());
      case 'H' -> out.lineTo(baseX + number(), out.y());
      case 'V' -> out.lineTo(out.x(), baseY + number());
      case 'C' ->
          cubic(
              baseX + number(),
              baseY + number(),
              baseX + number(),
              baseY + number(),
              baseX + number(),
              baseY + number());
      case 'S' -> {
        boolean smooth = last == 'C' || last == 'S';
        double x1 = smooth ? 2 * out.x() - controlX : out.x();
        double y1 = smooth ? 2 * out.y() - controlY : out.y();
        cubic(x1, y1, baseX + number(), baseY + number(), baseX + number(), baseY + number());
      }
      case 'Q' -> quadratic(baseX + number(), baseY + number(), baseX + number(), baseY + number());
      case 'T' -> {
        boolean smooth = last == 'Q' || last == 'T';
        double x1 = smooth ? 2 * out.x() - controlX : out.x();
        double y1 = smooth ? 2 * out.y() - controlY : out.y();
        quadratic(x1, y1, baseX + number(), baseY + number());
      }
      case 'A' ->
          arc(number(), number(), number(), flag(), flag(), baseX + number(), baseY + number());
      default -> out.close();
    }
  }

  private void cubic(double x1, double y1, double x2, double y2, double x, double y) {
    out.cubicTo(x1, y1, x2, y2, x, y);
    controlX = x2;
    controlY = y2;
  }

  private void quadratic(double x1, double y1, double x, double y) {
    out.quadTo(x1, y1, x, y);
    controlX = x1;
    controlY = y1;
  }

  private void arc(
      double radiusX,
      double radiusY,
      double degrees,
      boolean large,
      boolean sweep,
      double x,
      double y) {
    double fromX = out.x();
    double fromY = out.y();
    double rx = Math.abs(radiusX);
    double ry = Math.abs(radiusY);
    if (rx == 0 || ry == 0 || (fromX == x && fromY == y)) {
      out.lineTo(x, y);
      return;
    }
    double phi = Math.toRadians(degrees);
    double cos = Math.cos(phi);
    double sin = Math.sin(phi);
    double dx = (fromX - x) / 2;
    double dy = (fromY - y) / 2;
    double px = cos * dx + sin * dy;
    double py = -sin * dx + cos * dy;
    double grow = px * px / (rx * rx) + py * py / (ry * ry);
    if (grow > 1) {
      rx *= Math.sqrt(grow);
      ry *= Math.sqrt(grow);
    }
    double below = rx * rx * py * py + ry * ry * px * px;
    double factor = Math.sqrt(Math.max(0, rx * rx * ry * ry / below - 1));
    if (large == sweep) {
      factor = -factor;
    }
    double cx = factor * rx * py / ry;
    double cy = -factor * ry * px / rx;
    double start = Math.atan2((py - cy) / ry, (px - cx) / rx);
    double end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
    double angle = end - start;
    if (sweep && angle < 0) {
      angle += 2 * Math.PI;
    } else if (!sweep && angle > 0) {
      angle -= 2 * Math.PI;
    }
    double centreX = cos * cx - sin * cy + (fromX + x) / 2;
    double centreY = sin * cx + cos * cy + (fromY + y) / 2;
    int pieces = (int) Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9);
    double each = angle / pieces;
    double handle = 4.0 / 3 * Math.tan(each / 4);
    for (int i = 0; i < pieces; i++) {
      double a = start + i * each;
      double b = a + each;
      double ux1 = rx * (Math.cos(a) - handle * Math.sin(a));
      double uy1 = ry * (Math.sin(a) + handle * Math.cos(a));
      double ux2 = rx * (Math.cos(b) + handle * Math.sin(b));
      double uy2 = ry * (Math.sin(b) - handle * Math.cos(b));
      boolean lastPiece = i == pieces - 1;
      double ux = rx * Math.cos(b);
      double uy = ry * Math.sin(b);
      out.cubicTo(
          centreX + cos * ux1 - sin * uy1,
          centreY + sin * ux1 + cos * uy1,
          centreX + cos * ux2 - sin * uy2,
          centreY + sin * ux2 + cos * uy2,
          lastPiece ? x : centreX + cos * ux - sin * uy,
          lastPiece ? y : centreY + sin * ux + cos * uy);
    }
  }

  private void skip() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
      at++;
    }
  }

  /// An arc's flag is one digit and needs no separator after it.
  private boolean flag() {
    skip();
    if (at < text.length() && (text.charAt(at) == '0' || text.charAt(at) == '1')) {
      return text.charAt(at++) == '1';
    }
    bad = true;
    return false;
  }

  private double number() {
    skip();
    int start = at;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      digits();
    }
    try {
      double value = Double.parseDouble(text.substring(start, at));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: the caller learns that the whole text is not path data.
    }
    bad = true;
    at = text.length();
    return 0;
  }

  private void digits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }
}

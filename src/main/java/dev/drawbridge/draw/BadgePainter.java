package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;

/// Draws how many findings an element has: the shape of the worst severity, and the number.
final class BadgePainter {
  static final double HEIGHT = 22;
  private static final double ICON = 16;
  private static final double INSET = 3;

  private final Theme theme;

  BadgePainter(Theme theme) {
    this.theme = theme;
  }

  static double width(Badge badge) {
    return badge.count() == 1 ? HEIGHT : INSET + ICON + 3 + textWidth(badge) + 7;
  }

  private static double textWidth(Badge badge) {
    return Type.COUNT.width(text(badge));
  }

  private static String text(Badge badge) {
    return badge.count() > 99 ? "99+" : Integer.toString(badge.count());
  }

  /// @param right where the badge ends
  /// @param middle its middle's y
  Mark.Group paint(ElementId element, Badge badge, double right, double middle) {
    double width = width(badge);
    Rect pill = new Rect(right - width, middle - HEIGHT / 2, width, HEIGHT);
    int colour = theme.severity(badge.worst());
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Box(pill, HEIGHT / 2, theme.card(), Stroke.solid(colour, 1.25)));
    marks.add(
        new Mark.Icon(
            Icons.named(icon(badge.worst())),
            new Rect(pill.x() + INSET, middle - ICON / 2, ICON, ICON),
            1));
    if (badge.count() > 1) {
      double x = pill.x() + INSET + ICON + 3;
      marks.add(Mark.Text.of(text(badge), x, middle + Type.COUNT.centring(), Type.COUNT, colour));
    }
    return Mark.Group.of(element.value(), "", marks);
  }

  /// How bad the finding is that a badge is for: 0 for the worst severity.
  static int rank(Mark.Group badge) {
    for (Mark mark : badge.children()) {
      if (mark instanceof Mark.Icon shape) {
        for (Severity severity : Severity.values()) {
          if (shape.art() == Icons.named(icon(severity))) {
            return severity.ordinal();
          }
        }
      }
    }
    throw new IllegalArgumentException("no badge: " + badge.id());
  }

  /// The icon of a severity: octagon, triangle, square, diamond, circle.
  static String icon(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "severity-critical";
      case HIGH -> "severity-high";
      case BROKEN -> "severity-broken";
      case MEDIUM -> "severity-medium";
      case LOW -> "severity-low";
    };
  }
}

package dev.drawbridge.draw.shape;

import java.util.List;

/// How a line is drawn: colour as ARGB, width in px, lengths of dashes and gaps in px (none = solid).
/// Joins are round, so that no back end needs a mitre limit.
public record Stroke(int colour, double width, List<Double> dashes, Cap cap) {

  /// The shape of a line's ends, also of each dash.
  public enum Cap {
    BUTT,
    ROUND
  }

  public Stroke {
    if (!(width > 0)) {
      throw new IllegalArgumentException("a stroke has a width, not " + width);
    }
    dashes = List.copyOf(dashes);
    for (double dash : dashes) {
      if (!(dash > 0)) {
        throw new IllegalArgumentException("a dash has a length, not " + dash);
      }
    }
  }

  public static Stroke solid(int colour, double width) {
    return new Stroke(colour, width, List.of(), Cap.BUTT);
  }

  public static Stroke dashed(int colour, double width, double dash, double gap) {
    return new Stroke(colour, width, List.of(dash, gap), Cap.BUTT);
  }

  public Stroke coloured(int newColour) {
    return new Stroke(newColour, width, dashes, cap);
  }
}

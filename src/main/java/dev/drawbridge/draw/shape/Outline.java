package dev.drawbridge.draw.shape;

import dev.drawbridge.base.Rect;
import java.util.Arrays;

/// An immutable outline of lines and cubic curves, in px. Several closed parts may make one outline;
/// they fill by the non-zero winding rule, as fonts do.
public final class Outline {

  /// What an outline is told to, piece by piece, in drawing order.
  public interface Pen {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void cubicTo(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  private static final byte MOVE = 0;
  private static final byte LINE = 1;
  private static final byte CUBIC = 2;
  private static final byte CLOSE = 3;

  public static final Outline EMPTY = new Builder().build();

  private final byte[] verbs;
  private final double[] coordinates;
  private final Rect bounds;

  private Outline(byte[] verbs, double[] coordinates) {
    this.verbs = verbs;
    this.coordinates = coordinates;
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < coordinates.length; i += 2) {
      left = Math.min(left, coordinates[i]);
      right = Math.max(right, coordinates[i]);
      top = Math.min(top, coordinates[i + 1]);
      bottom = Math.max(bottom, coordinates[i + 1]);
    }
    this.bounds =
        coordinates.length == 0
            ? new Rect(0, 0, 0, 0)
            : new Rect(left, top, right - left, bottom - top);
  }

  public static Builder builder() {
    return new Builder();
  }

  public boolean isEmpty() {
    return verbs.length == 0;
  }

  /// The box around all points and control points, which holds the outline.
  public Rect bounds() {
    return bounds;
  }

  /// Replays the outline.
  public void draw(Pen pen) {
    int at = 0;
    double[] c = coordinates;
    for (byte verb : verbs) {
      switch (verb) {
        case MOVE -> {
          pen.moveTo(c[at], c[at + 1]);
          at += 2;
        }
        case LINE -> {
          pen.lineTo(c[at], c[at + 1]);
          at += 2;
        }
        case CUBIC -> {
          pen.cubicTo(c[at], c[at + 1], c[at + 2], c[at + 3], c[at + 4], c[at + 5]);
          at += 6;
        }
        default -> pen.close();
      }
    }
  }

  /// Scaled first, then moved by (dx, dy) px.
  public Outline placed(double scaleX, double scaleY, double dx, double dy) {
    double[] moved = new double[coordinates.length];
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = coordinates[i] * scaleX + dx;
      moved[i + 1] = coordinates[i + 1] * scaleY + dy;
    }
    return new Outline(verbs, moved);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Outline that
            && Arrays.equals(verbs, that.verbs)
            && Arrays.equals(coordinates, that.coordinates));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(verbs) + Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Outline[");
    draw(new PathText(text));
    return text.append(']').toString();
  }

  private record PathText(StringBuilder out) implements Pen {
    @Override
    public void moveTo(double x, double y) {
      out.append('M').append(x).append(' ').append(y);
    }

    @Override
    public void lineTo(double x, double y) {
      out.append('L').append(x).append(' ').append(y);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      out.append('C').append(x1).append(' ').append(y1).append(' ').append(x2).append(' ');
      out.append(y2).append(' ').append(x).append(' ').append(y);
    }

    @Override
    public void close() {
      out.append('Z');
    }
  }

  /// Collects pieces. Quadratic curves and arcs become cubics, so that a back end knows only those.
  public static final class Builder implements Pen {
    /// Distance of the control points of a quarter circle, as a share of the radius.
    private static final double QUARTER = 0.5522847498307936;

    private byte[] verbs = new byte[16];
    private double[] coordinates = new double[32];
    private int verbCount;
    private int coordinateCount;
    private double startX;
    private double startY;
    private double x;
    private double y;

    private Builder() {}

    /// Where the pen is, x.
    public double x() {
      return x;
    }

    public double y() {
      return y;
    }

    @Override
    public void moveTo(double toX, double toY) {
      verb(MOVE);
      point(toX, toY);
      startX = toX;
      startY = toY;
    }

    @Override
    public void lineTo(double toX, double toY) {
      verb(LINE);
      point(toX, toY);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double toX, double toY) {
      verb(CUBIC);
      point(x1, y1);
      point(x2, y2);
      point(toX, toY);
    }

    public void quadTo(double x1, double y1, double toX, double toY) {
      double third = 2.0 / 3;
      cubicTo(
          x + third * (x1 - x),
          y + third * (y1 - y),
          toX + third * (x1 - toX),
          toY + third * (y1 - toY),
          toX,
          toY);
    }

    @Override
    public void close() {
      verb(CLOSE);
      x = startX;
      y = startY;
    }

    public Builder circle(double centreX, double centreY, double radius) {
      return roundRect(centreX - radius, centreY - radius, 2 * radius, 2 * radius, radius);
    }

    /// A closed rectangle; a radius of 0 gives square corners.
    public Builder roundRect(double left, double top, double width, double height, double radius) {
      double r = Math.clamp(radius, 0, Math.min(width, height) / 2);
      double right = left + width;
      double bottom = top + height;
      if (r == 0) {
        moveTo(left, top);
        lineTo(right, top);
        lineTo(right, bottom);
        lineTo(left, bottom);
        close();
        return this;
      }
      double k = r * (1 - QUARTER);
      moveTo(left + r, top);
      lineTo(right - r, top);
      cubicTo(right - k, top, right, top + k, right, top + r);
      lineTo(right, bottom - r);
      cubicTo(right, bottom - k, right - k, bottom, right - r, bottom);
      lineTo(left + r, bottom);
      cubicTo(left + k, bottom, left, bottom - k, left, bottom - r);
      lineTo(left, top + r);
      cubicTo(left, top + k, left + k, top, left + r, top);
      close();
      return this;
    }

    public Builder append(Outline other) {
      other.draw(this);
      return this;
    }

    public Outline build() {
      return new Outline(
          Arrays.copyOf(verbs, verbCount), Arrays.copyOf(coordinates, coordinateCount));
    }

    private void verb(byte verb) {
      if (verbCount == 0 && verb != MOVE) {
        throw new IllegalStateException("an outline starts with a move");
      }
      if (verbCount == verbs.length) {
        verbs = Arrays.copyOf(verbs, verbCount * 2);
      }
      verbs[verbCount++] = verb;
    }

    private void point(double toX, double toY) {
      if (coordinateCount + 2 > coordinates.length) {
        coordinates = Arrays.copyOf(coordinates, coordinateCount * 2);
      }
      coordinates[coordinateCount++] = toX;
      coordinates[coordinateCount++] = toY;
      x = toX;
      y = toY;
    }
  }
}

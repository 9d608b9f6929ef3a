package dev.drawbridge.base;

/// A position or a displacement in pixels at 100 % zoom; x grows to the right, y downwards.
public record Point(double x, double y) {
  public static final Point ORIGIN = new Point(0, 0);

  public Point {
    x += 0.0; // there is only one zero: -0.0 would equal no point read from a file
    y += 0.0;
  }

  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  public Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  public Point times(double factor) {
    return new Point(x * factor, y * factor);
  }

  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}

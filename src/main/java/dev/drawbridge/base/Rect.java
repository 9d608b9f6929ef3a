package dev.drawbridge.base;

/// An axis-parallel rectangle in pixels at 100 % zoom; width and height are never negative.
public record Rect(double x, double y, double width, double height) {
  public Rect {
    x += 0.0; // there is only one zero: -0.0 would equal no rectangle read from a file
    y += 0.0;
    width += 0.0;
    height += 0.0;
    if (!(width >= 0) || !(height >= 0)) {
      throw new IllegalArgumentException("negative or undefined size: " + width + " x " + height);
    }
  }

  /// The rectangle that has the two points as opposite corners, in whichever order they come.
  public static Rect between(Point a, Point b) {
    return new Rect(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.abs(a.x() - b.x()),
        Math.abs(a.y() - b.y()));
  }

  public static Rect at(Point topLeft, Size size) {
    return new Rect(topLeft.x(), topLeft.y(), size.width(), size.height());
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public Point topLeft() {
    return new Point(x, y);
  }

  public Point center() {
    return new Point(centerX(), centerY());
  }

  public Size size() {
    return new Size(width, height);
  }

  public double area() {
    return width * height;
  }

  public Rect plus(Point by) {
    return new Rect(x + by.x(), y + by.y(), width, height);
  }

  public Rect minus(Point by) {
    return new Rect(x - by.x(), y - by.y(), width, height);
  }

  /// Grown by the margin on each side; a negative margin shrinks, at most to nothing.
  public Rect grow(double margin) {
    double w = Math.max(0, width + 2 * margin);
    double h = Math.max(0, height + 2 * margin);
    return new Rect(centerX() - w / 2, centerY() - h / 2, w, h);
  }

  public boolean contains(Point p) {
    return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
  }

  public boolean contains(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  /// Whether the two share an area; rectangles that merely touch do not.
  public boolean intersects(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  public double overlap(Rect other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w > 0 && h > 0 ? w * h : 0;
  }

  public Rect union(Rect other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Rect(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}

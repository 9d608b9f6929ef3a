package dev.drawbridge.base;

/// A width and a height in pixels at 100 % zoom, neither negative.
public record Size(double width, double height) {
  public Size {
    if (!(width >= 0) || !(height >= 0)) {
      throw new IllegalArgumentException("negative or undefined size: " + width + " x " + height);
    }
  }
}

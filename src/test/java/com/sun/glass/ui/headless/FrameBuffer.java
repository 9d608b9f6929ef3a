package com.sun.glass.ui.headless;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/// The pixels of the screen, ARGB; what lies outside of it is cut off rather than an error.
final class FrameBuffer {
  private final int width;
  private final int height;
  private final ByteBuffer bytes;
  private final IntBuffer pixels;

  FrameBuffer(int width, int height) {
    this.width = width;
    this.height = height;
    this.bytes = ByteBuffer.allocate(width * height * Integer.BYTES);
    this.pixels = bytes.asIntBuffer();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  ByteBuffer bytes() {
    return bytes;
  }

  int get(int x, int y) {
    return contains(x, y) ? pixels.get(y * width + x) : 0;
  }

  void put(int x, int y, int argb) {
    if (contains(x, y)) {
      pixels.put(y * width + x, argb);
    }
  }

  /// Copies a row of another picture.
  ///
  /// @param from index of the row's first pixel there
  void putRow(int x, int y, IntBuffer source, int from, int length) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + length);
    if (y >= 0 && y < height && left < right) {
      pixels.put(y * width + left, source, from + left - x, right - left);
    }
  }

  Color color(int x, int y) {
    int argb = get(x, y);
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  private boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/// A whole picture, made small enough for a gallery and put into the middle of its paper.
///
/// @param pixels ARGB, premultiplied, row by row
public record Thumbnail(int width, int height, int[] pixels) {
  /// Drawn so many times larger than shown, so that thin lines and small text become an even grey.
  private static final int FINER = 3;

  /// What is left free around the picture, as a part of the width.
  private static final double MARGIN = 0.02;

  /// @param width in pixels
  /// @param height in pixels
  public static Thumbnail of(Picture picture, int width, int height) {
    return of(picture, width, height, MARGIN, 1);
  }

  /// A picture that was made for the place, as large as the pixels allow.
  public static Thumbnail filling(Picture picture, int width, int height) {
    return of(picture, width, height, 0, Double.MAX_VALUE);
  }

  private static Thumbnail of(Picture picture, int width, int height, double free, double most) {
    BufferedImage large = image(width * FINER, height * FINER);
    Arrays.fill(pixels(large), picture.paper());
    Rect whole = picture.bounds();
    double margin = free * large.getWidth();
    double scale =
        Math.min(
            most * FINER,
            Math.min(
                (large.getWidth() - 2 * margin) / Math.max(1, whole.width()),
                (large.getHeight() - 2 * margin) / Math.max(1, whole.height())));
    Graphics2D graphics = large.createGraphics();
    try {
      graphics.translate(large.getWidth() / 2.0, large.getHeight() / 2.0);
      graphics.scale(scale, scale);
      graphics.translate(-whole.centerX(), -whole.centerY());
      new Java2dPen(graphics, whole, new Java2dShapes()).draw(picture.root());
    } finally {
      graphics.dispose();
    }
    return new Thumbnail(width, height, pixels(smaller(large, width, height)));
  }

  private static BufferedImage smaller(BufferedImage large, int width, int height) {
    int[] from = pixels(large);
    BufferedImage small = image(width, height);
    int[] to = pixels(small);
    int[] sums = new int[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < FINER * FINER; i++) {
          int pixel = from[(y * FINER + i / FINER) * large.getWidth() + x * FINER + i % FINER];
          for (int part = 0; part < 4; part++) {
            sums[part] += pixel >>> 8 * part & 0xff;
          }
        }
        int mean = 0;
        for (int part = 0; part < 4; part++) {
          mean |= (sums[part] + FINER * FINER / 2) / (FINER * FINER) << 8 * part;
        }
        to[y * width + x] = mean;
      }
    }
    return small;
  }

  private static BufferedImage image(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}

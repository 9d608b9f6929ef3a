package dev.drawbridge.output.export;

import java.awt.image.BufferedImage;

/// How much two pictures differ where they differ most, as an eye would see it: by the mean colour of small
/// squares, which evens out how edges and letters are smoothed.
public final class Likeness {
  private Likeness() {}

  /// @param side of a square in pixels
  /// @return from 0, alike, to 255
  public static double difference(BufferedImage one, BufferedImage other, int side) {
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight());
    double largest = 0;
    for (int channel = 0; channel < 3; channel++) {
      long[] sums = sums(one, other, width, height, 8 * channel);
      for (int y = side; y <= height; y++) {
        for (int x = side; x <= width; x++) {
          int row = y * (width + 1);
          int above = (y - side) * (width + 1);
          long sum =
              sums[row + x] - sums[row + x - side] - sums[above + x] + sums[above + x - side];
          largest = Math.max(largest, Math.abs(sum) / (double) (side * side));
        }
      }
    }
    return largest;
  }

  /// At each place the sum of all differences left of it and above.
  private static long[] sums(
      BufferedImage one, BufferedImage other, int width, int height, int shift) {
    int[] a = one.getRGB(0, 0, width, height, null, 0, width);
    int[] b = other.getRGB(0, 0, width, height, null, 0, width);
    long[] sums = new long[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      long row = 0;
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        row += (a[at] >> shift & 0xff) - (b[at] >> shift & 0xff);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }
}

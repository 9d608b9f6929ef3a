package dev.drawbridge.output.export;

/// The pixels of a square picture, opaque ARGB, into which plain rectangles are blended at the price of
/// their area: where things become small, almost everything is one.
record Pixels(int[] data, int side) {

  /// @param argb not premultiplied
  void blend(int x, int y, int width, int height, int argb) {
    int left = Math.max(0, x);
    int right = Math.min(side, x + width);
    int top = Math.max(0, y);
    int bottom = Math.min(side, y + height);
    int alpha = argb >>> 24;
    if (alpha == 0 || left >= right) {
      return;
    }
    int red = (argb >> 16 & 0xff) * alpha;
    int green = (argb >> 8 & 0xff) * alpha;
    int blue = (argb & 0xff) * alpha;
    int rest = 255 - alpha;
    for (int row = top; row < bottom; row++) {
      int end = row * side + right;
      for (int i = row * side + left; i < end; i++) {
        int below = data[i];
        int r = share(red + (below >> 16 & 0xff) * rest);
        int g = share(green + (below >> 8 & 0xff) * rest);
        int b = share(blue + (below & 0xff) * rest);
        data[i] = 0xff000000 | r << 16 | g << 8 | b;
      }
    }
  }

  /// A 255th, rounded.
  private static int share(int sum) {
    int rounded = sum + 128;
    return rounded + (rounded >> 8) >> 8;
  }

  /// A colour of which only a share remains, from 0 to 1.
  static int faded(int argb, double share) {
    int alpha = (int) Math.round((argb >>> 24) * Math.clamp(share, 0.0, 1.0));
    return argb & 0xffffff | alpha << 24;
  }
}

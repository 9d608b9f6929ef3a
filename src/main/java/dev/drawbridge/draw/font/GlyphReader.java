package dev.drawbridge.draw.font;

import dev.drawbridge.draw.shape.Outline;
import java.nio.ByteBuffer;

/// Reads one description of the `glyf` table: simple and composite glyphs (OpenType specification,
/// "glyf"). Quadratic curves become cubics in the outline.
final class GlyphReader {
  static final int ON_CURVE = 0x01;
  static final int X_SHORT = 0x02;
  static final int Y_SHORT = 0x04;
  static final int REPEAT = 0x08;
  static final int X_SAME_OR_POSITIVE = 0x10;
  static final int Y_SAME_OR_POSITIVE = 0x20;

  static final int ARGUMENTS_ARE_WORDS = 0x0001;
  static final int ARGUMENTS_ARE_OFFSETS = 0x0002;
  static final int HAS_SCALE = 0x0008;
  static final int MORE_COMPONENTS = 0x0020;
  static final int HAS_TWO_SCALES = 0x0040;
  static final int HAS_MATRIX = 0x0080;

  /// The specification allows no loops; this bound makes one fail instead of hang.
  private static final int DEEPEST = 8;

  private final TrueType font;
  private final Outline.Builder out = Outline.builder();

  private GlyphReader(TrueType font) {
    this.font = font;
  }

  static Outline read(TrueType font, int glyph) {
    GlyphReader reader = new GlyphReader(font);
    reader.glyph(glyph, 1, 0, 0, 1, 0, 0, 0);
    return reader.out.build();
  }

  private void glyph(
      int glyph, double a, double b, double c, double d, double e, double f, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("glyph " + glyph + " contains itself");
    }
    ByteBuffer data = font.glyphData(glyph);
    if (data.limit() == 0) {
      return;
    }
    int contours = data.getShort(0);
    data.position(10);
    if (contours >= 0) {
      simple(data, contours, a, b, c, d, e, f);
    } else {
      composite(data, a, b, c, d, e, f, depth);
    }
  }

  private void composite(
      ByteBuffer data, double a, double b, double c, double d, double e, double f, int depth) {
    int flags;
    do {
      flags = data.getShort() & 0xffff;
      int part = data.getShort() & 0xffff;
      boolean words = (flags & ARGUMENTS_ARE_WORDS) != 0;
      double dx = words ? data.getShort() : data.get();
      double dy = words ? data.getShort() : data.get();
      if ((flags & ARGUMENTS_ARE_OFFSETS) == 0) {
        throw new IllegalArgumentException("glyph parts placed by points are not supported");
      }
      double pa = 1;
      double pb = 0;
      double pc = 0;
      double pd = 1;
      if ((flags & HAS_SCALE) != 0) {
        pa = fraction(data);
        pd = pa;
      } else if ((flags & HAS_TWO_SCALES) != 0) {
        pa = fraction(data);
        pd = fraction(data);
      } else if ((flags & HAS_MATRIX) != 0) {
        pa = fraction(data);
        pb = fraction(data);
        pc = fraction(data);
        pd = fraction(data);
      }
      glyph(
          part,
          a * pa + c * pb,
          b * pa + d * pb,
          a * pc + c * pd,
          b * pc + d * pd,
          a * dx + c * dy + e,
          b * dx + d * dy + f,
          depth + 1);
    } while ((flags & MORE_COMPONENTS) != 0);
  }

  private static double fraction(ByteBuffer data) {
    return data.getShort() / 16384.0;
  }

  private void simple(
      ByteBuffer data, int contours, double a, double b, double c, double d, double e, double f) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = data.getShort() & 0xffff;
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    data.position(data.position() + 2 + (data.getShort(data.position()) & 0xffff));
    byte[] flags = new byte[points];
    for (int i = 0; i < points; ) {
      byte flag = data.get();
      int times = (flag & REPEAT) == 0 ? 1 : 1 + (data.get() & 0xff);
      for (int k = 0; k < times; k++) {
        flags[i++] = flag;
      }
    }
    int[] rawX = coordinates(data, flags, X_SHORT, X_SAME_OR_POSITIVE);
    int[] rawY = coordinates(data, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = a * rawX[i] + c * rawY[i] + e;
      y[i] = b * rawX[i] + d * rawY[i] + f;
    }
    int from = 0;
    for (int end : ends) {
      contour(flags, x, y, from, end);
      from = end + 1;
    }
  }

  private static int[] coordinates(ByteBuffer data, byte[] flags, int isShort, int same) {
    int[] values = new int[flags.length];
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean sameOrPositive = (flags[i] & same) != 0;
      if ((flags[i] & isShort) != 0) {
        int delta = data.get() & 0xff;
        value += sameOrPositive ? delta : -delta;
      } else if (!sameOrPositive) {
        value += data.getShort();
      }
      values[i] = value;
    }
    return values;
  }

  /// Between two control points in a row lies an implied point on the curve, half-way.
  private void contour(byte[] flags, double[] x, double[] y, int from, int end) {
    int count = end - from + 1;
    if (count < 2) {
      return;
    }
    int first = -1;
    for (int i = from; i <= end && first < 0; i++) {
      if ((flags[i] & ON_CURVE) != 0) {
        first = i;
      }
    }
    double startX;
    double startY;
    if (first < 0) {
      first = from;
      startX = (x[end] + x[from]) / 2;
      startY = (y[end] + y[from]) / 2;
      first--;
    } else {
      startX = x[first];
      startY = y[first];
    }
    out.moveTo(startX, startY);
    boolean pending = false;
    double controlX = 0;
    double controlY = 0;
    int steps = first < from ? count : count - 1;
    for (int k = 1; k <= steps; k++) {
      int i = from + Math.floorMod(first + k - from, count);
      boolean on = (flags[i] & ON_CURVE) != 0;
      if (on) {
        if (pending) {
          out.quadTo(controlX, controlY, x[i], y[i]);
        } else {
          out.lineTo(x[i], y[i]);
        }
        pending = false;
      } else {
        if (pending) {
          out.quadTo(controlX, controlY, (controlX + x[i]) / 2, (controlY + y[i]) / 2);
        }
        controlX = x[i];
        controlY = y[i];
        pending = true;
      }
    }
    if (pending) {
      out.quadTo(controlX, controlY, startX, startY);
    }
    out.close();
  }
}

package dev.drawbridge.output.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The bytes of an SVG file in the making. Everything goes in through typed methods, so nothing from a
/// document can become markup: text is escaped, characters that XML does not have become U+FFFD.
final class SvgText {
  private static final int FLUSH = 1 << 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private byte[] bytes = new byte[FLUSH + 1024];
  private int length;

  SvgText(OutputStream out) {
    this.out = out;
  }

  /// Our own markup, ASCII, taken as it is; never anything that came from a document.
  ///
  /// Copied as a whole, and colours are written digit by digit: with loops of constant length in these two
  /// the optimising compiler of JDK 25.0.3 crashed, and the program with it, as soon as a large picture
  /// made them worth compiling (in `TemplateAssertionExpression::clone`).
  SvgText raw(String markup) throws IOException {
    byte[] ascii = markup.getBytes(StandardCharsets.ISO_8859_1);
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  /// A number with at most two decimals; what is not finite is a bug.
  SvgText number(double value) throws IOException {
    return decimal(value, 100);
  }

  /// A number with at most four decimals, for opacities and the factors of small scales.
  SvgText fine(double value) throws IOException {
    return decimal(value, 10_000);
  }

  /// A number with at most seven decimals, for the factor from font units to px.
  SvgText finest(double value) throws IOException {
    return decimal(value, 10_000_000);
  }

  private SvgText decimal(double value, int parts) throws IOException {
    if (!(Math.abs(value) < 1e12)) {
      throw new IllegalArgumentException("not a coordinate: " + value);
    }
    room(24);
    long scaled = Math.round(value * parts);
    if (scaled < 0) {
      bytes[length++] = '-';
      scaled = -scaled;
    }
    whole(scaled / parts);
    int rest = (int) (scaled % parts);
    if (rest != 0) {
      bytes[length++] = '.';
      for (int unit = parts / 10; rest != 0; unit /= 10) {
        bytes[length++] = (byte) ('0' + rest / unit);
        rest %= unit;
      }
    }
    return this;
  }

  private void whole(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    length += digits;
  }

  /// A colour attribute such as `fill`, with its opacity where it is not opaque.
  SvgText colour(String attribute, int argb) throws IOException {
    int alpha = argb >>> 24;
    raw(" ").raw(attribute).raw("=\"");
    if (alpha == 0) {
      return raw("none\"");
    }
    room(8);
    bytes[length++] = '#';
    hex(argb >> 16);
    hex(argb >> 8);
    hex(argb);
    raw("\"");
    if (alpha < 255) {
      raw(" ").raw(attribute).raw("-opacity=\"").fine(alpha / 255.0).raw("\"");
    }
    return this;
  }

  /// The lowest byte in two hexadecimal digits.
  private void hex(int value) {
    bytes[length++] = HEX[value >> 4 & 15];
    bytes[length++] = HEX[value & 15];
  }

  /// Text from outside, for element content and for attributes in double quotes.
  SvgText text(String text) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      room(8);
      if (c < 0x80) {
        switch (c) {
          case '<' -> raw("&lt;");
          case '>' -> raw("&gt;");
          case '&' -> raw("&amp;");
          case '"' -> raw("&quot;");
          default -> {
            if (c >= ' ' || c == '\t' || c == '\n') {
              bytes[length++] = (byte) c;
            } else {
              utf8(0xfffd);
            }
          }
        }
      } else {
        boolean legal = c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff;
        utf8(legal && c > 0x9f ? c : 0xfffd);
      }
    }
    return this;
  }

  private void utf8(int c) {
    if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        bytes[length++] = (byte) (0xe0 | c >> 12);
      } else {
        bytes[length++] = (byte) (0xf0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3f);
      }
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
    }
    bytes[length++] = (byte) (0x80 | c & 0x3f);
  }

  SvgText base64(byte[] data) throws IOException {
    return raw(Base64.getEncoder().encodeToString(data));
  }

  void finish() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
    out.flush();
  }

  private void room(int more) throws IOException {
    if (length + more <= bytes.length) {
      return;
    }
    out.write(bytes, 0, length);
    length = 0;
    if (more > bytes.length) {
      bytes = Arrays.copyOf(bytes, more);
    }
  }
}

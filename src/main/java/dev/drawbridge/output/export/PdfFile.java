package dev.drawbridge.output.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// A PDF 1.7 file in the making (ISO 32000-1): numbered objects one after the other, then the table of
/// where each begins.
final class PdfFile {
  private final OutputStream out;
  private final List<Long> starts = new ArrayList<>();
  private long length;

  PdfFile(OutputStream out) throws IOException {
    this.out = out;
    // The four bytes tell programs that move files about that this one is not text.
    put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  }

  /// The number of an object that is to be written later.
  int reserve() {
    starts.add(0L);
    return starts.size();
  }

  static String reference(int object) {
    return object + " 0 R";
  }

  /// Writes an object.
  ///
  /// @param body its text in PDF's syntax, ASCII
  void object(int number, String body) throws IOException {
    begin(number);
    put(body + "\nendobj\n");
  }

  /// Writes a stream, compressed.
  ///
  /// @param entries of its dictionary, besides length and filter
  void stream(int number, String entries, byte[] plain) throws IOException {
    packed(number, entries, deflate(plain));
  }

  /// Writes a stream that is compressed already.
  void packed(int number, String entries, byte[] deflated) throws IOException {
    begin(number);
    put("<< " + entries + " /Length " + deflated.length + " /Filter /FlateDecode >>\nstream\n");
    out.write(deflated);
    length += deflated.length;
    put("\nendstream\nendobj\n");
  }

  /// Writes the table of objects; nothing may follow.
  void finish(int catalog, int information) throws IOException {
    long table = length;
    StringBuilder text = new StringBuilder("xref\n0 ").append(starts.size() + 1).append('\n');
    text.append("0000000000 65535 f \n");
    for (long start : starts) {
      text.append(String.format(Locale.ROOT, "%010d 00000 n \n", start));
    }
    text.append("trailer\n<< /Size ").append(starts.size() + 1);
    text.append(" /Root ").append(reference(catalog));
    text.append(" /Info ").append(reference(information));
    put(text + " >>\nstartxref\n" + table + "\n%%EOF\n");
    out.flush();
  }

  /// A text for people, in UTF-16 with its mark, as a string in hexadecimal digits.
  static String text(String text) {
    StringBuilder hex = new StringBuilder("<feff");
    for (int i = 0; i < text.length(); i++) {
      hex.append(String.format(Locale.ROOT, "%04x", (int) text.charAt(i)));
    }
    return hex.append('>').toString();
  }

  private static byte[] deflate(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream zip = new DeflaterOutputStream(packed, deflater)) {
      zip.write(plain);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private void begin(int number) throws IOException {
    starts.set(number - 1, length);
    put(number + " 0 obj\n");
  }

  private void put(String ascii) throws IOException {
    byte[] bytes = ascii.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes);
    length += bytes.length;
  }
}

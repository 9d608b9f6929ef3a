package dev.drawbridge.output.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a PNG row by row, so that a picture never has to be in memory as a whole (PNG specification,
/// third edition). Colour type 2 (RGB) or 6 (RGBA), 8 bits a sample, no interlacing.
final class PngWriter implements AutoCloseable {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK = 1 << 16;
  private static final double METRES_A_PX = 0.0254 / 96;

  private final OutputStream out;
  private final int width;
  private final int height;
  private final boolean alpha;

  /// Level 3 takes half the time of the default 6 for diagrams, for a fifth more bytes.
  private final Deflater deflater = new Deflater(3);

  private final byte[] packed = new byte[CHUNK];
  private int packedLength;
  private final byte[] filtered;
  private byte[] row;
  private byte[] above;
  private int rows;

  PngWriter(OutputStream out, int width, int height, boolean alpha) throws IOException {
    this.out = out;
    this.width = width;
    this.height = height;
    this.alpha = alpha;
    int bytes = width * (alpha ? 4 : 3);
    this.row = new byte[bytes];
    this.above = new byte[bytes];
    this.filtered = new byte[bytes + 1];
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) (alpha ? 6 : 2)).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk("IHDR", header.array(), 13);
    chunk("sRGB", new byte[] {0}, 1);
  }

  /// Tells how large the picture is meant to be: so many pixels for one CSS px.
  void density(double scale) throws IOException {
    int perMetre = (int) Math.round(scale / METRES_A_PX);
    ByteBuffer data = ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1);
    chunk("pHYs", data.array(), 9);
  }

  /// An `iTXt` chunk, compressed; before the first row.
  void text(String keyword, String text) throws IOException {
    byte[] key = keyword.getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = EmbeddedDesign.deflate(text);
    ByteBuffer data = ByteBuffer.allocate(key.length + 5 + body.length);
    data.put(key).put((byte) 0).put((byte) 1).put((byte) 0).put((byte) 0).put((byte) 0).put(body);
    chunk("iTXt", data.array(), data.position());
  }

  /// The next row of pixels, ARGB, not premultiplied.
  void row(int[] pixels, int from) throws IOException {
    if (rows++ == height) {
      throw new IllegalStateException("all " + height + " rows are written");
    }
    byte[] bytes = row;
    int at = 0;
    if (alpha) {
      for (int i = from; i < from + width; i++) {
        int pixel = pixels[i];
        bytes[at++] = (byte) (pixel >> 16);
        bytes[at++] = (byte) (pixel >> 8);
        bytes[at++] = (byte) pixel;
        bytes[at++] = (byte) (pixel >> 24);
      }
    } else {
      for (int i = from; i < from + width; i++) {
        int pixel = pixels[i];
        bytes[at++] = (byte) (pixel >> 16);
        bytes[at++] = (byte) (pixel >> 8);
        bytes[at++] = (byte) pixel;
      }
    }
    filter();
    deflater.setInput(filtered, 0, filtered.length);
    drain();
    row = above;
    above = bytes;
  }

  /// Rows like the one above, which are most in a diagram, become zeros; others go as they are, since
  /// flat colours compress best unfiltered.
  private void filter() {
    boolean same = rows > 1 && Arrays.equals(row, above);
    filtered[0] = (byte) (same ? 2 : 0);
    if (same) {
      Arrays.fill(filtered, 1, filtered.length, (byte) 0);
    } else {
      System.arraycopy(row, 0, filtered, 1, row.length);
    }
  }

  private void drain() throws IOException {
    while (true) {
      int count = deflater.deflate(packed, packedLength, CHUNK - packedLength);
      packedLength += count;
      if (packedLength == CHUNK) {
        chunk("IDAT", packed, packedLength);
        packedLength = 0;
      } else if (count == 0) {
        return;
      }
    }
  }

  /// Ends the file; the stream stays open.
  void finish() throws IOException {
    if (rows != height) {
      throw new IllegalStateException(rows + " of " + height + " rows were written");
    }
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
    if (packedLength > 0) {
      chunk("IDAT", packed, packedLength);
    }
    chunk("IEND", new byte[0], 0);
    out.flush();
  }

  private void chunk(String type, byte[] data, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt(length).array());
    out.write(name);
    out.write(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  @Override
  public void close() {
    deflater.end();
  }
}

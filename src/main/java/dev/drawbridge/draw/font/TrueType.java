package dev.drawbridge.draw.font;

import dev.drawbridge.draw.shape.Outline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/// A TrueType font as far as measuring and drawing need it: tables `head`, `hhea`, `hmtx`, `maxp`,
/// `cmap`, `loca` and `glyf` (OpenType specification). Immutable after load, so any thread may ask.
/// Fonts are our own assets: a broken one is a bug and throws.
public final class TrueType {
  private final ByteBuffer file;
  private final Map<String, Span> tables;
  private final CharacterMap characters;
  private final char[] advances;
  private final int[] glyphOffsets;
  private final int unitsPerEm;
  private final int ascent;
  private final int descent;

  record Span(int offset, int length) {}

  private TrueType(ByteBuffer file, Map<String, Span> tables) {
    this.file = file;
    this.tables = tables;
    ByteBuffer head = table("head");
    ByteBuffer hhea = table("hhea");
    this.unitsPerEm = head.getShort(18) & 0xffff;
    this.ascent = hhea.getShort(4);
    this.descent = -hhea.getShort(6);
    int glyphs = table("maxp").getShort(4) & 0xffff;
    this.advances = advances(table("hmtx"), glyphs, hhea.getShort(34) & 0xffff);
    this.glyphOffsets = offsets(table("loca"), glyphs, head.getShort(50) == 1);
    this.characters = CharacterMap.parse(table("cmap"));
  }

  static TrueType parse(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    Map<String, Span> tables = new LinkedHashMap<>();
    int count = file.getShort(4) & 0xffff;
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, new Span(file.getInt(entry + 8), file.getInt(entry + 12)));
    }
    return new TrueType(file, tables);
  }

  private static char[] advances(ByteBuffer hmtx, int glyphs, int metrics) {
    char[] advances = new char[glyphs];
    for (int i = 0; i < glyphs; i++) {
      advances[i] = (char) hmtx.getShort(4 * Math.min(i, metrics - 1));
    }
    return advances;
  }

  private static int[] offsets(ByteBuffer loca, int glyphs, boolean wide) {
    int[] offsets = new int[glyphs + 1];
    for (int i = 0; i <= glyphs; i++) {
      offsets[i] = wide ? loca.getInt(4 * i) : 2 * (loca.getShort(2 * i) & 0xffff);
    }
    return offsets;
  }

  /// The glyph for a code point; 0, the "missing" box, where the font has none.
  public int glyph(int codePoint) {
    return characters.glyph(codePoint);
  }

  public boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  /// Every code point that has a glyph, rising.
  public void forEachCharacter(IntConsumer action) {
    characters.forEach(action);
  }

  public int glyphCount() {
    return advances.length;
  }

  /// How far the pen moves after a glyph, in font units.
  public int advance(int glyph) {
    return advances[glyph];
  }

  public int unitsPerEm() {
    return unitsPerEm;
  }

  /// From the baseline up to the top of the line, in font units (`hhea`).
  public int ascent() {
    return ascent;
  }

  /// From the baseline down to the bottom of the line, in font units (`hhea`), positive.
  public int descent() {
    return descent;
  }

  /// A glyph's outline in font units with y upwards, as in the font.
  public Outline outline(int glyph) {
    return GlyphReader.read(this, glyph);
  }

  ByteBuffer table(String tag) {
    Span span = tables.get(tag);
    if (span == null) {
      throw new IllegalArgumentException("the font has no table " + tag);
    }
    return file.slice(span.offset(), span.length());
  }

  /// A glyph's description, empty for a glyph without ink such as the space.
  ByteBuffer glyphData(int glyph) {
    int from = glyphOffsets[glyph];
    return table("glyf").slice(from, glyphOffsets[glyph + 1] - from);
  }
}

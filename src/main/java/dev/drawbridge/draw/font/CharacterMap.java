package dev.drawbridge.draw.font;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// From code points to glyphs: the `cmap` table, formats 4 and 12 (OpenType specification, "cmap").
/// Unrolled into pages of 256 at load, so that a look-up is two array reads and needs no lock.
final class CharacterMap {
  private static final int PAGE = 256;
  private static final int PAGES = (Character.MAX_CODE_POINT + 1) / PAGE;

  private final char[] @Nullable [] pages = new char[PAGES][];

  private CharacterMap() {}

  static CharacterMap parse(ByteBuffer cmap) {
    int count = cmap.getShort(2) & 0xffff;
    int best = -1;
    int bestFormat = 0;
    for (int i = 0; i < count; i++) {
      int platform = cmap.getShort(4 + 8 * i) & 0xffff;
      int encoding = cmap.getShort(6 + 8 * i) & 0xffff;
      int offset = cmap.getInt(8 + 8 * i);
      int format = cmap.getShort(offset) & 0xffff;
      boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
      if (unicode && (format == 4 || format == 12) && format > bestFormat) {
        best = offset;
        bestFormat = format;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("the font has no Unicode map of format 4 or 12");
    }
    CharacterMap map = new CharacterMap();
    ByteBuffer table = cmap.slice(best, cmap.limit() - best);
    if (bestFormat == 12) {
      map.readGroups(table);
    } else {
      map.readSegments(table);
    }
    return map;
  }

  /// The glyph for a code point, 0 where the font has none.
  int glyph(int codePoint) {
    char[] page = pages[codePoint >>> 8];
    return page == null ? 0 : page[codePoint & 0xff];
  }

  /// Every code point that has a glyph, rising.
  void forEach(IntConsumer action) {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (pages[codePoint >>> 8] == null) {
        codePoint |= 0xff;
      } else if (glyph(codePoint) != 0) {
        action.accept(codePoint);
      }
    }
  }

  private void put(int codePoint, int glyph) {
    char[] page = pages[codePoint >>> 8];
    if (page == null) {
      page = new char[PAGE];
      pages[codePoint >>> 8] = page;
    }
    page[codePoint & 0xff] = (char) glyph;
  }

  private void readGroups(ByteBuffer table) {
    int groups = table.getInt(12);
    for (int i = 0; i < groups; i++) {
      int from = table.getInt(16 + 12 * i);
      int to = table.getInt(20 + 12 * i);
      int glyph = table.getInt(24 + 12 * i);
      for (int codePoint = from; codePoint <= to; codePoint++) {
        put(codePoint, glyph + codePoint - from);
      }
    }
  }

  private void readSegments(ByteBuffer table) {
    int doubled = table.getShort(6) & 0xffff;
    int ends = 14;
    int starts = ends + doubled + 2;
    int deltas = starts + doubled;
    int ranges = deltas + doubled;
    for (int i = 0; i < doubled; i += 2) {
      int from = table.getShort(starts + i) & 0xffff;
      int to = table.getShort(ends + i) & 0xffff;
      int delta = table.getShort(deltas + i);
      int range = table.getShort(ranges + i) & 0xffff;
      for (int codePoint = from; codePoint <= to && codePoint != 0xffff; codePoint++) {
        int glyph = codePoint;
        if (range != 0) {
          glyph = table.getShort(ranges + i + range + 2 * (codePoint - from)) & 0xffff;
        }
        boolean missing = range != 0 && glyph == 0;
        put(codePoint, missing ? 0 : (glyph + delta) & 0xffff);
      }
    }
  }
}

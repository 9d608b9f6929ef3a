package dev.drawbridge.draw.font;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.zip.Deflater;

/// Makes a small font with just some characters, to travel inside a picture: TrueType tables, plain or in
/// WOFF 1.0 (W3C Recommendation of 2012). It bears another family name, since the licence
/// reserves the original one for the unchanged font.
public final class FontSubset {
  public static final String FAMILY = "Drawbridge Sans";

  private static final int WOFF = 0x774f4646;
  private static final int TRUETYPE = 0x00010000;
  private static final int CHECKSUM_MAGIC = 0xb1b0afba;

  private final FontFace face;
  private final TrueType font;
  private final SortedMap<Integer, Integer> newGlyphOf = new TreeMap<>();
  private final List<Integer> glyphs = new ArrayList<>();
  private final SortedMap<Integer, Integer> characters = new TreeMap<>();

  private FontSubset(FontFace face) {
    this.face = face;
    this.font = face.font();
  }

  /// The subset for these code points; those that the font lacks are left out.
  public static byte[] woff(FontFace face, SortedSet<Integer> codePoints) {
    FontSubset subset = new FontSubset(face);
    return woff(subset.tables(codePoints));
  }

  /// A plain TrueType file, and which of its glyphs stands for which character.
  ///
  /// @param glyphs by code point; those that the font lacks are not among them
  public record Plain(byte[] file, SortedMap<Integer, Integer> glyphs) {}

  /// The subset for programs that set glyphs by their numbers, such as readers of PDF.
  public static Plain plain(FontFace face, SortedSet<Integer> codePoints) {
    FontSubset subset = new FontSubset(face);
    SortedMap<String, byte[]> tables = subset.tables(codePoints);
    return new Plain(truetype(tables), Collections.unmodifiableSortedMap(subset.characters));
  }

  private SortedMap<String, byte[]> tables(SortedSet<Integer> codePoints) {
    use(0);
    for (int codePoint : codePoints) {
      if (font.has(codePoint)) {
        characters.put(codePoint, use(font.glyph(codePoint)));
      }
    }
    SortedMap<String, byte[]> tables = new TreeMap<>();
    outlines(tables);
    tables.put("cmap", characterMap(characters));
    tables.put("hmtx", metrics());
    byte[] hhea = copy("hhea");
    ByteBuffer.wrap(hhea).putShort(34, (short) glyphs.size());
    tables.put("hhea", hhea);
    byte[] maxp = copy("maxp");
    ByteBuffer.wrap(maxp).putShort(4, (short) glyphs.size());
    tables.put("maxp", maxp);
    byte[] head = copy("head");
    ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
    tables.put("head", head);
    tables.put("OS/2", copy("OS/2"));
    tables.put("name", names());
    byte[] post = new byte[32];
    System.arraycopy(copy("post"), 0, post, 0, 32);
    ByteBuffer.wrap(post).putInt(0, 0x00030000);
    tables.put("post", post);
    return tables;
  }

  private int use(int glyph) {
    Integer known = newGlyphOf.get(glyph);
    if (known != null) {
      return known;
    }
    newGlyphOf.put(glyph, glyphs.size());
    glyphs.add(glyph);
    return glyphs.size() - 1;
  }

  /// The tables `glyf` and `loca`. Parts of composite glyphs join the list while it is walked.
  private void outlines(Map<String, byte[]> tables) {
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>(List.of(0));
    for (int i = 0; i < glyphs.size(); i++) {
      ByteBuffer data = font.glyphData(glyphs.get(i));
      byte[] bytes = new byte[data.limit()];
      data.get(0, bytes);
      if (bytes.length > 0 && data.getShort(0) < 0) {
        renumberParts(ByteBuffer.wrap(bytes));
      }
      glyf.writeBytes(bytes);
      glyf.writeBytes(new byte[-bytes.length & 3]);
      offsets.add(glyf.size());
    }
    ByteBuffer loca = ByteBuffer.allocate(4 * offsets.size());
    offsets.forEach(loca::putInt);
    tables.put("glyf", glyf.toByteArray());
    tables.put("loca", loca.array());
  }

  private void renumberParts(ByteBuffer composite) {
    int at = 10;
    int flags;
    do {
      flags = composite.getShort(at) & 0xffff;
      int part = composite.getShort(at + 2) & 0xffff;
      composite.putShort(at + 2, (short) use(part));
      at += (flags & GlyphReader.ARGUMENTS_ARE_WORDS) != 0 ? 8 : 6;
      if ((flags & GlyphReader.HAS_SCALE) != 0) {
        at += 2;
      } else if ((flags & GlyphReader.HAS_TWO_SCALES) != 0) {
        at += 4;
      } else if ((flags & GlyphReader.HAS_MATRIX) != 0) {
        at += 8;
      }
    } while ((flags & GlyphReader.MORE_COMPONENTS) != 0);
  }

  private byte[] metrics() {
    ByteBuffer hmtx = ByteBuffer.allocate(4 * glyphs.size());
    for (int glyph : glyphs) {
      ByteBuffer data = font.glyphData(glyph);
      hmtx.putShort((short) font.advance(glyph));
      hmtx.putShort(data.limit() == 0 ? 0 : data.getShort(2));
    }
    return hmtx.array();
  }

  /// Format 12 for Unicode at large, one group for each run of characters whose glyphs follow each
  /// other as well, and format 4 for programs that look at the basic plane only.
  private static byte[] characterMap(SortedMap<Integer, Integer> characters) {
    List<int[]> groups = new ArrayList<>();
    characters.forEach(
        (codePoint, glyph) -> {
          int[] last = groups.isEmpty() ? new int[] {-9, -9, -9} : groups.getLast();
          boolean samePlane = codePoint >>> 16 == last[1] >>> 16;
          if (samePlane && codePoint == last[1] + 1 && glyph == last[2] + codePoint - last[0]) {
            last[1] = codePoint;
          } else {
            groups.add(new int[] {codePoint, codePoint, glyph});
          }
        });
    byte[] segments = segments(groups.stream().filter(group -> group[1] < 0xffff).toList());
    ByteBuffer cmap = ByteBuffer.allocate(20 + segments.length + 16 + 12 * groups.size());
    cmap.putShort((short) 0).putShort((short) 2);
    cmap.putShort((short) 3).putShort((short) 1).putInt(20);
    cmap.putShort((short) 3).putShort((short) 10).putInt(20 + segments.length);
    cmap.put(segments);
    cmap.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups.size());
    cmap.putInt(0).putInt(groups.size());
    for (int[] group : groups) {
      cmap.putInt(group[0]).putInt(group[1]).putInt(group[2]);
    }
    return cmap.array();
  }

  private static byte[] segments(List<int[]> groups) {
    int count = groups.size() + 1;
    int power = Integer.highestOneBit(count);
    ByteBuffer table = ByteBuffer.allocate(16 + 8 * count);
    table.putShort((short) 4).putShort((short) table.capacity()).putShort((short) 0);
    table.putShort((short) (2 * count)).putShort((short) (2 * power));
    table.putShort((short) Integer.numberOfTrailingZeros(power));
    table.putShort((short) (2 * (count - power)));
    groups.forEach(group -> table.putShort((short) group[1]));
    table.putShort((short) 0xffff).putShort((short) 0);
    groups.forEach(group -> table.putShort((short) group[0]));
    table.putShort((short) 0xffff);
    groups.forEach(group -> table.putShort((short) (group[2] - group[0])));
    table.putShort((short) 1);
    return table.array();
  }

  /// Family, style, unique, full and PostScript name and version, for Windows and in English.
  private byte[] names() {
    String style = face == FontFace.REGULAR ? "Regular" : "SemiBold";
    SortedMap<Integer, String> names = new TreeMap<>();
    names.put(1, FAMILY);
    names.put(2, style);
    names.put(3, FAMILY + " " + style);
    names.put(4, FAMILY + " " + style);
    names.put(5, "Version 1.0");
    names.put(6, FAMILY.replace(" ", "") + "-" + style);
    names.put(13, "SIL Open Font License, Version 1.1");
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    ByteBuffer records = ByteBuffer.allocate(6 + 12 * names.size());
    records.putShort((short) 0).putShort((short) names.size());
    records.putShort((short) records.capacity());
    names.forEach(
        (id, text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
          records.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
          records.putShort(id.shortValue()).putShort((short) bytes.length);
          records.putShort((short) texts.size());
          texts.writeBytes(bytes);
        });
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(records.array());
    all.writeBytes(texts.toByteArray());
    return all.toByteArray();
  }

  private byte[] copy(String tag) {
    ByteBuffer table = font.table(tag);
    byte[] bytes = new byte[table.limit()];
    table.get(0, bytes);
    return bytes;
  }

  private static byte[] woff(SortedMap<String, byte[]> tables) {
    adjustChecksum(tables);
    Map<String, byte[]> packed = new LinkedHashMap<>();
    int plainSize = 12 + 16 * tables.size();
    int size = 44 + 20 * tables.size();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] plain = table.getValue();
      byte[] small = deflate(plain);
      byte[] stored = small.length < plain.length ? small : plain;
      packed.put(table.getKey(), stored);
      plainSize += padded(plain.length);
      size += padded(stored.length);
    }
    ByteBuffer woff = ByteBuffer.allocate(size);
    woff.putInt(WOFF).putInt(TRUETYPE).putInt(size);
    woff.putShort((short) tables.size()).putShort((short) 0).putInt(plainSize);
    woff.putShort((short) 1).putShort((short) 0);
    woff.position(44);
    int offset = 44 + 20 * tables.size();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      int stored = packed.getOrDefault(table.getKey(), table.getValue()).length;
      woff.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      woff.putInt(offset).putInt(stored).putInt(table.getValue().length);
      woff.putInt(checksum(table.getValue()));
      offset += padded(stored);
    }
    for (byte[] stored : packed.values()) {
      woff.put(stored);
      woff.position(padded(woff.position()));
    }
    return woff.array();
  }

  private static byte[] truetype(SortedMap<String, byte[]> tables) {
    adjustChecksum(tables);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(directory(tables));
    for (byte[] table : tables.values()) {
      file.writeBytes(table);
      file.writeBytes(new byte[-table.length & 3]);
    }
    return file.toByteArray();
  }

  /// The checksum in `head` is that of the whole font as a plain TrueType file, taken with itself as 0.
  private static void adjustChecksum(SortedMap<String, byte[]> tables) {
    int sum = checksum(directory(tables));
    for (byte[] table : tables.values()) {
      sum += checksum(table);
    }
    byte[] head = tables.getOrDefault("head", new byte[12]);
    ByteBuffer.wrap(head).putInt(8, CHECKSUM_MAGIC - sum);
  }

  /// What a plain TrueType file begins with.
  private static byte[] directory(SortedMap<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    ByteBuffer directory = ByteBuffer.allocate(12 + 16 * count);
    directory.putInt(TRUETYPE).putShort((short) count).putShort((short) (16 * power));
    directory.putShort((short) Integer.numberOfTrailingZeros(power));
    directory.putShort((short) (16 * (count - power)));
    int offset = directory.capacity();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      directory.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      directory.putInt(checksum(table.getValue())).putInt(offset);
      directory.putInt(table.getValue().length);
      offset += padded(table.getValue().length);
    }
    return directory.array();
  }

  private static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (24 - 8 * (i & 3));
    }
    return sum;
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] buffer = new byte[plain.length + 64];
      int length = 0;
      while (!deflater.finished() && length < buffer.length) {
        length += deflater.deflate(buffer, length, buffer.length - length);
      }
      return deflater.finished() ? Arrays.copyOf(buffer, length) : plain;
    } finally {
      deflater.end();
    }
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.FontSubset;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.font.TrueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// A face of the bundled font inside a PDF: the glyphs that the picture uses, their widths, and which
/// characters they stand for, so that text can be searched and copied (ISO 32000-1, 9.7 and 9.10.3).
final class PdfFont {
  /// The largest number of lines in one section of a character map.
  private static final int SECTION = 100;

  private final FontFace face;
  private final TrueType font;
  private final FontSubset.Plain subset;

  PdfFont(FontFace face, SortedSet<Integer> codePoints) {
    this.face = face;
    this.font = face.font();
    this.subset = FontSubset.plain(face, codePoints);
  }

  /// The operand of `Tj` for a line of text: numbers of glyphs, that of the empty box for what the font
  /// lacks.
  String glyphs(String text) {
    StringBuilder line = new StringBuilder("<");
    text.codePoints()
        .filter(codePoint -> TextMetrics.advance(font, codePoint) > 0)
        .forEach(codePoint -> line.append(hex(subset.glyphs().getOrDefault(codePoint, 0))));
    return line.append('>').toString();
  }

  /// Writes all that the font is made of.
  ///
  /// @param number of the object that the page refers to
  void write(PdfFile pdf, int number) throws IOException {
    int descendant = pdf.reserve();
    int descriptor = pdf.reserve();
    int file = pdf.reserve();
    int unicode = pdf.reserve();
    // Six letters and a plus sign mark a subset.
    String name = tag() + "+DrawbridgeSans-" + (face == FontFace.REGULAR ? "Regular" : "SemiBold");
    pdf.object(
        number,
        "<< /Type /Font /Subtype /Type0 /BaseFont /"
            + name
            + " /Encoding /Identity-H /DescendantFonts ["
            + PdfFile.reference(descendant)
            + "] /ToUnicode "
            + PdfFile.reference(unicode)
            + " >>");
    pdf.object(
        descendant,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /"
            + name
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            + " /CIDToGIDMap /Identity /FontDescriptor "
            + PdfFile.reference(descriptor)
            + " /W ["
            + widths()
            + "] >>");
    pdf.object(
        descriptor,
        String.format(
            Locale.ROOT,
            "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [-1000 %d 3000 %d]"
                + " /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %s >>",
            name,
            Math.round(thousandths(font.descent())),
            Math.round(thousandths(font.ascent())),
            Math.round(thousandths(font.ascent())),
            Math.round(thousandths(font.descent())),
            Math.round(thousandths(font.ascent()) * 0.75),
            face.weight() / 5,
            PdfFile.reference(file)));
    pdf.stream(file, "/Length1 " + subset.file().length, subset.file());
    pdf.stream(unicode, "", unicode().getBytes(StandardCharsets.US_ASCII));
  }

  private String tag() {
    return face == FontFace.REGULAR ? "DRBRDG" : "DRBRDS";
  }

  private double thousandths(int units) {
    return units * 1000.0 / font.unitsPerEm();
  }

  private String widths() {
    SortedMap<Integer, Integer> advances = new TreeMap<>(Map.of(0, font.advance(0)));
    subset.glyphs().forEach((codePoint, glyph) -> advances.put(glyph, advance(codePoint)));
    StringBuilder text = new StringBuilder();
    advances.forEach(
        (glyph, advance) ->
            text.append(String.format(Locale.ROOT, "%d [%.2f] ", glyph, thousandths(advance))));
    return text.toString().strip();
  }

  private int advance(int codePoint) {
    return font.advance(font.glyph(codePoint));
  }

  private String unicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <ffff>
            endcodespacerange
            """);
    List<Map.Entry<Integer, Integer>> all = new ArrayList<>(subset.glyphs().entrySet());
    for (int from = 0; from < all.size(); from += SECTION) {
      List<Map.Entry<Integer, Integer>> section =
          all.subList(from, Math.min(all.size(), from + SECTION));
      map.append(section.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, Integer> one : section) {
        map.append('<').append(hex(one.getValue())).append("> <");
        for (char unit : Character.toChars(one.getKey())) {
          map.append(hex(unit));
        }
        map.append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "%04x", value);
  }
}

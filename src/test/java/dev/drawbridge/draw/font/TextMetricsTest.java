package dev.drawbridge.draw.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextMetricsTest {
  private final TextMetrics text = new TextMetrics(FontFace.REGULAR, 12);
  private final TextMetrics bold = new TextMetrics(FontFace.SEMIBOLD, 12);

  @Test
  void widthsAreThoseOfTheFontFile() {
    // hmtx of Pretendard Regular 1.3.9: H 1524, i 496, 한 1770 units of 2048.
    TrueType font = FontFace.REGULAR.font();
    double expected =
        (font.advance(font.glyph('H')) + font.advance(font.glyph('i'))) * 12.0 / font.unitsPerEm();
    assertEquals(expected, text.width("Hi"), 1e-9);
    assertEquals(2048, font.unitsPerEm());
    assertEquals(12 * 1950 / 2048.0, text.ascent(), 1e-9);
    assertEquals(12 * 494 / 2048.0, text.descent(), 1e-9);
  }

  @Test
  void widthGrowsWithSizeAndWeight() {
    assertEquals(
        2 * text.width("nginx"), new TextMetrics(FontFace.REGULAR, 24).width("nginx"), 1e-9);
    assertTrue(bold.width("nginx") > text.width("nginx"));
  }

  @Test
  void allHangulSyllablesHaveAGlyph() {
    for (FontFace face : FontFace.values()) {
      for (int c = 0xac00; c <= 0xd7a3; c++) {
        assertTrue(face.font().has(c), Character.getName(c));
      }
    }
  }

  @Test
  void missingGlyphsTakeTheRoomTheyWillNeed() {
    assertEquals(12, text.width("😀"), 1e-9);
    assertEquals(12, text.width("👍🏽"), 1e-9, "the skin tone belongs to the thumb");
    assertEquals(0, text.width("\n"), 1e-9);
  }

  @Test
  void linesBreakBetweenWords() {
    List<String> lines = text.wrap("web tier behind the public load balancer", 90, 9);
    assertEquals("web tier behind the public load balancer", String.join(" ", lines));
    assertTrue(lines.size() >= 3);
    for (String line : lines) {
      assertTrue(text.width(line) <= 90, line);
    }
  }

  @Test
  void aWordThatIsTooLongBreaksInside() {
    List<String> lines = text.wrap("averyveryverylongnamewithoutanyspace", 60, 9);
    assertEquals("averyveryverylongnamewithoutanyspace", String.join("", lines));
    assertTrue(lines.stream().allMatch(line -> text.width(line) <= 60));
  }

  @Test
  void koreanBreaksAtSpacesAndLongKoreanWordsInside() {
    assertEquals(List.of("공개 로드", "밸런서"), text.wrap("공개 로드 밸런서", 55, 9));
    List<String> inside = text.wrap("가용영역프라이빗서브넷", 40, 9);
    assertEquals("가용영역프라이빗서브넷", String.join("", inside));
    assertTrue(inside.stream().allMatch(line -> text.width(line) <= 40));
  }

  @Test
  void ideographsBreakAnywhereButNotBeforeClosingPunctuation() {
    List<String> lines = text.wrap("東京東京、東京", 49, 9);
    assertEquals("東京東京、東京", String.join("", lines));
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("、")), lines.toString());
  }

  @Test
  void theLastAllowedLineEndsInAnEllipsis() {
    List<String> lines = text.wrap("web tier behind the public load balancer", 90, 2);
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().endsWith("…"), lines.toString());
    assertTrue(text.width(lines.getLast()) <= 90);
  }

  @Test
  void ellipsisKeepsWhatFitsAndNeverSplitsACharacter() {
    assertEquals("nginx", text.ellipsis("nginx", 100));
    String cut = text.ellipsis("production web servers", 70);
    assertTrue(cut.endsWith("…") && text.width(cut) <= 70, cut);
    for (double width = 0; width < 60; width += 0.5) {
      String emoji = text.ellipsis("a😀b👍🏽c😀", width);
      assertTrue(text.width(emoji) <= width + 1e-6, emoji);
      assertTrue(emoji.isEmpty() || !Character.isHighSurrogate(emoji.charAt(emoji.length() - 1)));
    }
  }

  @Test
  void explicitLineBreaksAreKept() {
    assertEquals(List.of("a", "b"), text.wrap("a\nb", 100, 9));
    assertEquals(List.of(""), text.wrap("", 100, 9));
  }

  @Test
  void aWidthTooSmallForAnythingStillEnds() {
    assertEquals(List.of("a", "b", "c"), text.wrap("abc", 0.1, 9));
    assertEquals("", text.ellipsis("abc", 0.1));
  }
}

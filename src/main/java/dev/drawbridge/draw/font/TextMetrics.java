package dev.drawbridge.draw.font;

import java.util.ArrayList;
import java.util.List;

/// Measures and breaks text set in one face at one size. Widths are sums of advances without kerning
/// or ligatures: window, SVG and PNG all set text that way, hence agree with what was measured.
///
/// @param face which of the bundled faces
/// @param size the em in px
public record TextMetrics(FontFace face, double size) {
  private static final String ELLIPSIS = "…";
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  public TextMetrics {
    if (!(size > 0)) {
      throw new IllegalArgumentException("text has a size, not " + size);
    }
  }

  /// From the baseline up to the top of the line, px.
  public double ascent() {
    return px(face.font().ascent());
  }

  /// From the baseline down to the bottom of the line, px, positive.
  public double descent() {
    return px(face.font().descent());
  }

  public double lineHeight() {
    return ascent() + descent();
  }

  /// How far below the middle of a box the baseline lies so that capitals look centred in it, px.
  /// Half of the height of capitals, which is 0.727 em in Pretendard.
  public double centring() {
    return size * 0.727 / 2;
  }

  /// The text's width in px.
  public double width(String text) {
    return width(text, 0, text.length());
  }

  private double width(String text, int from, int to) {
    TrueType font = face.font();
    long units = 0;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      units += advance(font, codePoint);
      i += Character.charCount(codePoint);
    }
    return units * size / font.unitsPerEm();
  }

  private double px(int units) {
    return units * size / face.font().unitsPerEm();
  }

  /// A character's advance in font units. What the font lacks will be set in some font of the viewer's
  /// machine: a full em for emoji and East Asian characters, nothing for marks that join their
  /// base, and the width of the "missing" box otherwise.
  public static int advance(TrueType font, int codePoint) {
    int glyph = font.glyph(codePoint);
    if (glyph != 0) {
      return font.advance(glyph);
    }
    if (extendsCharacter(codePoint) || Character.isISOControl(codePoint)) {
      return 0;
    }
    return isWide(codePoint) ? font.unitsPerEm() : font.advance(0);
  }

  /// The text, or as much of it as fits into the width with an ellipsis behind.
  public String ellipsis(String text, double width) {
    if (width(text) <= width) {
      return text;
    }
    double room = width - width(ELLIPSIS);
    int end = fitting(text, 0, room);
    return end == 0
        ? (room >= 0 ? ELLIPSIS : "")
        : text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /// The text in lines no wider than the width and at most so many; what does not fit ends in an
  /// ellipsis. Breaks at spaces and after hyphens and slashes, between ideographs and kana anywhere,
  /// and inside a word, Hangul or not, only where the word alone is too wide for a line.
  public List<String> wrap(String text, double width, int maxLines) {
    if (maxLines < 1) {
      throw new IllegalArgumentException("at least one line, not " + maxLines);
    }
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      wrapParagraph(paragraph.strip(), width, lines);
    }
    if (lines.size() <= maxLines) {
      return List.copyOf(lines);
    }
    List<String> shown = new ArrayList<>(lines.subList(0, maxLines));
    String rest = String.join(" ", lines.subList(maxLines - 1, lines.size()));
    shown.set(maxLines - 1, cut(rest, width));
    return List.copyOf(shown);
  }

  private String cut(String text, double width) {
    String cut = ellipsis(text, width);
    return cut.endsWith(ELLIPSIS) || cut.isEmpty() ? cut : ellipsis(cut + ELLIPSIS, width);
  }

  private void wrapParagraph(String text, double width, List<String> lines) {
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start, width);
      lines.add(text.substring(start, end).stripTrailing());
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
    if (text.isEmpty()) {
      lines.add("");
    }
  }

  private int lineEnd(String text, int start, double width) {
    int fit = fitting(text, start, width);
    if (fit == text.length() || text.charAt(fit) == ' ') {
      return fit;
    }
    for (int at = fit; at > start; at--) {
      if (mayBreak(text, at)) {
        return at;
      }
    }
    return fit > start ? fit : nextCharacter(text, start);
  }

  /// The end of the longest run of whole characters that fits.
  private int fitting(String text, int start, double width) {
    TrueType font = face.font();
    double limit = width * font.unitsPerEm() / size + 1e-6;
    long units = 0;
    int at = start;
    while (at < text.length()) {
      int next = nextCharacter(text, at);
      for (int i = at; i < next; ) {
        int codePoint = text.codePointAt(i);
        units += advance(font, codePoint);
        i += Character.charCount(codePoint);
      }
      if (units > limit) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /// The index after the character at this index, with the marks, selectors and joined characters that
  /// belong to it, as a reader sees it.
  static int nextCharacter(String text, int from) {
    int at = from + Character.charCount(text.codePointAt(from));
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (extendsCharacter(codePoint)) {
        at += Character.charCount(codePoint);
        if (codePoint == ZERO_WIDTH_JOINER && at < text.length()) {
          at += Character.charCount(text.codePointAt(at));
        }
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean mayBreak(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (before == ' ') {
      return true;
    }
    if (extendsCharacter(after) || before == ZERO_WIDTH_JOINER || closes(after)) {
      return false;
    }
    if (before == '-' || before == '/' || before == '·') {
      return Character.isLetterOrDigit(after);
    }
    return isIdeographic(before) || isIdeographic(after);
  }

  /// Punctuation that may not begin a line.
  private static boolean closes(int codePoint) {
    return ")]}>,.;:!?%…·、。，．」』】〉》）".indexOf(codePoint) >= 0;
  }

  private static boolean isIdeographic(int codePoint) {
    return codePoint >= 0x2e80
        && (codePoint < 0xa000 || codePoint >= 0x20000 && codePoint < 0x40000);
  }

  private static boolean extendsCharacter(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint == ZERO_WIDTH_JOINER
        || codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
  }

  /// Emoji and East Asian scripts, which any font sets about one em wide.
  private static boolean isWide(int codePoint) {
    return codePoint >= 0x1100 && codePoint < 0x1200
        || codePoint >= 0x2e80 && codePoint < 0xd7b0
        || codePoint >= 0xf900 && codePoint < 0xfb00
        || codePoint >= 0xff00 && codePoint < 0xff61
        || codePoint >= 0x1f000;
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.FontSubset;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.font.TrueType;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes SVG 1.1 that stands alone: real text set in an embedded subset of the bundled font, icons as
/// shared symbols; no script, no foreign object, nothing fetched from elsewhere.
///
/// Programs that know no fonts inside a file, such as librsvg, would set the text in whatever is at hand,
/// and Hangul as boxes where nothing is. So each line of text is there twice: as text, and as outlines of
/// its glyphs. A style rule inside `@supports`, which such programs pass over, shows the one and hides the
/// other.
final class SvgExporter implements Exporter {
  /// Behind the embedded font, for programs that ignore fonts inside a file: those with Hangul first.
  private static final String FONTS =
      "'"
          + FontSubset.FAMILY
          + "','"
          + FontFace.FAMILY
          + "','Apple SD Gothic Neo','Malgun Gothic',"
          + "'Noto Sans KR','Noto Sans CJK KR','Segoe UI',sans-serif";

  @Override
  public String format() {
    return "svg";
  }

  @Override
  public String mediaType() {
    return "image/svg+xml";
  }

  @Override
  public void write(Picture picture, ExportOptions options, OutputStream out) throws IOException {
    Used used = Used.by(picture);
    SvgText svg = new SvgText(out);
    Rect area = picture.bounds().grow(options.margin());
    open(svg, area, options);
    if (!options.title().isEmpty()) {
      svg.raw("<title>").text(options.title()).raw("</title>\n");
    }
    if (!options.design().isEmpty()) {
      design(svg, options.design());
    }
    fonts(svg, used);
    icons(svg, used);
    glyphs(svg, used);
    if (!options.transparent()) {
      svg.raw("<rect x=\"").number(area.x()).raw("\" y=\"").number(area.y());
      svg.raw("\" width=\"").number(area.width()).raw("\" height=\"").number(area.height());
      svg.raw("\"").colour("fill", picture.paper()).raw("/>\n");
    }
    new Pen(svg, used).draw(picture.root());
    svg.raw("</svg>\n").finish();
  }

  private static void open(SvgText svg, Rect area, ExportOptions options) throws IOException {
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg.raw(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" xml:lang=\"");
    svg.raw(options.language().tag()).raw("\" width=\"").number(area.width() * options.scale());
    svg.raw("\" height=\"").number(area.height() * options.scale()).raw("\" viewBox=\"");
    svg.number(area.x()).raw(" ").number(area.y()).raw(" ").number(area.width()).raw(" ");
    svg.number(area.height()).raw("\" font-family=\"").text(FONTS);
    svg.raw("\" xml:space=\"preserve\">\n");
  }

  private static void design(SvgText svg, String design) throws IOException {
    byte[] packed = EmbeddedDesign.deflate(design);
    svg.raw("<metadata><design xmlns=\"").raw(EmbeddedDesign.NAMESPACE).raw("\" crc32=\"");
    svg.raw(EmbeddedDesign.checksum(packed)).raw("\">").base64(packed);
    svg.raw("</design></metadata>\n");
  }

  private static void fonts(SvgText svg, Used used) throws IOException {
    svg.raw("<style>\n");
    for (Map.Entry<FontFace, SortedSet<Integer>> face : used.characters().entrySet()) {
      svg.raw("@font-face{font-family:'").raw(FontSubset.FAMILY).raw("';font-weight:");
      svg.number(face.getKey().weight()).raw(";src:url(data:font/woff;base64,");
      svg.base64(FontSubset.woff(face.getKey(), face.getValue()));
      svg.raw(") format('woff')}\n");
    }
    svg.raw("text{font-kerning:none;font-variant-ligatures:none;white-space:pre");
    if (used.isOutlined()) {
      svg.raw(";visibility:hidden}\n@supports (font-kerning:none){");
      svg.raw("text{visibility:visible}.outlined{display:none}");
    }
    svg.raw("}\n</style>\n");
  }

  private static void icons(SvgText svg, Used used) throws IOException {
    if (used.icons().isEmpty()) {
      return;
    }
    svg.raw("<defs>\n");
    for (Map.Entry<IconArt, Integer> icon : used.icons().entrySet()) {
      svg.raw("<g id=\"icon-").number(icon.getValue()).raw("\">\n");
      for (IconArt.Shape shape : icon.getKey().shapes()) {
        new Pen(svg, used).path(shape.outline(), shape.fill(), shape.stroke());
      }
      svg.raw("</g>\n");
    }
    svg.raw("</defs>\n");
  }

  private static void glyphs(SvgText svg, Used used) throws IOException {
    if (!used.isOutlined()) {
      return;
    }
    svg.raw("<defs>\n");
    for (Map.Entry<FontFace, SortedSet<Integer>> face : used.characters().entrySet()) {
      TrueType font = face.getKey().font();
      SortedSet<Integer> glyphs = new TreeSet<>();
      face.getValue().forEach(codePoint -> glyphs.add(font.glyph(codePoint)));
      for (int glyph : glyphs) {
        svg.raw("<path id=\"").raw(glyphId(face.getKey(), glyph)).raw("\" d=\"");
        outline(svg, font.outline(glyph));
        svg.raw("\"/>\n");
      }
    }
    svg.raw("</defs>\n");
  }

  private static String glyphId(FontFace face, int glyph) {
    return "glyph-" + face.weight() + "-" + glyph;
  }

  private static void outline(SvgText svg, Outline outline) throws IOException {
    try {
      outline.draw(new PathPen(svg));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Draws marks as elements, one a line.
  private record Pen(SvgText svg, Used used) {
    void draw(Mark mark) throws IOException {
      switch (mark) {
        case Mark.Group group -> group(group);
        case Mark.Box box -> box(box);
        case Mark.Path path -> path(path.outline(), path.fill(), path.stroke());
        case Mark.Text text -> text(text);
        case Mark.Icon icon -> icon(icon);
      }
    }

    private void group(Mark.Group group) throws IOException {
      if (group.children().isEmpty()) {
        return;
      }
      svg.raw("<g data-element=\"").text(group.id()).raw("\">");
      if (!group.title().isEmpty()) {
        svg.raw("<title>").text(group.title()).raw("</title>");
      }
      svg.raw("\n");
      for (Mark child : group.children()) {
        draw(child);
      }
      svg.raw("</g>\n");
    }

    private void box(Mark.Box box) throws IOException {
      svg.raw("<rect x=\"").number(box.rect().x()).raw("\" y=\"").number(box.rect().y());
      svg.raw("\" width=\"").number(box.rect().width());
      svg.raw("\" height=\"").number(box.rect().height()).raw("\"");
      if (box.radius() > 0) {
        svg.raw(" rx=\"").number(box.radius()).raw("\"");
      }
      svg.colour("fill", box.fill());
      stroke(box.stroke());
      svg.raw("/>\n");
    }

    void path(Outline outline, int fill, @Nullable Stroke stroke) throws IOException {
      svg.raw("<path d=\"");
      outline(svg, outline);
      svg.raw("\"").colour("fill", fill);
      if (stroke != null) {
        stroke(stroke);
        svg.raw(" stroke-linejoin=\"round\"");
      }
      svg.raw("/>\n");
    }

    private void stroke(@Nullable Stroke stroke) throws IOException {
      if (stroke == null) {
        return;
      }
      svg.colour("stroke", stroke.colour());
      svg.raw(" stroke-width=\"").number(stroke.width()).raw("\"");
      if (!stroke.dashes().isEmpty()) {
        svg.raw(" stroke-dasharray=\"");
        for (int i = 0; i < stroke.dashes().size(); i++) {
          svg.raw(i == 0 ? "" : " ").number(stroke.dashes().get(i));
        }
        svg.raw("\"");
      }
      switch (stroke.cap()) {
        case ROUND -> svg.raw(" stroke-linecap=\"round\"");
        case BUTT -> {
          // The default of SVG.
        }
      }
    }

    private void text(Mark.Text text) throws IOException {
      svg.raw("<text x=\"").number(text.x()).raw("\" y=\"").number(text.baseline());
      svg.raw("\" font-size=\"").number(text.size());
      svg.raw("\" font-weight=\"").number(text.face().weight()).raw("\"");
      svg.colour("fill", text.colour()).raw(">").text(text.text()).raw("</text>\n");
      if (used.isOutlined()) {
        outlined(text);
      }
    }

    private void outlined(Mark.Text text) throws IOException {
      TrueType font = text.face().font();
      double scale = text.size() / font.unitsPerEm();
      svg.raw("<g class=\"outlined\" transform=\"translate(").number(text.x()).raw(" ");
      svg.number(text.baseline()).raw(") scale(").finest(scale).raw(" ").finest(-scale).raw(")\"");
      svg.colour("fill", text.colour()).raw(">");
      int x = 0;
      for (int codePoint : text.text().codePoints().toArray()) {
        int advance = TextMetrics.advance(font, codePoint);
        int glyph = font.glyph(codePoint);
        if (advance > 0 && !font.outline(glyph).isEmpty()) {
          svg.raw("<use xlink:href=\"#").raw(glyphId(text.face(), glyph)).raw("\" x=\"");
          svg.number(x).raw("\"/>");
        }
        x += advance;
      }
      svg.raw("</g>\n");
    }

    private void icon(Mark.Icon icon) throws IOException {
      Rect rect = icon.rect();
      svg.raw("<use xlink:href=\"#icon-").number(used.icons().getOrDefault(icon.art(), 0));
      svg.raw("\" transform=\"translate(").number(rect.x()).raw(" ").number(rect.y());
      svg.raw(") scale(").fine(rect.width() / IconArt.GRID).raw(" ");
      svg.fine(rect.height() / IconArt.GRID).raw(")\"");
      if (icon.opacity() < 1) {
        svg.raw(" opacity=\"").fine(icon.opacity()).raw("\"");
      }
      svg.raw("/>\n");
    }
  }

  private record PathPen(SvgText svg) implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      verb("M", x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      verb("L", x, y);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      verb("C", x1, y1);
      verb(" ", x2, y2);
      verb(" ", x, y);
    }

    @Override
    public void close() {
      try {
        svg.raw("Z");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void verb(String verb, double x, double y) {
      try {
        svg.raw(verb).number(x).raw(" ").number(y);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

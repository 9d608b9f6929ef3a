package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Draws marks as the operators of a PDF content stream (ISO 32000-1, 8 and 9), in px with y downwards.
final class PdfPen {
  private static final int OPAQUE = 255;

  /// Numbers have at most so many parts of a unit: four decimals.
  private static final long PARTS = 10_000;

  private final StringBuilder content = new StringBuilder();
  private final Map<FontFace, PdfFont> fonts;
  private final Map<IconArt, Integer> icons;
  private final SortedSet<String> opacities;
  private String opacity = opaque();

  /// @param fonts those of all text that is to be drawn
  /// @param icons the number in its name of each icon that is to be drawn
  /// @param opacities where the names of the opacities go that are used
  PdfPen(Map<FontFace, PdfFont> fonts, Map<IconArt, Integer> icons, SortedSet<String> opacities) {
    this.fonts = fonts;
    this.icons = icons;
    this.opacities = opacities;
  }

  static String font(FontFace face) {
    return "F" + face.weight();
  }

  static String icon(int number) {
    return "I" + number;
  }

  String content() {
    return content.toString();
  }

  /// Moves and scales all that follows.
  void transform(double scaleX, double scaleY, double dx, double dy) {
    numbers(scaleX, 0, 0, scaleY, dx, dy).append("cm\n");
  }

  void fill(Rect rect, int colour) {
    rectangle(rect);
    paint(colour, null);
  }

  void draw(Mark mark) {
    switch (mark) {
      case Mark.Group group -> group.children().forEach(this::draw);
      case Mark.Box box -> box(box);
      case Mark.Path path -> path(path.outline(), path.fill(), path.stroke());
      case Mark.Text text -> text(text);
      case Mark.Icon icon -> icon(icon);
    }
  }

  private void box(Mark.Box box) {
    Rect rect = box.rect();
    if (box.radius() <= 0) {
      rectangle(rect);
      paint(box.fill(), box.stroke());
      return;
    }
    double radius = Math.min(box.radius(), Math.min(rect.width(), rect.height()) / 2);
    path(
        Outline.builder()
            .roundRect(rect.x(), rect.y(), rect.width(), rect.height(), radius)
            .build(),
        box.fill(),
        box.stroke());
  }

  void path(Outline outline, int fill, @Nullable Stroke stroke) {
    if (isVisible(fill) || (stroke != null && isVisible(stroke.colour()))) {
      outline.draw(new PathPen());
      paint(fill, stroke);
    }
  }

  private void rectangle(Rect rect) {
    numbers(rect.x(), rect.y(), rect.width(), rect.height()).append("re\n");
  }

  /// Fills and strokes the path that was begun.
  private void paint(int fill, @Nullable Stroke stroke) {
    boolean filled = isVisible(fill);
    boolean stroked = stroke != null && isVisible(stroke.colour());
    if (stroke != null && stroked) {
      opacity(filled ? fill >>> 24 : OPAQUE, stroke.colour() >>> 24);
      colour(stroke.colour(), "RG");
      numbers(stroke.width()).append("w ");
      content.append(stroke.cap() == Stroke.Cap.ROUND ? "1 J 1 j [" : "0 J 1 j [");
      stroke.dashes().forEach(this::numbers);
      content.append("] 0 d ");
    } else if (filled) {
      opacity(fill >>> 24, OPAQUE);
    }
    if (filled) {
      colour(fill, "rg");
    }
    content.append(filled ? (stroked ? "B\n" : "f\n") : (stroked ? "S\n" : "n\n"));
  }

  private static boolean isVisible(int colour) {
    return colour >>> 24 != 0;
  }

  private void colour(int argb, String operator) {
    numbers((argb >> 16 & 255) / 255.0, (argb >> 8 & 255) / 255.0, (argb & 255) / 255.0)
        .append(operator)
        .append(' ');
  }

  private static String opaque() {
    return opacityName(OPAQUE, OPAQUE);
  }

  private static String opacityName(int fill, int stroke) {
    return "A" + fill + "-" + stroke;
  }

  /// What the name of an opacity means: a graphics state with the alpha of areas and that of lines.
  static String opacityState(String name) {
    String[] parts = name.substring(1).split("-", -1);
    return String.format(
        Locale.ROOT,
        "<< /ca %.4f /CA %.4f >>",
        Integer.parseInt(parts[0]) / (double) OPAQUE,
        Integer.parseInt(parts[1]) / (double) OPAQUE);
  }

  private void opacity(int fill, int stroke) {
    String wanted = opacityName(fill, stroke);
    if (!wanted.equals(opacity)) {
      opacity = wanted;
      opacities.add(wanted);
      content.append('/').append(wanted).append(" gs ");
    }
  }

  private void text(Mark.Text text) {
    PdfFont font = fonts.get(text.face());
    if (font == null || text.text().isEmpty() || !isVisible(text.colour())) {
      return;
    }
    opacity(text.colour() >>> 24, OPAQUE);
    colour(text.colour(), "rg");
    content.append("BT /").append(font(text.face())).append(' ');
    numbers(text.size()).append("Tf ");
    numbers(1, 0, 0, -1, text.x(), text.baseline()).append("Tm ");
    content.append(font.glyphs(text.text())).append(" Tj ET\n");
  }

  private void icon(Mark.Icon icon) {
    Integer number = icons.get(icon.art());
    int alpha = (int) Math.round(icon.opacity() * OPAQUE);
    if (number == null || alpha == 0) {
      return;
    }
    Rect rect = icon.rect();
    content.append("q ");
    String before = opacity;
    opacity(alpha, alpha);
    numbers(rect.width() / IconArt.GRID, 0, 0, rect.height() / IconArt.GRID, rect.x(), rect.y())
        .append("cm /")
        .append(icon(number))
        .append(" Do Q\n");
    opacity = before;
  }

  private StringBuilder numbers(double... values) {
    for (double value : values) {
      if (!(Math.abs(value) < 1e12)) {
        throw new IllegalArgumentException("not a coordinate: " + value);
      }
      long scaled = Math.round(Math.abs(value) * PARTS);
      content.append(value < 0 && scaled > 0 ? "-" : "").append(scaled / PARTS);
      long rest = scaled % PARTS;
      if (rest > 0) {
        content.append('.');
        for (long part = PARTS / 10; rest > 0; part /= 10) {
          content.append(rest / part);
          rest %= part;
        }
      }
      content.append(' ');
    }
    return content;
  }

  private final class PathPen implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      numbers(x, y).append("m ");
    }

    @Override
    public void lineTo(double x, double y) {
      numbers(x, y).append("l ");
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      numbers(x1, y1, x2, y2, x, y).append("c ");
    }

    @Override
    public void close() {
      content.append("h ");
    }
  }
}

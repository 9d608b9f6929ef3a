package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Chunks;
import dev.drawbridge.draw.Mark;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Draws square pieces of a picture for the screen, as the window shows them. Not for several threads at
/// once.
public final class TilePainter {
  /// The side of a tile in pixels.
  public static final int SIZE = 256;

  /// A badge is never smaller than if the picture were shown at this zoom.
  private static final double LEAST_BADGE_ZOOM = 0.75;

  /// At a smaller zoom nobody could read what connectors say.
  private static final double LEAST_LABEL_ZOOM = 0.4;

  /// Badges that grew beyond the zoom take each a square of this side, in px of the screen.
  private static final double BADGE_ROOM = 20;

  /// How far a badge can reach out of where it is in the picture, in px of the screen.
  private static final double BADGE_REACH = 40;

  /// What a tile shows. Equal content and geometry give equal pixels.
  public record Content(List<Mark> marks, List<Mark.Group> badges, int paper) {}

  /// Which tile, of a plane in which the document lies enlarged.
  ///
  /// @param scale pixels for one px of the document
  /// @param unit pixels for one px of the screen
  /// @param dots the colour of the dots behind the design, ARGB; 0 for none
  public record Place(double scale, double unit, long column, long row, int dots) {
    /// The part of the document that the tile shows.
    public Rect area() {
      double side = SIZE / scale;
      return new Rect(column * side, row * side, side, side);
    }
  }

  private final Java2dShapes shapes = new Java2dShapes();
  private final IconSprites sprites = new IconSprites(shapes);

  public static Content content(Chunks chunks, Place place) {
    Rect area = place.area().grow(2 * place.unit / place.scale);
    boolean labels = place.scale / place.unit >= LEAST_LABEL_ZOOM;
    return new Content(
        labels ? chunks.touching(area) : chunks.touchingWithoutLabels(area),
        badges(chunks, place),
        chunks.paper());
  }

  public int[] paint(Content content, Place place) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(data, content.paper());
    if (place.dots != 0) {
      dots(new Pixels(data, SIZE), place);
    }
    Graphics2D graphics = image.createGraphics();
    try {
      ScreenPen pen = new ScreenPen(graphics, new Pixels(data, SIZE), place, shapes, sprites);
      content.marks.forEach(pen::draw);
      double zoom = place.scale / place.unit;
      for (Mark.Group badge : content.badges) {
        pen.draw(badge, Math.max(1, LEAST_BADGE_ZOOM / zoom));
      }
    } finally {
      graphics.dispose();
    }
    return data;
  }

  /// Dots farther apart in the document the farther away it is.
  private static void dots(Pixels pixels, Place place) {
    double step = 16 * place.scale;
    while (step < 14 * place.unit) {
      step *= 4;
    }
    int dot = (int) Math.max(1, Math.round(place.unit));
    double left = place.column * (double) SIZE;
    double top = place.row * (double) SIZE;
    for (long i = (long) Math.floor(top / step); i * step < top + SIZE; i++) {
      int y = (int) (Math.round(i * step) - (long) top);
      for (long j = (long) Math.floor(left / step); j * step < left + SIZE; j++) {
        pixels.blend((int) (Math.round(j * step) - (long) left), y, dot, dot, place.dots);
      }
    }
  }

  /// Where badges outgrow the picture, the worst of those that would cover each other.
  private static List<Mark.Group> badges(Chunks chunks, Place place) {
    double zoom = place.scale / place.unit;
    if (zoom >= LEAST_BADGE_ZOOM) {
      return chunks.flags(place.area().grow(1)).stream().map(Chunks.Flag::badge).toList();
    }
    double room = BADGE_ROOM / zoom;
    Map<List<Long>, Chunks.Flag> worst = new HashMap<>();
    for (Chunks.Flag flag : chunks.flags(place.area().grow(BADGE_REACH / zoom + room))) {
      Rect at = flag.badge().bounds();
      List<Long> cell =
          List.of((long) Math.floor(at.centerX() / room), (long) Math.floor(at.centerY() / room));
      worst.merge(cell, flag, (a, b) -> b.rank() < a.rank() ? b : a);
    }
    Rect near = place.area().grow(BADGE_REACH / zoom);
    return worst.values().stream()
        .map(Chunks.Flag::badge)
        .filter(badge -> near.contains(badge.bounds().center()))
        .sorted(
            (a, b) -> {
              int byY = Double.compare(a.bounds().y(), b.bounds().y());
              return byY != 0 ? byY : Double.compare(a.bounds().x(), b.bounds().x());
            })
        .toList();
  }
}

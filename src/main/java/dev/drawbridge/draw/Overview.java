package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// A whole design in a few pixels: where things lie, in the colours of what they are. There are neither names
/// nor lines, which nobody could see, so that it is made in no time however large the design.
public final class Overview {
  /// What is left free around the design, in pixels.
  private static final double MARGIN = 8;

  /// Nothing is shown larger than this, in pixels for one px of the document.
  private static final double MOST = 0.25;

  private final int width;
  private final int height;
  private final double scale;
  private final Point corner;
  private final int[] pixels;

  private Overview(int width, int height, double scale, Point corner, int paper) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.corner = corner;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, paper);
  }

  /// @param size in pixels, at least 1 by 1
  /// @param cancelled asked now and then; once it says yes, a [CancellationException] ends the work
  public static Overview of(Document document, Size size, Theme theme, BooleanSupplier cancelled) {
    Placement placement = Placement.of(document);
    Rect all =
        document.children(null).stream()
            .map(node -> placement.of(node.id()))
            .reduce(Rect::union)
            .orElse(new Rect(0, 0, 1, 1));
    double scale =
        Math.min(
            MOST,
            Math.min(
                (size.width() - 2 * MARGIN) / Math.max(1, all.width()),
                (size.height() - 2 * MARGIN) / Math.max(1, all.height())));
    Point corner =
        new Point(
            all.centerX() - size.width() / 2 / scale, all.centerY() - size.height() / 2 / scale);
    Overview made =
        new Overview((int) size.width(), (int) size.height(), scale, corner, theme.paper());
    for (boolean cards : List.of(false, true)) {
      int done = 0;
      for (Node node : document.nodes()) {
        if (done++ % 512 == 0 && cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        if (placement.isCard(node) == cards) {
          made.paint(node, placement.of(node.id()), cards, theme);
        }
      }
    }
    return made;
  }

  private void paint(Node node, Rect bounds, boolean card, Theme theme) {
    int left = (int) Math.round((bounds.x() - corner.x()) * scale);
    int top = (int) Math.round((bounds.y() - corner.y()) * scale);
    int right = Math.max(left + 1, (int) Math.round((bounds.right() - corner.x()) * scale));
    int bottom = Math.max(top + 1, (int) Math.round((bounds.bottom() - corner.y()) * scale));
    if (card) {
      fill(left, top, right, bottom, CardPainter.groupLine(node, theme));
      return;
    }
    Tone tone = ContainerPainter.tone(node, theme);
    fill(left, top, right, bottom, tone.fill());
    fill(left, top, right, top + 1, tone.line());
    fill(left, bottom - 1, right, bottom, tone.line());
    fill(left, top + 1, left + 1, bottom - 1, tone.line());
    fill(right - 1, top + 1, right, bottom - 1, tone.line());
  }

  private void fill(int left, int top, int right, int bottom, int colour) {
    int alpha = colour >>> 24;
    if (alpha == 0) {
      return;
    }
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
        int at = y * width + x;
        pixels[at] = blend(pixels[at], colour, alpha);
      }
    }
  }

  private static int blend(int below, int above, int alpha) {
    int mixed = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = below >> shift & 0xff;
      int b = above >> shift & 0xff;
      mixed = mixed << 8 | (a * (255 - alpha) + b * alpha + 127) / 255;
    }
    return mixed;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Pixels for one px of the document.
  public double scale() {
    return scale;
  }

  /// The document's point at the upper left.
  public Point corner() {
    return corner;
  }

  /// All opaque, ARGB, line by line.
  public int[] pixels() {
    return pixels.clone();
  }
}

package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to be drawn, fully resolved: px at 100 % zoom in document coordinates, colours as ARGB
/// (alpha 0 = none), text in lines with their baselines. A back end decides nothing.
public sealed interface Mark {
  /// The area outside of which the mark leaves no ink.
  Rect bounds();

  /// A rectangle, its corners rounded by the radius; the stroke lies centred on the edge.
  record Box(Rect rect, double radius, int fill, @Nullable Stroke stroke) implements Mark {
    @Override
    public Rect bounds() {
      return stroke == null ? rect : rect.grow(stroke.width() / 2);
    }
  }

  /// An outline, filled by the non-zero rule and stroked.
  record Path(Outline outline, int fill, @Nullable Stroke stroke) implements Mark {
    @Override
    public Rect bounds() {
      return stroke == null ? outline.bounds() : outline.bounds().grow(stroke.width() / 2);
    }
  }

  /// One line of text, without kerning or ligatures.
  ///
  /// @param x where the first glyph begins
  /// @param size the em in px
  /// @param width as measured when the text was placed
  record Text(
      String text, double x, double baseline, FontFace face, double size, int colour, double width)
      implements Mark {

    public static Text of(String text, double x, double baseline, TextMetrics metrics, int colour) {
      double width = metrics.width(text);
      return new Text(text, x, baseline, metrics.face(), metrics.size(), colour, width);
    }

    public static Text centred(
        String text, double centreX, double baseline, TextMetrics metrics, int colour) {
      double width = metrics.width(text);
      return new Text(
          text, centreX - width / 2, baseline, metrics.face(), metrics.size(), colour, width);
    }

    @Override
    public Rect bounds() {
      TextMetrics metrics = new TextMetrics(face, size);
      return new Rect(x, baseline - metrics.ascent(), width, metrics.lineHeight());
    }
  }

  /// An icon, scaled from its grid into the rectangle.
  ///
  /// @param opacity from 0, invisible, to 1
  record Icon(IconArt art, Rect rect, double opacity) implements Mark {
    @Override
    public Rect bounds() {
      return rect;
    }
  }

  /// Marks that belong together, back to front: those of one element or of one layer.
  ///
  /// @param id the element's id or a layer's name
  /// @param title what a pointer resting on it and a screen reader tell; may be empty
  record Group(String id, String title, Rect bounds, List<Mark> children) implements Mark {
    public Group {
      children = List.copyOf(children);
    }

    /// A group whose bounds are those of its content.
    public static Group of(String id, String title, List<? extends Mark> children) {
      Rect bounds = null;
      for (Mark child : children) {
        bounds = bounds == null ? child.bounds() : bounds.union(child.bounds());
      }
      return new Group(
          id, title, bounds == null ? new Rect(0, 0, 0, 0) : bounds, List.copyOf(children));
    }
  }
}

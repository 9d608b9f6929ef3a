package dev.drawbridge.draw.icon;

import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of one component on a grid of 48 x 48 units, back to front.
///
/// @param name the file's name without `.svg`
public record IconArt(String name, List<Shape> shapes) {
  /// The side of the grid.
  public static final double GRID = 48;

  public IconArt {
    shapes = List.copyOf(shapes);
  }

  /// One outline of an icon, in grid units.
  ///
  /// @param fill ARGB; alpha 0 leaves it empty
  public record Shape(Outline outline, int fill, @Nullable Stroke stroke) {}
}

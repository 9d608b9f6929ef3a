package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the lines that pass a place.
///
/// @param <K> what a line is known by
public final class LineIndex<K> {
  private final Obstacles pieces = new Obstacles();
  private final List<K> owners = new ArrayList<>();

  public void add(K key, List<Point> line) {
    for (int i = 1; i < line.size(); i++) {
      pieces.addText(Rect.between(line.get(i - 1), line.get(i)).grow(0.5));
      owners.add(key);
    }
  }

  /// The lines that run through the card or nearer to it than lines keep.
  public Set<K> near(Rect card) {
    Set<K> found = new LinkedHashSet<>();
    Rect room = card.grow(Router.CLEARANCE);
    pieces.forEach(
        room.x(),
        room.y(),
        room.right(),
        room.bottom(),
        (number, _, _, _, _, _) -> found.add(owners.get(number)));
    return found;
  }
}

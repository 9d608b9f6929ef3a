package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.model.Change;
import dev.drawbridge.model.Diff;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How nodes get from where they lay to where an edit has put them, for eyes that want to follow.
///
/// @param to after the edit
/// @param ways of the nodes that were moved
public record Glide(Document to, List<Way> ways) {
  /// More than so many nobody can follow, and each frame would take too long.
  private static final int MOST = 500;

  /// Where a node lay before.
  ///
  /// @param from within its container
  public record Way(Rect from, Node node) {}

  public Glide {
    ways = List.copyOf(ways);
  }

  /// Empty where nothing moves, or too much.
  public static Optional<Glide> between(Document from, Document to) {
    List<Way> ways = new ArrayList<>();
    for (Node node : to.nodes()) {
      Node before = from.findNode(node.id()).orElse(node);
      if (!before.bounds().equals(node.bounds())) {
        ways.add(new Way(before.bounds(), node));
      }
    }
    return ways.isEmpty() || ways.size() > MOST
        ? Optional.empty()
        : Optional.of(new Glide(to, ways));
  }

  /// What is seen on the way.
  ///
  /// @param share of the way that is done, 0 to 1
  public Document at(double share) {
    double done = 1 - Math.pow(1 - share, 3); // fast at first, and gently to the end
    List<Change> changes = new ArrayList<>();
    for (Way way : ways) {
      Rect target = way.node.bounds();
      changes.add(
          new Change.Updated(way.node, way.node.withBounds(between(way.from, target, done))));
    }
    return to.apply(new Diff(changes));
  }

  private static Rect between(Rect from, Rect to, double done) {
    Point corner =
        new Point(from.x() + done * (to.x() - from.x()), from.y() + done * (to.y() - from.y()));
    Size size =
        new Size(
            from.width() + done * (to.width() - from.width()),
            from.height() + done * (to.height() - from.height()));
    return Rect.at(corner, size);
  }
}

package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Brings an edge or the centres of several nodes into one line: that of the rectangle around them all.
public record Align(SequencedSet<ElementId> ids, Line line) implements Edit {
  /// What comes to lie in one line.
  public enum Line {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM
  }

  public Align {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  @Override
  public String key() {
    return "edit.align.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> nodes = Move.roots(before, ids);
    if (nodes.size() < 2) {
      return;
    }
    Rect around = nodes.stream().map(before::absoluteBounds).reduce(Rect::union).orElseThrow();
    for (Node node : nodes) {
      Point by = shift(before.absoluteBounds(node), around);
      Move.of(node.id(), by.x(), by.y()).apply(draft);
    }
  }

  private Point shift(Rect own, Rect around) {
    return switch (line) {
      case LEFT -> new Point(around.x() - own.x(), 0);
      case CENTRE -> new Point(Math.round(around.centerX() - own.centerX()), 0);
      case RIGHT -> new Point(around.right() - own.right(), 0);
      case TOP -> new Point(0, around.y() - own.y());
      case MIDDLE -> new Point(0, Math.round(around.centerY() - own.centerY()));
      case BOTTOM -> new Point(0, around.bottom() - own.bottom());
    };
  }
}

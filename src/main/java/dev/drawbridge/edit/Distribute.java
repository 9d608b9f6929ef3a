package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Makes the gaps between three or more nodes alike; the first and the last stay.
public record Distribute(SequencedSet<ElementId> ids, boolean horizontally) implements Edit {
  public Distribute {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  @Override
  public String key() {
    return "edit.distribute.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> nodes =
        Move.roots(before, ids).stream()
            .sorted(Comparator.comparingDouble(node -> start(before.absoluteBounds(node))))
            .toList();
    if (nodes.size() < 3) {
      return;
    }
    double from = start(before.absoluteBounds(nodes.getFirst()));
    Rect last = before.absoluteBounds(nodes.getLast());
    double taken = nodes.stream().mapToDouble(node -> length(node.bounds())).sum();
    double gap = (start(last) + length(last) - from - taken) / (nodes.size() - 1);
    double next = from;
    for (Node node : nodes) {
      double by = Math.round(next) - start(before.absoluteBounds(node));
      if (node != nodes.getFirst() && node != nodes.getLast()) {
        Move.of(node.id(), horizontally ? by : 0, horizontally ? 0 : by).apply(draft);
      }
      next += length(node.bounds()) + gap;
    }
  }

  private double start(Rect bounds) {
    return horizontally ? bounds.x() : bounds.y();
  }

  private double length(Rect bounds) {
    return horizontally ? bounds.width() : bounds.height();
  }
}

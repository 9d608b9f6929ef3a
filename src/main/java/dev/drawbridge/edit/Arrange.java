package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Gives many nodes other places at once, as an automatic layout found them. Who spans what stays as it is:
/// the layout is made from that, and does not propose it. Connectors that go elsewhere find their way anew.
///
/// @param bounds relative to each node's parent
public record Arrange(SequencedMap<ElementId, Rect> bounds) implements Edit {
  public Arrange {
    bounds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bounds));
  }

  public Arrange(Map<ElementId, Rect> bounds) {
    this(new LinkedHashMap<>(bounds));
  }

  @Override
  public String key() {
    return "edit.tidy.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Element> changed = new ArrayList<>();
    Set<ElementId> moved = new HashSet<>();
    bounds.forEach(
        (id, rect) -> {
          Node node = before.node(id);
          changed.add(node.withBounds(rect));
          moved.add(id);
          before.descendants(id).forEach(inside -> moved.add(inside.id()));
        });
    for (Connector connector : before.connectors()) {
      boolean goes = moved.contains(connector.source()) || moved.contains(connector.target());
      if (goes && !connector.bends().isEmpty()) {
        changed.add(connector.withBends(List.of()));
      }
    }
    draft.updateAll(changed);
    Growth.toHold(draft, bounds.keySet());
  }
}

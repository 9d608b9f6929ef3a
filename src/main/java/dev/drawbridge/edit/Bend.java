package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.List;

/// Leads a connector through corners, or by none the way that is found for it.
public record Bend(ElementId connector, List<Point> bends) implements Edit {
  public Bend {
    bends = List.copyOf(bends);
  }

  @Override
  public String key() {
    return bends.isEmpty() ? "edit.unbend.name" : "edit.bend.name";
  }

  @Override
  public void apply(Draft draft) {
    Element element = draft.document().find(connector).orElse(null);
    if (!(element instanceof Connector arrow)) {
      throw new IllegalArgumentException("no connector " + connector);
    }
    if (!arrow.bends().equals(bends)) {
      draft.update(arrow.withBends(bends));
    }
  }
}

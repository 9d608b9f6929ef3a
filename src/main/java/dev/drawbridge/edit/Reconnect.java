package dev.drawbridge.edit;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.List;

/// Ties a connector to other ends; it forgets its bends, which were made for the old way.
public record Reconnect(ElementId connector, ElementId source, ElementId target) implements Edit {
  public Reconnect {
    if (source.equals(target)) {
      throw new IllegalArgumentException(source + " cannot be connected to itself");
    }
  }

  @Override
  public String key() {
    return "edit.reconnect.name";
  }

  @Override
  public void apply(Draft draft) {
    draft.document().node(source);
    draft.document().node(target);
    Element element = draft.document().find(connector).orElse(null);
    if (!(element instanceof Connector arrow)) {
      throw new IllegalArgumentException("no connector " + connector);
    }
    if (!arrow.source().equals(source) || !arrow.target().equals(target)) {
      draft.update(arrow.withEnds(source, target).withBends(List.of()));
    }
  }
}

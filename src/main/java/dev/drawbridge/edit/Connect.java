package dev.drawbridge.edit;

import dev.drawbridge.model.Connector;

/// Draws an arrow between two nodes.
public record Connect(Connector connector) implements Edit {
  public Connect {
    if (connector.source().equals(connector.target())) {
      throw new IllegalArgumentException(connector.source() + " cannot be connected to itself");
    }
  }

  @Override
  public String key() {
    return "edit.connect.name";
  }

  @Override
  public void apply(Draft draft) {
    draft.document().node(connector.source());
    draft.document().node(connector.target());
    draft.add(connector);
  }
}

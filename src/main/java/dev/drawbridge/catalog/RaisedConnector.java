package dev.drawbridge.catalog;

/// A connector under construction, while a graph is raised.
public final class RaisedConnector extends RaisedElement {
  private final RaisedNode source;
  private final RaisedNode target;

  public RaisedConnector(
      Kind kind, RaisedNode source, RaisedNode target, String label, int position) {
    super(kind, label, position);
    this.source = source;
    this.target = target;
  }

  public RaisedNode source() {
    return source;
  }

  public RaisedNode target() {
    return target;
  }
}

package dev.drawbridge.model;

import dev.drawbridge.base.Point;
import java.util.List;

/// An arrow between two nodes: traffic that is to pass, or replication.
///
/// @param bends corners that the user fixed, in document coordinates; empty lets the router choose
public record Connector(
    ElementId id,
    String kind,
    String name,
    ElementId source,
    ElementId target,
    List<Point> bends,
    Fields properties,
    Fields extras)
    implements Element {
  public Connector {
    bends = List.copyOf(bends);
  }

  public static Connector of(ElementId id, String kind, ElementId source, ElementId target) {
    return new Connector(id, kind, "", source, target, List.of(), Fields.NONE, Fields.NONE);
  }

  @Override
  public Connector withName(String changed) {
    return new Connector(id, kind, changed, source, target, bends, properties, extras);
  }

  @Override
  public Connector withProperties(Fields changed) {
    return new Connector(id, kind, name, source, target, bends, changed, extras);
  }

  public Connector withProperty(String property, Datum value) {
    return withProperties(properties.with(property, value));
  }

  public Connector withEnds(ElementId from, ElementId to) {
    return new Connector(id, kind, name, from, to, bends, properties, extras);
  }

  public Connector withBends(List<Point> changed) {
    return new Connector(id, kind, name, source, target, changed, properties, extras);
  }
}

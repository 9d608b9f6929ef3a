package dev.drawbridge.model;

import dev.drawbridge.base.Rect;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// A thing that is drawn as a shape: a place, a gateway, a load balancer, a tier, a database.
///
/// @param parent the container it lies in; null at the top
/// @param bounds relative to the parent's top left corner, so that moving a container is one change
/// @param spans the nodes that it lies over without lying in them: a load balancer's subnets
/// @param locked whether gestures leave it where it is
public record Node(
    ElementId id,
    String kind,
    String name,
    @Nullable ElementId parent,
    Rect bounds,
    SequencedSet<ElementId> spans,
    Fields properties,
    boolean locked,
    Fields extras)
    implements Element {
  public Node {
    spans = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(spans));
  }

  /// A node at the top of the document that has nothing but a kind and a place.
  public static Node of(ElementId id, String kind, String name, Rect bounds) {
    return new Node(
        id, kind, name, null, bounds, new LinkedHashSet<>(), Fields.NONE, false, Fields.NONE);
  }

  @Override
  public Node withName(String changed) {
    return new Node(id, kind, changed, parent, bounds, spans, properties, locked, extras);
  }

  @Override
  public Node withProperties(Fields changed) {
    return new Node(id, kind, name, parent, bounds, spans, changed, locked, extras);
  }

  public Node withProperty(String property, Datum value) {
    return withProperties(properties.with(property, value));
  }

  public Node withParent(@Nullable ElementId changed) {
    return new Node(id, kind, name, changed, bounds, spans, properties, locked, extras);
  }

  public Node withBounds(Rect changed) {
    return new Node(id, kind, name, parent, changed, spans, properties, locked, extras);
  }

  public Node withSpans(SequencedSet<ElementId> changed) {
    return new Node(id, kind, name, parent, bounds, changed, properties, locked, extras);
  }

  public Node withSpans(List<ElementId> changed) {
    return withSpans(new LinkedHashSet<>(changed));
  }

  public Node withLocked(boolean changed) {
    return new Node(id, kind, name, parent, bounds, spans, properties, changed, extras);
  }
}

package dev.drawbridge.catalog;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A node under construction, while a graph is raised.
public final class RaisedNode extends RaisedElement {
  private final List<RaisedNode> spans = new ArrayList<>();
  private final List<Address> named = new ArrayList<>();
  private @Nullable RaisedNode parent;

  public RaisedNode(Kind kind, String label, int position) {
    super(kind, label, position);
  }

  /// The container that it stands in; null at the top.
  public @Nullable RaisedNode parent() {
    return parent;
  }

  /// What it lies over.
  public List<RaisedNode> spans() {
    return Collections.unmodifiableList(spans);
  }

  public RaisedNode in(@Nullable RaisedNode container) {
    parent = container;
    return this;
  }

  public RaisedNode over(Collection<RaisedNode> places) {
    spans.addAll(places);
    return this;
  }

  /// What its configuration names, in the order in which it does: its arrows are drawn in that order.
  public List<Address> named() {
    return Collections.unmodifiableList(named);
  }

  public void naming(Collection<Address> addresses) {
    named.addAll(addresses);
  }

  /// The nearest container of a kind around it, or itself; empty where there is none.
  public Optional<RaisedNode> around(Kind container) {
    RaisedNode next = this;
    while (next != null && !next.kind().equals(container)) {
      next = next.parent;
    }
    return Optional.ofNullable(next);
  }

  /// The value of a property, as told so far.
  public <T> T get(Property<T> property) {
    return property.in(properties());
  }

  /// As `set`, to go on with.
  public <T> RaisedNode with(Property<T> property, T value) {
    set(property, value);
    return this;
  }

  /// As `read`, to go on with.
  public <T> RaisedNode reading(Property<T> property, @Nullable Value value) {
    read(property, value);
    return this;
  }
}

package dev.drawbridge.catalog;

import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Value;
import org.jspecify.annotations.Nullable;

/// An element under construction, while a graph is raised.
public abstract sealed class RaisedElement permits RaisedNode, RaisedConnector {
  private final Kind kind;
  private final String label;
  private final int position;
  private Fields properties = Fields.NONE;
  private @Nullable String tag;
  private @Nullable String words;

  RaisedElement(Kind kind, String label, int position) {
    this.kind = kind;
    this.label = label;
    this.position = position;
  }

  public Kind kind() {
    return kind;
  }

  /// The label that its resources bear; empty where they tell none.
  public String label() {
    return label;
  }

  /// Where its first resource stands in the graph; elements are drawn in this order.
  public int position() {
    return position;
  }

  public Fields properties() {
    return properties;
  }

  /// What its `Name` tag says, without the module's name.
  public @Nullable String tag() {
    return tag;
  }

  /// What descriptions call it.
  public @Nullable String words() {
    return words;
  }

  /// Tells its name as tags give it: in small letters of any script, with hyphens.
  public void tagged(String text) {
    tag = text;
  }

  /// Tells its name as descriptions give it: in Latin letters. Forgotten where it goes with no label or tag.
  public void worded(String text) {
    words = text;
  }

  /// Sets a property; the default is left out, and so is what the property cannot hold.
  public <T> void set(Property<T> property, T value) {
    Fields set = property.set(properties.without(property.name()), value);
    properties =
        property.isValidIn(set) && !value.equals(property.fallback())
            ? set
            : properties.without(property.name());
  }

  /// Sets a property to what an argument says; leaves it as it is where that is no value of its type.
  public <T> void read(Property<T> property, @Nullable Value value) {
    Arguments.read(property.type(), value).ifPresent(read -> set(property, read));
  }
}

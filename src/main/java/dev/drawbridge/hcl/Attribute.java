package dev.drawbridge.hcl;

/// `name = value`.
public record Attribute(String name, Expression value, Span span) implements Body.Item {
  public Attribute {
    if (!Identifiers.isIdentifier(name)) {
      throw new IllegalArgumentException("not an identifier: " + name);
    }
  }

  public Attribute(String name, Expression value) {
    this(name, value, Span.NONE);
  }
}

package dev.drawbridge.hcl;

import java.util.List;

/// `type "label" "label" { body }`. Labels are plain text; the printer quotes them.
public record Block(String type, List<String> labels, Body body, Span span) implements Body.Item {
  public Block {
    if (!Identifiers.isIdentifier(type)) {
      throw new IllegalArgumentException("not an identifier: " + type);
    }
    labels = List.copyOf(labels);
  }

  public Block(String type, List<String> labels, Body body) {
    this(type, labels, body, Span.NONE);
  }

  public Block(String type, Body body) {
    this(type, List.of(), body, Span.NONE);
  }
}

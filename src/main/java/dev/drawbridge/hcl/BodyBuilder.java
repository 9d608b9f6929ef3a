package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Body.BlankLine;
import dev.drawbridge.hcl.Body.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects the items of a body and keeps it readable: a blank line before each block and after it,
/// none at the beginning or the end, never two in a row.
public final class BodyBuilder {
  private final List<Body.Item> items = new ArrayList<>();
  private boolean blankDue;

  BodyBuilder() {}

  public BodyBuilder attribute(String name, Expression value) {
    return add(new Attribute(name, value));
  }

  /// A comment that belongs to the item after it.
  public BodyBuilder comment(String text) {
    return add(new Comment(text));
  }

  public BodyBuilder blank() {
    blankDue = !items.isEmpty();
    return this;
  }

  public BodyBuilder block(String type, List<String> labels, Consumer<BodyBuilder> content) {
    BodyBuilder inner = new BodyBuilder();
    content.accept(inner);
    return add(new Block(type, labels, inner.build()));
  }

  public BodyBuilder block(String type, Consumer<BodyBuilder> content) {
    return block(type, List.of(), content);
  }

  public BodyBuilder add(Body.Item item) {
    Body.Item last = items.isEmpty() ? null : items.getLast();
    boolean apart =
        switch (item) {
          case BlankLine _ -> {
            blank();
            yield false;
          }
          case Block _ -> last != null && !(last instanceof Comment);
          case Attribute _, Comment _ -> last instanceof Block;
        };
    if (item instanceof BlankLine) {
      return this;
    }
    if (apart || blankDue) {
      items.add(new BlankLine());
    }
    blankDue = false;
    items.add(item);
    return this;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public Body build() {
    return new Body(items);
  }
}

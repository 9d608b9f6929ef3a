package dev.drawbridge.hcl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands in a file, or between the braces of a block: attributes, blocks, and the comments and
/// blank lines that structure them for the reader.
public record Body(List<Item> items) {
  public static final Body EMPTY = new Body(List.of());

  public Body {
    items = List.copyOf(items);
  }

  public static BodyBuilder builder() {
    return new BodyBuilder();
  }

  public Stream<Attribute> attributes() {
    return items.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast);
  }

  public Stream<Block> blocks() {
    return items.stream().filter(Block.class::isInstance).map(Block.class::cast);
  }

  /// The value of the first attribute of that name.
  public Optional<Expression> value(String name) {
    return attributes().filter(a -> a.name().equals(name)).findFirst().map(Attribute::value);
  }

  /// One entry of a body.
  public sealed interface Item permits Attribute, Block, Comment, BlankLine {}

  /// A comment on lines of its own. The text is without markers and may have several lines.
  public record Comment(String text, Span span) implements Item {
    public Comment(String text) {
      this(text, Span.NONE);
    }
  }

  /// One empty line.
  public record BlankLine() implements Item {}
}

package dev.drawbridge.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The body of a resource, or of a block nested in one: arguments and further blocks, in the order in which
/// they are to be written. Immutable; [#builder] makes one.
///
/// @param remarks comments that stand at its beginning, a line each, for readers who would ask why
/// @param notices comments that stand right above it, a line each; above a nested one there are none
public record Block(
    SequencedMap<String, Value> arguments,
    List<Nested> blocks,
    List<String> remarks,
    List<String> notices) {
  public static final Block EMPTY = new Block(new LinkedHashMap<>(), List.of());

  /// A block inside a block: `health_check { ... }`.
  public record Nested(String type, Block body) {}

  public Block {
    arguments = Frozen.copyOf(arguments);
    blocks = List.copyOf(blocks);
    remarks = List.copyOf(remarks);
    notices = List.copyOf(notices);
  }

  /// A body without comments.
  public Block(SequencedMap<String, Value> arguments, List<Nested> blocks) {
    this(arguments, blocks, List.of(), List.of());
  }

  /// The same with other arguments.
  public Block withArguments(SequencedMap<String, Value> others) {
    return new Block(others, blocks, remarks, notices);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// The argument of this name, or null where it is left out.
  public @Nullable Value get(String argument) {
    return arguments.get(argument);
  }

  /// The nested blocks of a type, in order.
  public List<Block> blocks(String type) {
    List<Block> found = new ArrayList<>();
    for (Nested nested : blocks) {
      if (nested.type().equals(type)) {
        found.add(nested.body());
      }
    }
    return Collections.unmodifiableList(found);
  }

  /// Every value in this body and in the blocks inside it, the values within values too.
  public Stream<Value> allValues() {
    List<Value> all = new ArrayList<>();
    visit(all::add);
    return all.stream();
  }

  /// As [#allValues], one after the other.
  void visit(Consumer<Value> visitor) {
    for (Value value : arguments.values()) {
      visit(value, visitor);
    }
    for (Nested block : blocks) {
      block.body().visit(visitor);
    }
  }

  private static void visit(Value value, Consumer<Value> visitor) {
    visitor.accept(value);
    switch (value) {
      case Value.Items(List<Value> values) -> visit(values, visitor);
      case Value.Mapping(SequencedMap<String, Value> entries) -> visit(entries.values(), visitor);
      case Value.Template(List<Value> values) -> visit(values, visitor);
      case Value.Call(String _, List<Value> values) -> visit(values, visitor);
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Reference _,
          Value.Symbol _,
          Value.Unknown _ -> {}
    }
  }

  private static void visit(Collection<Value> values, Consumer<Value> visitor) {
    for (Value value : values) {
      visit(value, visitor);
    }
  }

  /// Collects a body in the order in which it is to be written.
  public static final class Builder {
    private SequencedMap<String, Value> arguments = new LinkedHashMap<>();

    /// Whether a body has the arguments now, so that they must not change.
    private boolean given;

    private final List<Nested> blocks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    private Builder() {}

    /// Says something to the reader.
    public Builder remark(String text) {
      remarks.add(text);
      return this;
    }

    /// Says to the reader, and to the scanner of policies that objects, why something is right as it is.
    ///
    /// @param policy its id with Checkov (`CKV...`), which reads what stands in a block, or with Trivy
    ///     (`AVD-...`), which reads what stands above
    public Builder accept(String policy, String reason) {
      if (policy.startsWith("CKV")) {
        return remark("checkov:skip=" + policy + ": " + reason);
      }
      notices.add("trivy:ignore:" + policy + " " + reason);
      return this;
    }

    public Builder set(String argument, Value value) {
      if (given) {
        arguments = new LinkedHashMap<>(arguments);
        given = false;
      }
      arguments.put(argument, value);
      return this;
    }

    public Builder set(String argument, String value) {
      return set(argument, Value.of(value));
    }

    public Builder set(String argument, long value) {
      return set(argument, Value.of(value));
    }

    public Builder set(String argument, boolean value) {
      return set(argument, Value.of(value));
    }

    public Builder block(String type, Block body) {
      blocks.add(new Nested(type, body));
      return this;
    }

    public Builder block(String type, Builder body) {
      return block(type, body.build());
    }

    public Block build() {
      given = true;
      return new Block(Frozen.of(arguments), blocks, remarks, notices);
    }
  }
}

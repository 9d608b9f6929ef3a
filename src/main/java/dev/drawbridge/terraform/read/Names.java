package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Value;
import java.nio.file.Path;
import java.util.Optional;

/// What names mean where an expression stands.
interface Names {
  /// The value of what a traversal begins with: `var`, `local`, `each`, the variable of a `for`, ...
  Optional<Start> find(String name);

  /// That of the module in which the expression stands.
  Path folder();

  /// What a bare name stands for.
  sealed interface Start {
    /// A value; the steps after it reach into it.
    record Whole(Value value) implements Start {}

    /// A family of which the next attribute names a member, such as `var`.
    record Family(Member member) implements Start {}

    /// A family of two names, such as `data`: the type and the label.
    record Pairs(Pair pair) implements Start {}
  }

  @FunctionalInterface
  interface Member {
    Value get(String name);
  }

  @FunctionalInterface
  interface Pair {
    Value get(String type, String name);
  }

  /// These names, and within them one more.
  default Names with(String name, Value value) {
    return new Inner(this, name, value);
  }

  /// Names, and one more.
  record Inner(Names outer, String name, Value value) implements Names {
    @Override
    public Optional<Start> find(String asked) {
      return asked.equals(name) ? Optional.of(new Start.Whole(value)) : outer.find(asked);
    }

    @Override
    public Path folder() {
      return outer.folder();
    }
  }

  /// Where there are none.
  record None(Path folder) implements Names {
    @Override
    public Optional<Start> find(String name) {
      return Optional.empty();
    }
  }
}

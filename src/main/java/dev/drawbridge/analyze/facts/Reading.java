package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import java.util.Optional;
import java.util.function.Function;

/// What an argument says, as far as one can tell.
public sealed interface Reading<T> {
  record Given<T>(T value) implements Reading<T> {}

  /// The argument is left out, or `null`.
  record Missing<T>() implements Reading<T> {
    private static final Reading<?> ANY = new Missing<>();
  }

  /// The argument is there, but its value is not known.
  record Unresolved<T>(Reason reason) implements Reading<T> {}

  static <T> Reading<T> given(T value) {
    return new Given<>(value);
  }

  static <T> Reading<T> missing() {
    @SuppressWarnings("unchecked") // holds nothing of its type
    Reading<T> missing = (Reading<T>) Missing.ANY;
    return missing;
  }

  static <T> Reading<T> unresolved(Reason reason) {
    return new Unresolved<>(reason);
  }

  /// The value, where there is one for certain.
  default Optional<T> known() {
    return this instanceof Given<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /// Why it is not known, where it is there but not known.
  static Optional<Reason> reason(Reading<?> reading) {
    return reading instanceof Unresolved<?>(Reason reason) ? Optional.of(reason) : Optional.empty();
  }

  /// Whether it is certainly this value.
  default boolean is(T expected) {
    return this instanceof Given<T>(T value) && value.equals(expected);
  }

  default boolean isMissing() {
    return this instanceof Missing<T>;
  }

  default boolean isUnresolved() {
    return this instanceof Unresolved<T>;
  }

  /// The same with what AWS assumes where the argument is left out.
  default Reading<T> or(T assumed) {
    return isMissing() ? given(assumed) : this;
  }

  default Reading<T> or(Reading<T> other) {
    return isMissing() ? other : this;
  }

  default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
    return switch (this) {
      case Given<T>(T value) -> next.apply(value);
      case Missing<T>() -> missing();
      case Unresolved<T>(Reason reason) -> unresolved(reason);
    };
  }
}

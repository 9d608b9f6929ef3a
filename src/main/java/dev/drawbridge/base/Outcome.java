package dev.drawbridge.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What became of an operation on somebody's input: a value, perhaps with warnings, or the issues that
/// prevented one. Bad input is data; only bugs throw.
public sealed interface Outcome<T> {
  record Ok<T>(T value, List<Issue> issues) implements Outcome<T> {
    public Ok {
      issues = List.copyOf(issues);
    }
  }

  record Failed<T>(List<Issue> issues) implements Outcome<T> {
    public Failed {
      issues = List.copyOf(issues);
      if (issues.isEmpty()) {
        throw new IllegalArgumentException("a failure says why");
      }
    }
  }

  List<Issue> issues();

  static <T> Outcome<T> ok(T value) {
    return new Ok<>(value, List.of());
  }

  static <T> Outcome<T> failed(Issue issue) {
    return new Failed<>(List.of(issue));
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Ok<T>(T value, List<Issue> issues) -> new Ok<>(function.apply(value), issues);
      case Failed<T>(List<Issue> issues) -> new Failed<>(issues);
    };
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Failed<T>(List<Issue> issues) -> new Failed<>(issues);
      case Ok<T>(T value, List<Issue> before) -> {
        Outcome<R> after = next.apply(value);
        List<Issue> all = new ArrayList<>(before);
        all.addAll(after.issues());
        yield switch (after) {
          case Ok<R> ok -> new Ok<>(ok.value(), all);
          case Failed<R> _ -> new Failed<>(all);
        };
      }
    };
  }
}

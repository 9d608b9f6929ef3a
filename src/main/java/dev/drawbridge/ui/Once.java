package dev.drawbridge.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes something when it is first asked for, whichever thread asks, and then knows it.
final class Once<T> implements Supplier<T> {
  private final Supplier<T> compute;
  private @Nullable T known;

  Once(Supplier<T> compute) {
    this.compute = compute;
  }

  @Override
  public synchronized T get() {
    T value = known == null ? compute.get() : known;
    known = value;
    return value;
  }
}

package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A set of ports, 0 to 65535: sorted intervals that neither overlap nor touch.
///
/// For ICMP a "port" is `type * 256 + code`, which makes it 16 bits wide as well, see
/// [Protocol#icmp].
public final class PortSet {

  static final int LAST = 65535;

  public static final PortSet EMPTY = new PortSet(new int[0]);

  public static final PortSet ALL = of(0, LAST);

  /// The ports a client may send from, and so those that answers go to.
  public static final PortSet EPHEMERAL = of(1024, LAST);

  /// First and last port of each interval in turn.
  private final int[] bounds;

  private PortSet(int[] bounds) {
    this.bounds = bounds;
  }

  public static PortSet of(int port) {
    return of(port, port);
  }

  /// All ports from `first` to `last`, both included.
  public static PortSet of(int first, int last) {
    PortRange range = new PortRange(first, last);
    return new PortSet(new int[] {range.first(), range.last()});
  }

  public static PortSet ofAll(Iterable<Integer> ports) {
    PortSet set = EMPTY;
    for (int port : ports) {
      set = set.union(of(port));
    }
    return set;
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  /// Its lowest port.
  ///
  /// @throws IllegalStateException where it is empty
  public int first() {
    if (isEmpty()) {
      throw new IllegalStateException("an empty set has no first port");
    }
    return bounds[0];
  }

  /// How many ports it holds.
  public int size() {
    int sum = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      sum += bounds[i + 1] - bounds[i] + 1;
    }
    return sum;
  }

  public boolean contains(int port) {
    int at = Arrays.binarySearch(bounds, port);
    // Found: an end of an interval. Not found: inside when the insertion point is a last port.
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  public boolean containsAll(PortSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean overlaps(PortSet other) {
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      if (bounds[i + 1] < other.bounds[j]) {
        i += 2;
      } else if (other.bounds[j + 1] < bounds[i]) {
        j += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  public PortSet union(PortSet other) {
    if (isEmpty() || other == ALL) {
      return other;
    }
    return other.isEmpty() || this == ALL
        ? this
        : complement().intersect(other.complement()).complement();
  }

  public PortSet intersect(PortSet other) {
    if (this == ALL || other.isEmpty()) {
      return other;
    }
    if (other == ALL || isEmpty()) {
      return this;
    }
    int[] common = new int[bounds.length + other.bounds.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      int first = Math.max(bounds[i], other.bounds[j]);
      int last = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (first <= last) {
        common[size++] = first;
        common[size++] = last;
      }
      if (bounds[i + 1] <= other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return new PortSet(Arrays.copyOf(common, size));
  }

  public PortSet minus(PortSet other) {
    return other.isEmpty() || isEmpty() ? this : intersect(other.complement());
  }

  /// The ports that it does not hold.
  public PortSet complement() {
    int[] gaps = new int[bounds.length + 2];
    int size = 0;
    int from = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (from < bounds[i]) {
        gaps[size++] = from;
        gaps[size++] = bounds[i] - 1;
      }
      from = bounds[i + 1] + 1;
    }
    if (from <= LAST) {
      gaps[size++] = from;
      gaps[size++] = LAST;
    }
    return new PortSet(Arrays.copyOf(gaps, size));
  }

  public List<PortRange> ranges() {
    List<PortRange> ranges = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) {
      ranges.add(new PortRange(bounds[i], bounds[i + 1]));
    }
    return ranges;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    return ranges().stream().map(PortRange::toString).collect(Collectors.joining(", "));
  }
}

package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A set of addresses of both families: sorted ranges that neither overlap nor touch, so that equal
/// sets are equal lists.
public final class AddressSet {

  // Declared first: the constants below are made with it.
  private static final Comparator<AddressRange> BY_FIRST =
      Comparator.comparing(AddressRange::first);

  public static final AddressSet EMPTY = new AddressSet(List.of());

  public static final AddressSet ALL_IPV4 = whole(Family.IPV4);

  public static final AddressSet ALL_IPV6 = whole(Family.IPV6);

  public static final AddressSet EVERYTHING = ALL_IPV4.union(ALL_IPV6);

  /// The addresses that a client on the internet may have: what is left of IPv4 without the private
  /// and special blocks of RFC 6890, and the global unicast block of IPv6. The blocks for
  /// documentation (RFC 5737, RFC 3849) are kept, since designs use them to stand for real clients.
  public static final AddressSet INTERNET =
      ALL_IPV4
          .minus(
              of(
                  "0.0.0.0/8",
                  "10.0.0.0/8",
                  "100.64.0.0/10",
                  "127.0.0.0/8",
                  "169.254.0.0/16",
                  "172.16.0.0/12",
                  "192.168.0.0/16",
                  "198.18.0.0/15",
                  "224.0.0.0/3"))
          .union(of("2000::/3"));

  private final List<AddressRange> ranges;
  private final int hash;

  /// Worked out when first asked for; whoever comes second finds the same.
  private @Nullable Halves halves;

  private AddressSet(List<AddressRange> ranges) {
    this.ranges = ranges;
    this.hash = ranges.hashCode();
  }

  private static AddressSet whole(Family family) {
    return of(new AddressRange(Address.lowest(family), Address.highest(family)));
  }

  public static AddressSet of(Address address) {
    return of(new AddressRange(address, address));
  }

  public static AddressSet of(AddressRange range) {
    return new AddressSet(List.of(range));
  }

  public static AddressSet of(Cidr cidr) {
    return of(cidr.range());
  }

  /// The union of the blocks that the texts spell, see [Cidr#of].
  public static AddressSet of(String... cidrs) {
    return ofCidrs(Stream.of(cidrs).map(Cidr::of).toList());
  }

  public static AddressSet ofCidrs(Collection<Cidr> cidrs) {
    return ofRanges(cidrs.stream().map(Cidr::range).toList());
  }

  public static AddressSet ofRanges(Collection<AddressRange> ranges) {
    return normalise(ranges.stream().sorted(BY_FIRST).toList());
  }

  public static AddressSet union(Collection<AddressSet> sets) {
    return ofRanges(sets.stream().flatMap(set -> set.ranges.stream()).toList());
  }

  private static AddressSet normalise(List<AddressRange> sorted) {
    List<AddressRange> merged = new ArrayList<>();
    for (AddressRange range : sorted) {
      int end = merged.size() - 1;
      if (end >= 0 && reaches(merged.get(end), range.first())) {
        AddressRange before = merged.get(end);
        if (before.last().compareTo(range.last()) < 0) {
          merged.set(end, new AddressRange(before.first(), range.last()));
        }
      } else {
        merged.add(range);
      }
    }
    return merged.isEmpty() && EMPTY != null ? EMPTY : new AddressSet(List.copyOf(merged));
  }

  /// Whether `address` lies in `range` or directly after it. It is never before it.
  private static boolean reaches(AddressRange range, Address address) {
    if (range.last().family() != address.family()) {
      return false;
    }
    return address.compareTo(range.last()) <= 0 || range.last().next().equals(address);
  }

  public List<AddressRange> ranges() {
    return ranges;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// Whether it holds exactly one address.
  public boolean isSingle() {
    return ranges.size() == 1 && ranges.getFirst().first().equals(ranges.getFirst().last());
  }

  /// Its lowest address.
  ///
  /// @throws java.util.NoSuchElementException where it is empty
  public Address first() {
    return ranges.getFirst().first();
  }

  public boolean contains(Address address) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      AddressRange range = ranges.get(middle);
      if (address.compareTo(range.first()) < 0) {
        high = middle - 1;
      } else if (address.compareTo(range.last()) > 0) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(AddressSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean overlaps(AddressSet other) {
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      AddressRange a = ranges.get(i);
      AddressRange b = other.ranges.get(j);
      if (a.last().compareTo(b.first()) < 0) {
        i++;
      } else if (b.last().compareTo(a.first()) < 0) {
        j++;
      } else {
        return true;
      }
    }
    return false;
  }

  /// Whether it holds some of the other's addresses and not all.
  boolean splits(AddressSet other) {
    if (isEmpty() || other.isEmpty()) {
      return false;
    }
    Address first = other.first();
    Address last = other.ranges.getLast().last();
    for (AddressRange range : ranges) {
      if (range.first().compareTo(first) <= 0 && last.compareTo(range.last()) <= 0) {
        return false;
      }
    }
    AddressSet common = intersect(other);
    return !common.isEmpty() && !common.equals(other);
  }

  public AddressSet union(AddressSet other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : union(List.of(this, other));
  }

  public AddressSet intersect(AddressSet other) {
    List<AddressRange> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      AddressRange a = ranges.get(i);
      AddressRange b = other.ranges.get(j);
      Address first = a.first().compareTo(b.first()) >= 0 ? a.first() : b.first();
      Address last = a.last().compareTo(b.last()) <= 0 ? a.last() : b.last();
      if (first.compareTo(last) <= 0) {
        common.add(new AddressRange(first, last));
      }
      if (a.last().compareTo(b.last()) <= 0) {
        i++;
      } else {
        j++;
      }
    }
    return common.isEmpty() ? EMPTY : new AddressSet(List.copyOf(common));
  }

  public AddressSet minus(AddressSet other) {
    List<AddressRange> left = new ArrayList<>();
    int j = 0;
    for (AddressRange range : ranges) {
      Address from = range.first();
      boolean open = true;
      while (j < other.ranges.size() && other.ranges.get(j).last().compareTo(from) < 0) {
        j++;
      }
      for (int k = j; open && k < other.ranges.size(); k++) {
        AddressRange hole = other.ranges.get(k);
        if (hole.first().compareTo(range.last()) > 0) {
          break;
        }
        if (from.compareTo(hole.first()) < 0) {
          left.add(new AddressRange(from, hole.first().previous()));
        }
        open = hole.last().compareTo(range.last()) < 0;
        if (open) {
          from = hole.last().next();
        }
      }
      if (open) {
        left.add(new AddressRange(from, range.last()));
      }
    }
    return new AddressSet(List.copyOf(left));
  }

  /// The addresses of each family in a set of both.
  private record Halves(AddressSet ipv4, AddressSet ipv6) {}

  private Halves halves() {
    Halves known = halves;
    if (known == null) {
      int border = 0;
      while (border < ranges.size() && ranges.get(border).first().family() == Family.IPV4) {
        border++;
      }
      known =
          new Halves(
              new AddressSet(List.copyOf(ranges.subList(0, border))),
              new AddressSet(List.copyOf(ranges.subList(border, ranges.size()))));
      halves = known;
    }
    return known;
  }

  /// Its addresses of one family.
  public AddressSet only(Family family) {
    // Addresses of one family come before those of the other.
    boolean alone =
        ranges.isEmpty()
            || ranges.getFirst().first().family() == family
                && ranges.getLast().first().family() == family;
    return alone ? this : family == Family.IPV4 ? halves().ipv4() : halves().ipv6();
  }

  /// The fewest blocks that make up exactly this set, in order.
  public List<Cidr> cidrs() {
    List<Cidr> blocks = new ArrayList<>();
    for (AddressRange range : ranges) {
      Address at = range.first();
      while (true) {
        int length = at.family().bits() - at.trailingZeros();
        while (at.withHostBits(length).compareTo(range.last()) > 0) {
          length++;
        }
        Cidr block = new Cidr(at, length);
        blocks.add(block);
        if (block.last().equals(range.last())) {
          break;
        }
        at = block.last().next();
      }
    }
    return blocks;
  }

  /// How many addresses it holds: exact for IPv4, to about 15 digits for IPv6.
  public double size() {
    double sum = 0;
    for (AddressRange range : ranges) {
      sum += range.last().approximate() - range.first().approximate() + 1;
    }
    return sum;
  }

  /// Which part of `whole` lies in this set, 0 to 1. Ask for one family at a time: beside IPv6, all
  /// of IPv4 is nothing.
  public double shareOf(AddressSet whole) {
    return whole.isEmpty() ? 0 : intersect(whole).size() / whole.size();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof AddressSet set && hash == set.hash && ranges.equals(set.ranges);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// Its blocks, or its ranges where blocks would be many more.
  @Override
  public String toString() {
    List<Cidr> blocks = cidrs();
    Stream<?> parts = blocks.size() <= 2 * ranges.size() ? blocks.stream() : ranges.stream();
    return parts.map(Object::toString).collect(Collectors.joining(", "));
  }
}

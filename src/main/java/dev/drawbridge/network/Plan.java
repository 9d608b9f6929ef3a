package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One way to send packets, before it is known what becomes of them: who may sit in each seat, and
/// everything that has to let the packets pass, in the order in which they meet it.
///
/// @param seats the seats that are taken
record Plan(Way.Kind kind, Family family, Map<Seat, Sitters> seats, List<Check> checks) {

  Plan {
    EnumMap<Seat, Sitters> inOrder = new EnumMap<>(Seat.class);
    inOrder.putAll(seats);
    seats = Collections.unmodifiableMap(inOrder);
    checks = List.copyOf(checks);
  }

  /// Who may sit in a seat.
  ///
  /// @param each whether they all do, side by side; else one of them does, it is not known which
  /// @param owner whose address it is, where one of them does
  record Sitters(AddressSet addresses, boolean each, Ref owner) {

    static Sitters each(AddressSet addresses) {
      return new Sitters(addresses, true, Ref.of(""));
    }

    static Sitters oneOf(AddressSet addresses, Ref owner) {
      return new Sitters(addresses, false, owner);
    }
  }

  AddressSet addresses(Seat seat) {
    Sitters sitters = seats.get(seat);
    return sitters == null ? AddressSet.EMPTY : sitters.addresses();
  }

  /// Whose address the one in a seat is; empty where nobody sits there.
  Optional<Ref> owner(Seat seat) {
    return Optional.ofNullable(seats.get(seat)).map(Sitters::owner);
  }

  /// This plan for each part of those in a seat that no check can tell apart, so that each has a fate of its
  /// own. Together they are all of them.
  List<Plan> split(Seat seat) {
    List<AddressSet> parts = new ArrayList<>(List.of(addresses(seat)));
    for (Check check : lookingAt(seat)) {
      check.borders(
          set -> {
            List<AddressSet> finer = new ArrayList<>();
            for (AddressSet part : parts) {
              Stream.of(part.intersect(set), part.minus(set))
                  .filter(piece -> !piece.isEmpty())
                  .forEach(finer::add);
            }
            parts.clear();
            parts.addAll(finer);
          });
    }
    return parts.stream().map(part -> taking(seat, part)).toList();
  }

  private Plan taking(Seat seat, AddressSet part) {
    Map<Seat, Sitters> taken = new EnumMap<>(Seat.class);
    taken.putAll(seats);
    taken.put(seat, Sitters.each(part));
    return new Plan(kind, family, taken, checks);
  }

  List<Check> lookingAt(Seat seat) {
    List<Check> looking = new ArrayList<>(checks.size());
    for (Check check : checks) {
      if (check.seat() == seat) {
        looking.add(check);
      }
    }
    return looking;
  }

  /// A plan in the making.
  static final class Draft {

    private final Way.Kind kind;
    private final Family family;
    private final Map<Seat, Sitters> seats = new EnumMap<>(Seat.class);
    private final List<Check> checks = new ArrayList<>();

    Draft(Way.Kind kind, Family family) {
      this.kind = kind;
      this.family = family;
    }

    void seat(Seat seat, Sitters sitters) {
      seats.put(seat, sitters);
    }

    void add(Check check) {
      checks.add(check);
    }

    void add(Optional<Check> check) {
      check.ifPresent(checks::add);
    }

    Plan plan() {
      return new Plan(kind, family, seats, checks);
    }
  }
}

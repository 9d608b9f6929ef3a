package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

  List<Check> lookingAt(Seat seat) {
    List<Check> looking = new ArrayList<>(checks.size());
    for (Check check : checks) {
      if (check.seat() == seat) {
        looking.add(check);
      }
    }
    return looking;
  }
}

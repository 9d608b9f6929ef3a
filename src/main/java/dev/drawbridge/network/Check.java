package dev.drawbridge.network;

import java.util.Set;
import java.util.function.Consumer;

/// One of the things that have to let the packets of a session pass.
interface Check {

  /// Whose packets it sees: with the forward leg's it judges destination ports, with the return
  /// leg's the client's.
  Leg leg();

  /// The address that it compares with its own.
  Seat seat();

  /// Tells every set whose ends may divide addresses that it treats differently.
  void borders(Consumer<AddressSet> sets);

  /// Adds every protocol that it treats differently from those it does not name.
  void protocols(Set<Protocol> named);

  /// What it says of each port for packets with this address in its seat.
  Ruling rule(Address address, Protocol protocol);
}

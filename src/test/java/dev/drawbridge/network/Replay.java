package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sends one packet through a network whose addresses are yet to be handed out: the ends get those
/// that the packet names, all others get some that are free, and the oracle carries it.
public final class Replay {
  /// Some that clients use: a list may let the answers to part of them pass only.
  private static final List<Integer> CLIENT_PORTS = List.of(1024, 32768, 49152, 65535);

  private Replay() {}

  /// Whether the session completes from any client port.
  ///
  /// @param port -1 for a protocol without ports
  public static boolean completes(
      Network network,
      Origin from,
      Ref to,
      Protocol protocol,
      String sent,
      String named,
      int port) {
    Address source = Address.of(sent);
    Address destination = Address.of(named);
    Network.Builder pinned = network.toBuilder();
    Set<Address> taken = new HashSet<>(List.of(source, destination));
    for (Interface host : network.interfaces().values()) {
      Interface fixed = host;
      List<AddressSet> addresses = new ArrayList<>();
      for (AddressSet set : host.addresses()) {
        if (host.ref().equals(to) && set.contains(destination)) {
          addresses.add(AddressSet.of(destination));
        } else if (from.equals(Origin.of(host.ref())) && set.contains(source)) {
          addresses.add(AddressSet.of(source));
        } else {
          addresses.add(AddressSet.of(free(set, taken)));
        }
      }
      fixed = fixed.withAddresses(addresses.toArray(AddressSet[]::new));
      if (host.publicAddress() instanceof PublicAddress.Assigned(AddressSet set)) {
        fixed =
            fixed.withPublicAddress(
                PublicAddress.fixed(
                    host.ref().equals(to) && set.contains(destination)
                        ? destination
                        : free(set, taken)));
      }
      pinned.add(fixed);
    }
    PacketWalker walker = new PacketWalker(pinned.build());
    return CLIENT_PORTS.stream()
        .map(client -> new Packet(protocol, source, client, destination, Math.max(port, 0)))
        .anyMatch(packet -> walker.completes(from, packet, to));
  }

  private static Address free(AddressSet set, Set<Address> taken) {
    Address one = set.first();
    while (!set.isSingle() && !taken.add(one)) {
      one = one.next();
    }
    return one;
  }
}

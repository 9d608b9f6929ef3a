package dev.drawbridge.network;

import java.util.Comparator;
import java.util.List;

/// A stateless filter at the border of subnets: what the clouds call a network ACL. The matching
/// entry with the lowest number decides; behind the last stands an implied denial of everything.
/// Packets between interfaces of one subnet do not pass it.
///
/// @param inbound the entries for packets into the subnet, compared with their source
/// @param outbound the entries for packets out of the subnet, compared with their destination
public record AccessList(Ref ref, List<Entry> inbound, List<Entry> outbound) {

  public AccessList {
    inbound = sorted(inbound);
    outbound = sorted(outbound);
  }

  private static List<Entry> sorted(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparingInt(Entry::number)).toList();
  }

  /// An access list of which nothing but its name is known.
  public static AccessList unresolved(Ref ref, Unknown unknown) {
    List<Entry> any =
        List.of(
            new Entry(ref, 1, Action.DENY, Traffic.ANY, AddressSet.EVERYTHING, List.of(unknown)),
            new Entry(ref, 2, Action.ALLOW, Traffic.ANY, AddressSet.EVERYTHING, List.of(unknown)));
    return new AccessList(ref, any, any);
  }

  /// What an entry does with the packets it matches.
  public enum Action {
    ALLOW,
    DENY
  }

  /// One numbered entry.
  ///
  /// @param number its place in the order, lowest first
  /// @param peers the sources (inbound) or destinations (outbound) that it matches
  /// @param doubts with any, traffic and peers are the widest that it may match, see [Unknown]
  public record Entry(
      Ref ref, int number, Action action, Traffic traffic, AddressSet peers, List<Unknown> doubts) {

    public Entry {
      doubts = List.copyOf(doubts);
    }

    public static Entry allow(Ref ref, int number, Traffic traffic, AddressSet peers) {
      return new Entry(ref, number, Action.ALLOW, traffic, peers, List.of());
    }

    public static Entry deny(Ref ref, int number, Traffic traffic, AddressSet peers) {
      return new Entry(ref, number, Action.DENY, traffic, peers, List.of());
    }
  }
}

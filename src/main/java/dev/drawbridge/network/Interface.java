package dev.drawbridge.network;

import java.util.List;

/// One network interface: the end of sessions.
///
/// @param addresses the private IPv4 and the IPv6 addresses it bears; each is given as the set it
///     is known to lie in, which is a single address where it is fixed, and the free part of the
///     subnet where it is handed out later
/// @param publicAddress the IPv4 address that the internet knows it by
/// @param shielded whether no internet gateway passes IPv6 packets to it or from it, whatever routes and
///     filters say: so AWS keeps internal balancers and private databases
/// @param groups the groups it bears; with none, no stateful filter stands before it
/// @param doubts with any, it may bear further groups, of which nothing is known, see [Unknown]
public record Interface(
    Ref ref,
    Ref subnet,
    Role role,
    List<AddressSet> addresses,
    PublicAddress publicAddress,
    boolean shielded,
    List<Ref> groups,
    List<Unknown> doubts) {

  /// What an interface does with packets that get to it.
  public enum Role {
    /// It answers on any port, unless it is a node of a balancer: then on that one's listeners.
    HOST,
    /// It rewrites the source of packets that it is handed by a route, and accepts no session.
    TRANSLATOR
  }

  public Interface {
    addresses = List.copyOf(addresses);
    groups = List.copyOf(groups);
    doubts = List.copyOf(doubts);
    if (addresses.stream().anyMatch(AddressSet::isEmpty)) {
      throw new IllegalArgumentException("an address of " + ref + " can be none at all");
    }
  }

  /// A host with one address, without a public one and without groups.
  public static Interface host(Ref ref, Ref subnet, AddressSet address) {
    return new Interface(
        ref, subnet, Role.HOST, List.of(address), PublicAddress.NONE, false, List.of(), List.of());
  }

  /// A translator with one address and a public one.
  public static Interface translator(
      Ref ref, Ref subnet, AddressSet address, PublicAddress publicAddress) {
    return new Interface(
        ref, subnet, Role.TRANSLATOR, List.of(address), publicAddress, false, List.of(), List.of());
  }

  public Interface withPublicAddress(PublicAddress given) {
    return new Interface(ref, subnet, role, addresses, given, shielded, groups, doubts);
  }

  public Interface withGroups(Ref... borne) {
    return new Interface(
        ref, subnet, role, addresses, publicAddress, shielded, List.of(borne), doubts);
  }

  public Interface withAddresses(AddressSet... borne) {
    return new Interface(
        ref, subnet, role, List.of(borne), publicAddress, shielded, groups, doubts);
  }

  public Interface withDoubts(Unknown... inputs) {
    return new Interface(
        ref, subnet, role, addresses, publicAddress, shielded, groups, List.of(inputs));
  }

  public Interface withShield(boolean raised) {
    return new Interface(ref, subnet, role, addresses, publicAddress, raised, groups, doubts);
  }
}

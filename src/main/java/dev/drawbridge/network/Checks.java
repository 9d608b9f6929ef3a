package dev.drawbridge.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The checks of one network. The same part of it in the same place is always the same [Check], so
/// that what that has worked out is kept, and so that likeness is found by identity.
final class Checks {

  private final Network network;
  private final Map<Object, Check> checks = new HashMap<>();
  private final Map<Opinion, FixedCheck> fixedChecks = new HashMap<>();

  Checks(Network network) {
    this.network = network;
  }

  PublicName publicName(Interface host, End end) {
    PublicName name = PublicName.of(host, end, network.internet());
    return new PublicName(name.address(), fixed(name.check()));
  }

  FixedCheck fixed(FixedCheck made) {
    FixedCheck known = fixedChecks.putIfAbsent(made.opinion(), made);
    return known == null ? made : known;
  }

  Optional<Check> list(Subnet subnet, Border border, Leg leg, Seat seat) {
    return network
        .accessListOf(subnet)
        .map(
            list ->
                kept(
                    List.of("list", subnet.ref(), border, leg, seat),
                    new AccessListCheck(list, subnet.ref(), border, leg, seat)));
  }

  /// @param key what tells the wanted next hops from others
  Check route(Subnet subnet, Leg leg, Seat seat, Object key, Predicate<NextHop> wanted) {
    return kept(
        List.of("route", subnet.ref(), leg, seat, key),
        new RouteCheck(
            network.routesOf(subnet), subnet, network.realmOf(subnet), leg, seat, wanted));
  }

  Check groups(End end, Interface host, Seat seat, GroupCheck.Counterpart counterpart) {
    Object key = List.of("groups", end, host.groups(), host.doubts(), seat, counterpart);
    Check known = checks.get(key);
    return known != null
        ? known
        : kept(key, new GroupCheck(end, seat, network.groupsOf(host), host.doubts(), counterpart));
  }

  Check listener(Balancer balancer) {
    return kept(List.of("listener", balancer.ref()), new ListenerCheck(balancer));
  }

  private Check kept(Object key, Check made) {
    Check known = checks.putIfAbsent(key, made);
    return known == null ? made : known;
  }
}

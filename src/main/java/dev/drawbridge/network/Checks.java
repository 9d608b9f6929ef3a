package dev.drawbridge.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The checks of one network. The same part of it in the same place is always the same [Check], so
/// that what that has worked out is kept, and so that likeness is found by identity; so are parts of two
/// networks that say the same, see [Memory].
final class Checks {

  private final Network network;
  private final Memory memory;
  private final Map<Object, Check> checks = new HashMap<>();
  private final Map<Bearing, Set<Ref>> namedGroups = new HashMap<>();

  Checks(Network network, Memory memory) {
    this.network = network;
    this.memory = memory;
  }

  PublicName publicName(Interface host, End end) {
    PublicName name = PublicName.of(host, end, network.internet());
    return new PublicName(name.address(), fixed(name.check()));
  }

  PublicName publicNameOfTranslator(Interface translator) {
    PublicName name = PublicName.ofTranslator(translator, network.internet());
    return new PublicName(name.address(), fixed(name.check()));
  }

  /// The name that somebody gives to a source who is not known, nor whether anybody does.
  PublicName publicNameOfStranger(Unknown unknown) {
    AddressSet any = network.internet().only(Family.IPV4);
    return new PublicName(any, fixed(FixedCheck.doubts(unknown)));
  }

  FixedCheck fixed(FixedCheck made) {
    return memory.fixed(made);
  }

  /// What a check of an access list is asked for by.
  private record Crossed(Ref subnet, Border border, Leg leg, Seat seat) {}

  Optional<Check> list(Subnet subnet, Border border, Leg leg, Seat seat) {
    return network
        .accessListOf(subnet)
        .map(
            list ->
                checks.computeIfAbsent(
                    new Crossed(subnet.ref(), border, leg, seat),
                    key ->
                        memory.check(
                            List.of(key, list),
                            () -> new AccessListCheck(list, subnet.ref(), border, leg, seat))));
  }

  /// What a check of routes is asked for by.
  private record Routed(Ref subnet, Leg leg, Seat seat, Object what) {}

  /// @param what what tells the wanted next hops from others
  Check route(Subnet subnet, Leg leg, Seat seat, Object what, Predicate<NextHop> wanted) {
    return checks.computeIfAbsent(
        new Routed(subnet.ref(), leg, seat, what),
        key -> {
          RouteTable table = network.routesOf(subnet);
          List<Cidr> local = network.realmOf(subnet).blocks();
          return memory.check(
              List.of(key, table, local),
              () -> new RouteCheck(table, subnet.ref(), local, leg, seat, wanted));
        });
  }

  /// The groups of an end; with none, everything passes.
  Check groups(End end, Interface host, Seat seat, GroupCheck.Counterpart counterpart) {
    if (host.groups().isEmpty() && host.doubts().isEmpty()) {
      return fixed(FixedCheck.admits(new Hop.Unfiltered(end)));
    }
    return groups(new GroupPost.AtEnd(end), host, seat, counterpart);
  }

  /// The groups of a translator on the way; with none, everything passes.
  Optional<Check> translatorGroups(
      Interface translator, Border border, Seat seat, GroupCheck.Counterpart counterpart) {
    if (translator.groups().isEmpty() && translator.doubts().isEmpty()) {
      return Optional.empty();
    }
    GroupPost post = new GroupPost.AtTranslator(translator.ref(), border);
    return Optional.of(groups(post, translator, seat, counterpart));
  }

  /// Everything that a check of groups is asked for by.
  private record Guard(
      GroupPost post,
      List<Ref> groups,
      List<Unknown> doubts,
      Seat seat,
      GroupCheck.Counterpart counterpart) {}

  private Check groups(
      GroupPost post, Interface host, Seat seat, GroupCheck.Counterpart counterpart) {
    Guard guard = new Guard(post, host.groups(), host.doubts(), seat, counterpart);
    Check known = checks.get(guard);
    if (known == null) {
      known = groups(guard, host);
      checks.put(guard, known);
    }
    return known;
  }

  private Check groups(Guard guard, Interface host) {
    GroupPost post = guard.post();
    Set<Ref> named = groupsNamed(post, host);
    GroupCheck.Counterpart asked = guard.counterpart();
    GroupCheck.Counterpart visible =
        named.isEmpty()
            ? GroupCheck.Counterpart.STRANGER
            : new GroupCheck.Counterpart(
                asked.groups().stream().filter(named::contains).sorted().toList(), asked.doubts());
    List<Group> groups = network.groupsOf(host);
    Guard seen = new Guard(post, host.groups(), host.doubts(), guard.seat(), visible);
    return memory.check(
        List.of(seen, groups.stream().map(post::rules).toList()),
        () -> new GroupCheck(post, guard.seat(), groups, host.doubts(), visible));
  }

  private record Bearing(boolean egress, List<Ref> groups) {}

  /// The groups that the rules at a post refer to: all that they can see of a counterpart.
  private Set<Ref> groupsNamed(GroupPost post, Interface host) {
    return namedGroups.computeIfAbsent(
        new Bearing(post.isEgress(), host.groups()),
        key -> {
          Set<Ref> named = new HashSet<>();
          for (Group group : network.groupsOf(host)) {
            for (Group.Rule rule : post.rules(group)) {
              if (rule.peer() instanceof Peer.Members(Ref member)) {
                named.add(member);
              }
            }
          }
          return named;
        });
  }

  Check listener(Balancer balancer) {
    return checks.computeIfAbsent(
        List.of("listener", balancer.ref()),
        key -> memory.check(List.of(key, balancer), () -> new ListenerCheck(balancer)));
  }
}

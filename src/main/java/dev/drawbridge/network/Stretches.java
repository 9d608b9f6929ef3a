package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What packets meet on the stretches that ways are made of, and what their answers meet there. A part
/// of the network meets packets of many ways in the same place, so it is asked for once.
final class Stretches {

  private final Network network;
  private final Checks checks;
  private final Realms realms;
  private final Territories territories;
  private final Map<Ref, Balancer> balancerOfNode = new HashMap<>();
  private final Map<Link, Corridor> corridors = new HashMap<>();

  /// From one subnet to another.
  ///
  /// @param client whose address the packets bear
  /// @param passedOn whether answers go back to whoever passes requests on, see [Planner#passedOn]
  private record Link(Ref here, Ref there, Seat client, boolean passedOn) {}

  /// What packets meet between two subnets on their way, and what answers meet on theirs, whoever sends
  /// them.
  private record Corridor(List<Check> forward, List<Check> back) {}

  Stretches(Network network, Checks checks, Realms realms, Territories territories) {
    this.network = network;
    this.checks = checks;
    this.realms = realms;
    this.territories = territories;
    for (Balancer balancer : network.balancers().values()) {
      balancer.nodes().forEach(node -> balancerOfNode.put(node, balancer));
    }
  }

  Optional<Balancer> balancerOf(Ref node) {
    return Optional.ofNullable(balancerOfNode.get(node));
  }

  /// How groups know an interface: by theirs within its realm and over some links; by its address only
  /// from anywhere else.
  static GroupCheck.Counterpart counterpart(Interface host, boolean known) {
    return known ? GroupCheck.Counterpart.of(host) : GroupCheck.Counterpart.STRANGER;
  }

  /// Whether groups in either of two subnets may name those of the other.
  boolean knowEachOther(Subnet here, Subnet there) {
    return realms.mayBeOne(here, there)
        || realms.links(here.realm(), there.realm()).stream().anyMatch(Peering::knowsGroups)
        || mayLead(here, there);
  }

  /// Whether packets may get from one realm to the other by a way that is not followed.
  private boolean mayLead(Subnet here, Subnet there) {
    return territories.mayLead(here, network.realmOf(there));
  }

  /// The next hops that lead from a subnet to another one of its realm or of one linked with it.
  Set<NextHop> leading(Subnet here, Subnet there) {
    return realms.mayBeOne(here, there)
        ? Set.of(new NextHop.Local())
        : realms.links(here.realm(), there.realm()).stream()
            .map(link -> new NextHop.Across(link.ref()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Everything from a subnet to an interface, without the internet, and back.
  ///
  /// @param client whose address the packets bear
  /// @param caller how the interface's groups know the sender
  /// @param passedOn whether answers go back to whoever passes requests on
  void privately(
      Plan.Draft draft,
      Subnet here,
      Interface to,
      Seat client,
      GroupCheck.Counterpart caller,
      boolean passedOn) {
    Subnet there = network.subnetOf(to);
    if (here.equals(there)) {
      arrive(draft, to, client, caller);
      return;
    }
    Corridor corridor =
        corridors.computeIfAbsent(
            new Link(here.ref(), there.ref(), client, passedOn),
            link -> corridor(here, there, link));
    corridor.forward().forEach(draft::add);
    arrive(draft, to, client, caller);
    corridor.back().forEach(draft::add);
  }

  private Corridor corridor(Subnet here, Subnet there, Link link) {
    Seat client = link.client();
    Set<NextHop> wanted = leading(here, there);
    List<Check> forward = new ArrayList<>();
    boolean apart = wanted.isEmpty() && !mayLead(here, there);
    if (apart || realms.mayBeOne(here, there)) {
      realms
          .apart(here.realm(), there.realm(), new Blocker.NotConnected(here.realm(), there.realm()))
          .ifPresent(forward::add);
    }
    checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION).ifPresent(forward::add);
    forward.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, wanted, wanted::contains));
    checks.list(there, Border.INBOUND, Leg.FORWARD, client).ifPresent(forward::add);
    List<Check> back = new ArrayList<>();
    checks.list(there, Border.OUTBOUND, Leg.RETURN, client).ifPresent(back::add);
    if (!link.passedOn()) {
      back.add(checks.route(there, Leg.RETURN, client, wanted, wanted::contains));
    }
    checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION).ifPresent(back::add);
    return new Corridor(forward, back);
  }

  /// Everything from a subnet into a tunnel, and back out of it.
  void intoTunnel(Plan.Draft draft, Subnet here, Tunnel tunnel) {
    draft.add(
        realms.apart(
            here.realm(), tunnel.realm(), new Blocker.NotConnected(here.realm(), tunnel.realm())));
    draft.add(checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    NextHop there = new NextHop.Through(tunnel.ref());
    draft.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, there, there::equals));
    draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
  }

  /// Everything from a tunnel to an interface and back.
  void outOfTunnel(Plan.Draft draft, Tunnel tunnel, Interface to) {
    Subnet subnet = network.subnetOf(to);
    draft.add(
        realms.apart(
            tunnel.realm(),
            subnet.realm(),
            new Blocker.NotConnected(tunnel.realm(), subnet.realm())));
    draft.add(checks.list(subnet, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
    arrive(draft, to, Seat.SOURCE, GroupCheck.Counterpart.STRANGER);
    draft.add(checks.list(subnet, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
    NextHop back = new NextHop.Through(tunnel.ref());
    draft.add(checks.route(subnet, Leg.RETURN, Seat.SOURCE, back, back::equals));
  }

  /// Everything from the internet gateway to the interface and back.
  void arriveFromInternet(Plan.Draft draft, Interface to, Seat client) {
    Subnet subnet = network.subnetOf(to);
    draft.add(checks.list(subnet, Border.INBOUND, Leg.FORWARD, client));
    arrive(draft, to, client, GroupCheck.Counterpart.STRANGER);
    draft.add(checks.list(subnet, Border.OUTBOUND, Leg.RETURN, client));
    draft.add(checks.route(subnet, Leg.RETURN, client, "internet", Stretches::isInternetGateway));
  }

  static boolean isInternetGateway(NextHop via) {
    return via instanceof NextHop.InternetGateway;
  }

  /// The groups of the destination, and whether it answers at all.
  private void arrive(Plan.Draft draft, Interface to, Seat client, GroupCheck.Counterpart caller) {
    draft.add(checks.groups(End.DESTINATION, to, client, caller));
    if (to.role() == Interface.Role.TRANSLATOR) {
      draft.add(checks.fixed(FixedCheck.refuses(new Blocker.AcceptsNothing())));
    }
    balancerOf(to.ref()).ifPresent(balancer -> draft.add(checks.listener(balancer)));
  }
}

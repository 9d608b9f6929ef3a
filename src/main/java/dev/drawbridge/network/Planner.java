package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the ways that packets can be sent and what stands in each, see [Plan]. The same part of the
/// network in the same place is always the same [Check], so that what it worked out is kept.
final class Planner {

  private final Network network;
  private final Map<Object, Check> checks = new HashMap<>();
  private final Map<Opinion, FixedCheck> fixedChecks = new HashMap<>();
  private final Map<Ref, Balancer> balancerOfNode = new HashMap<>();

  Planner(Network network) {
    this.network = network;
    for (Balancer balancer : network.balancers().values()) {
      balancer.nodes().forEach(node -> balancerOfNode.put(node, balancer));
    }
  }

  Optional<Balancer> balancerOf(Ref node) {
    return Optional.ofNullable(balancerOfNode.get(node));
  }

  /// The ways from clients on the internet to an interface.
  List<Plan> fromInternet(Interface to) {
    List<Plan> plans = new ArrayList<>();
    for (Named name : publicNames(to, true)) {
      AddressSet clients = network.internet().only(name.family);
      if (!clients.isEmpty()) {
        Draft draft = new Draft(Way.Kind.FROM_INTERNET, name.family);
        draft.seat(Seat.SOURCE, Plan.Sitters.each(clients));
        draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
        draft.add(name.check);
        arriveFromInternet(draft, to, Seat.SOURCE);
        plans.add(draft.plan());
      }
    }
    return plans;
  }

  /// The ways from clients at the far end of a tunnel to an interface.
  List<Plan> fromTunnel(Tunnel tunnel, Interface to) {
    List<Plan> plans = new ArrayList<>();
    Subnet subnet = network.subnetOf(to);
    for (AddressSet address : to.addresses()) {
      Family family = address.first().family();
      AddressSet clients = tunnel.remote().only(family);
      if (!clients.isEmpty()) {
        Draft draft = new Draft(Way.Kind.FROM_TUNNEL, family);
        draft.seat(Seat.SOURCE, Plan.Sitters.each(clients));
        draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(address, to.ref()));
        if (!subnet.realm().equals(tunnel.realm())) {
          Blocker apart = new Blocker.NotConnected(tunnel.realm(), subnet.realm());
          draft.add(fixed(FixedCheck.refuses(apart)));
        }
        draft.add(list(subnet, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
        arrive(draft, to, Seat.SOURCE, GroupCheck.Counterpart.STRANGER);
        draft.add(list(subnet, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
        NextHop back = new NextHop.Through(tunnel.ref());
        draft.add(route(subnet, Leg.RETURN, Seat.SOURCE, back, back::equals));
        plans.add(draft.plan());
      }
    }
    return plans;
  }

  /// The ways from one interface to another.
  List<Plan> between(Interface from, Interface to) {
    List<Plan> plans = new ArrayList<>();
    for (AddressSet source : from.addresses()) {
      for (AddressSet destination : to.addresses()) {
        if (source.first().family() == destination.first().family()) {
          plans.add(privately(from, source, to, destination));
        }
      }
    }
    for (AddressSet source : from.addresses()) {
      for (Named name : publicNames(to, false)) {
        if (source.first().family() == name.family && isOutside(from, to, name)) {
          plans.addAll(outside(from, source, to, name));
        }
      }
    }
    if (plans.isEmpty()) {
      Draft draft = new Draft(Way.Kind.INSIDE, Family.IPV4);
      draft.add(fixed(FixedCheck.refuses(new Blocker.NoCommonFamily())));
      plans.add(draft.plan());
    }
    return plans;
  }

  /// Within one realm, IPv6 packets find each other without leaving it.
  private boolean isOutside(Interface from, Interface to, Named name) {
    return name.family == Family.IPV4
        || !network.subnetOf(from).realm().equals(network.subnetOf(to).realm());
  }

  private Plan privately(
      Interface from, AddressSet source, Interface to, AddressSet destination) {
    Subnet here = network.subnetOf(from);
    Subnet there = network.subnetOf(to);
    boolean sameRealm = here.realm().equals(there.realm());
    List<Peering> peerings =
        network.peerings().values().stream()
            .filter(peering -> peering.connects(here.realm(), there.realm()))
            .toList();
    Draft draft =
        new Draft(
            sameRealm ? Way.Kind.INSIDE : Way.Kind.PEERED, source.first().family());
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(destination, to.ref()));
    boolean knowsGroups = sameRealm || peerings.stream().anyMatch(Peering::knowsGroups);
    draft.add(groups(End.SOURCE, from, Seat.DESTINATION, counterpart(to, knowsGroups)));
    GroupCheck.Counterpart caller = counterpart(from, knowsGroups);
    if (here.equals(there)) {
      arrive(draft, to, Seat.SOURCE, caller);
      return draft.plan();
    }
    Object link = sameRealm ? new NextHop.Local() : peerings;
    Predicate<NextHop> wanted =
        via -> switch (via) {
          case NextHop.Local local -> sameRealm;
          case NextHop.Across(Ref ref) ->
            peerings.stream().anyMatch(peering -> peering.ref().equals(ref));
          case NextHop.InternetGateway gateway -> false;
          case NextHop.EgressOnlyGateway gateway -> false;
          case NextHop.Translator translator -> false;
          case NextHop.Through tunnel -> false;
          case NextHop.Blackhole nowhere -> false;
          case NextHop.Unresolved unresolved -> false;
        };
    if (!sameRealm && peerings.isEmpty()) {
      draft.add(fixed(FixedCheck.refuses(new Blocker.NotConnected(here.realm(), there.realm()))));
    }
    draft.add(list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    draft.add(route(here, Leg.FORWARD, Seat.DESTINATION, link, wanted));
    draft.add(list(there, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
    arrive(draft, to, Seat.SOURCE, caller);
    draft.add(list(there, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
    draft.add(route(there, Leg.RETURN, Seat.SOURCE, link, wanted));
    draft.add(list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    return draft.plan();
  }

  private static GroupCheck.Counterpart counterpart(Interface host, boolean known) {
    return known ? GroupCheck.Counterpart.of(host) : GroupCheck.Counterpart.STRANGER;
  }

  /// The ways that leave by what the source's routes offer, and arrive from the internet.
  private List<Plan> outside(Interface from, AddressSet source, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Map<NextHop, List<NextHop>> exits = new LinkedHashMap<>();
    for (RouteTable.Route route : network.routesOf(here).routes()) {
      if (route.via() instanceof NextHop.Translator && name.family == Family.IPV4) {
        exits.put(route.via(), List.of(route.via()));
      }
    }
    List<Plan> plans = new ArrayList<>();
    boolean direct =
        network.routesOf(here).routes().stream().anyMatch(route -> leadsOut(route, name.family));
    if (direct || exits.isEmpty()) {
      plans.add(directly(from, source, to, name));
    }
    for (NextHop exit : exits.keySet()) {
      if (exit instanceof NextHop.Translator(Ref translator)) {
        plans.add(translated(from, source, network.interfaceOf(translator), to, name));
      }
    }
    return plans;
  }

  private static boolean leadsOut(RouteTable.Route route, Family family) {
    return route.destination().family() == family
        && (route.via() instanceof NextHop.InternetGateway
            || route.via() instanceof NextHop.EgressOnlyGateway
            || route.via() instanceof NextHop.Unresolved);
  }

  private Plan directly(Interface from, AddressSet source, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Draft draft = new Draft(Way.Kind.OUTSIDE, name.family);
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
    draft.add(
        groups(End.SOURCE, from, Seat.DESTINATION, GroupCheck.Counterpart.STRANGER));
    draft.add(list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    if (name.family == Family.IPV4) {
      draft.add(
          route(here, Leg.FORWARD, Seat.DESTINATION, "internet", Planner::isInternetGateway));
      PublicName own = publicName(from, End.SOURCE);
      draft.add(own.check());
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(own.address(), from.ref()));
    } else {
      draft.add(
          route(
              here,
              Leg.FORWARD,
              Seat.DESTINATION,
              "internet or egress only",
              via -> isInternetGateway(via) || via instanceof NextHop.EgressOnlyGateway));
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(source, from.ref()));
    }
    draft.add(name.check);
    arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    return draft.plan();
  }

  private Plan translated(
      Interface from, AddressSet source, Interface translator, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Subnet exit = network.subnetOf(translator);
    boolean crosses = !here.equals(exit);
    Draft draft = new Draft(Way.Kind.OUTSIDE, Family.IPV4);
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
    GroupCheck.Counterpart stranger = GroupCheck.Counterpart.STRANGER;
    draft.add(groups(End.SOURCE, from, Seat.DESTINATION, stranger));
    NextHop wanted = new NextHop.Translator(translator.ref());
    draft.add(route(here, Leg.FORWARD, Seat.DESTINATION, wanted, wanted::equals));
    if (crosses) {
      draft.add(list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
      draft.add(list(exit, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
    }
    if (!translator.groups().isEmpty()) {
      draft.add(
          groups(End.DESTINATION, translator, Seat.SOURCE, GroupCheck.Counterpart.of(from)));
      draft.add(groups(End.SOURCE, translator, Seat.DESTINATION, stranger));
    }
    PublicName seen = publicName(translator, End.SOURCE);
    draft.add(seen.check());
    draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(seen.address(), translator.ref()));
    draft.add(fixed(FixedCheck.admits(new Hop.Translated(translator.ref(), seen.address()))));
    draft.add(list(exit, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    draft.add(
        route(exit, Leg.FORWARD, Seat.DESTINATION, "internet", Planner::isInternetGateway));
    draft.add(name.check);
    arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(list(exit, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    if (crosses) {
      NextHop local = new NextHop.Local();
      draft.add(list(exit, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
      draft.add(route(exit, Leg.RETURN, Seat.SOURCE, local, local::equals));
      draft.add(list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    }
    return draft.plan();
  }

  /// Everything from the internet gateway to the interface and back.
  private void arriveFromInternet(Draft draft, Interface to, Seat client) {
    Subnet subnet = network.subnetOf(to);
    draft.add(list(subnet, Border.INBOUND, Leg.FORWARD, client));
    arrive(draft, to, client, GroupCheck.Counterpart.STRANGER);
    draft.add(list(subnet, Border.OUTBOUND, Leg.RETURN, client));
    draft.add(route(subnet, Leg.RETURN, client, "internet", Planner::isInternetGateway));
  }

  private static boolean isInternetGateway(NextHop via) {
    return via instanceof NextHop.InternetGateway;
  }

  /// The groups of the destination, and whether it answers at all.
  private void arrive(Draft draft, Interface to, Seat client, GroupCheck.Counterpart caller) {
    draft.add(groups(End.DESTINATION, to, client, caller));
    if (to.role() == Interface.Role.TRANSLATOR) {
      draft.add(fixed(FixedCheck.refuses(new Blocker.AcceptsNothing())));
    }
    balancerOf(to.ref())
        .ifPresent(
            balancer -> draft
                .add(kept(List.of("listener", balancer.ref()), new ListenerCheck(balancer))));
  }

  /// An address by which the internet knows an interface, or the lack of it.
  private record Named(Family family, AddressSet address, Check check) {}

  /// @param always whether the lack of a public IPv4 address is worth a way of its own
  private List<Named> publicNames(Interface host, boolean always) {
    List<Named> names = new ArrayList<>();
    if (always || !host.publicAddress().equals(PublicAddress.NONE)) {
      PublicName name = publicName(host, End.DESTINATION);
      names.add(new Named(Family.IPV4, name.address(), name.check()));
    }
    for (AddressSet address : host.addresses()) {
      AddressSet global = address.only(Family.IPV6).intersect(network.internet());
      if (!global.isEmpty()) {
        Hop hop = new Hop.Named(End.DESTINATION);
        names.add(new Named(Family.IPV6, global, fixed(FixedCheck.admits(hop))));
      }
    }
    return names;
  }

  private PublicName publicName(Interface host, End end) {
    PublicName name = PublicName.of(host, end, network.internet());
    return new PublicName(name.address(), fixed(name.check()));
  }

  private FixedCheck fixed(FixedCheck made) {
    FixedCheck known = fixedChecks.putIfAbsent(made.opinion(), made);
    return known == null ? made : known;
  }

  private Optional<Check> list(Subnet subnet, Border border, Leg leg, Seat seat) {
    return network
        .accessListOf(subnet)
        .map(
            list -> kept(
                List.of("list", subnet.ref(), border, leg, seat),
                new AccessListCheck(list, subnet.ref(), border, leg, seat)));
  }

  /// @param key what tells the wanted next hops from others
  private Check route(
      Subnet subnet, Leg leg, Seat seat, Object key, Predicate<NextHop> wanted) {
    return kept(
        List.of("route", subnet.ref(), leg, seat, key),
        new RouteCheck(
            network.routesOf(subnet), subnet, network.realmOf(subnet), leg, seat, wanted));
  }

  private Check groups(End end, Interface host, Seat seat, GroupCheck.Counterpart counterpart) {
    Object key = List.of("groups", end, host.groups(), host.doubts(), seat, counterpart);
    Check known = checks.get(key);
    return known != null
        ? known
        : kept(
            key,
            new GroupCheck(end, seat, network.groupsOf(host), host.doubts(), counterpart));
  }

  private Check kept(Object key, Check made) {
    Check known = checks.putIfAbsent(key, made);
    return known == null ? made : known;
  }

  /// A plan in the making.
  private static final class Draft {

    private final Way.Kind kind;
    private final Family family;
    private final Map<Seat, Plan.Sitters> seats = new EnumMap<>(Seat.class);
    private final List<Check> checks = new ArrayList<>();

    Draft(Way.Kind kind, Family family) {
      this.kind = kind;
      this.family = family;
    }

    void seat(Seat seat, Plan.Sitters sitters) {
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

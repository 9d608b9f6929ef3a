package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the ways that packets can be sent and what stands in each, see [Plan].
final class Planner {

  private final Network network;
  private final Checks checks;
  private final Map<Ref, Balancer> balancerOfNode = new HashMap<>();
  private final Realms realms;
  private final Map<Link, Corridor> corridors = new HashMap<>();

  /// From one subnet to another.
  ///
  /// @param passedOn whether answers go back to whoever passes requests on, see [#passedOn]
  private record Link(Ref here, Ref there, boolean passedOn) {}

  /// What packets meet between two subnets on their way, and what answers meet on theirs, whoever sends
  /// them.
  private record Corridor(List<Check> forward, List<Check> back) {}

  Planner(Network network, Memory memory) {
    this.network = network;
    this.checks = new Checks(network, memory);
    this.realms = new Realms(network, checks);
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
        Plan.Draft draft = new Plan.Draft(Way.Kind.FROM_INTERNET, name.family);
        draft.seat(Seat.SOURCE, Plan.Sitters.each(clients));
        if (name.family == Family.IPV6 || !to.publicAddress().equals(PublicAddress.NONE)) {
          draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
        }
        draft.add(name.check);
        arriveFromInternet(draft, to, Seat.SOURCE);
        plans.add(draft.plan());
      }
    }
    return plans;
  }

  /// The ways from clients at the far end of a tunnel to an interface.
  ///
  /// @param among which of those at the far end are meant
  List<Plan> fromTunnel(Tunnel tunnel, AddressSet among, Interface to) {
    List<Plan> plans = new ArrayList<>();
    Subnet subnet = network.subnetOf(to);
    for (AddressSet address : to.addresses()) {
      Family family = address.first().family();
      AddressSet clients = tunnel.remote().only(family).intersect(among);
      if (!clients.isEmpty()) {
        Plan.Draft draft = new Plan.Draft(Way.Kind.FROM_TUNNEL, family);
        draft.seat(Seat.SOURCE, Plan.Sitters.each(clients));
        draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(address, to.ref()));
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
        plans.add(draft.plan());
      }
    }
    return plans;
  }

  /// The ways from an interface to those at the far end of a tunnel: one for each part of these that is
  /// treated alike. What filters there is none of the network's.
  ///
  /// @param among which of those at the far end are meant
  List<Plan> toTunnel(Interface from, Tunnel tunnel, AddressSet among) {
    List<Plan> plans = new ArrayList<>();
    Subnet here = network.subnetOf(from);
    for (AddressSet address : from.addresses()) {
      Family family = address.first().family();
      AddressSet far = tunnel.remote().only(family).intersect(among);
      if (!far.isEmpty()) {
        Plan.Draft draft = new Plan.Draft(Way.Kind.TO_TUNNEL, family);
        draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(address, from.ref()));
        draft.seat(Seat.DESTINATION, Plan.Sitters.each(far));
        draft.add(
            checks.groups(End.SOURCE, from, Seat.DESTINATION, GroupCheck.Counterpart.STRANGER));
        draft.add(
            realms.apart(
                here.realm(),
                tunnel.realm(),
                new Blocker.NotConnected(here.realm(), tunnel.realm())));
        draft.add(checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
        NextHop there = new NextHop.Through(tunnel.ref());
        draft.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, there, there::equals));
        draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
        plans.addAll(draft.plan().split(Seat.DESTINATION));
      }
    }
    return plans;
  }

  /// The ways from one interface to another.
  List<Plan> between(Interface from, Interface to) {
    List<Plan> plans = new ArrayList<>();
    Way.Kind kind =
        realms.mayBeOne(network.subnetOf(from), network.subnetOf(to))
            ? Way.Kind.INSIDE
            : Way.Kind.PEERED;
    for (AddressSet source : from.addresses()) {
      for (AddressSet destination : to.addresses()) {
        if (source.first().family() == destination.first().family()) {
          Plan.Sitters sources = Plan.Sitters.oneOf(source, from.ref());
          plans.add(privately(kind, from, sources, to, destination));
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
      plans.add(noCommonFamily());
    }
    return plans;
  }

  /// Within one realm, IPv6 packets find each other without leaving it.
  private boolean isOutside(Interface from, Interface to, Named name) {
    return name.family == Family.IPV4 || !sameRealm(from, to);
  }

  private boolean sameRealm(Interface one, Interface other) {
    return network.subnetOf(one).realm().equals(network.subnetOf(other).realm());
  }

  /// The ways from a node of a balancer to a target that gets to see the addresses of the clients.
  /// Answers go back to the node, whatever the target's routes say of the clients.
  List<Plan> passedOn(Interface node, List<Plan.Sitters> clients, Interface to) {
    List<Plan> plans = new ArrayList<>();
    for (Plan.Sitters sitters : clients) {
      for (AddressSet destination : to.addresses()) {
        AddressSet seen = sitters.addresses().only(destination.first().family());
        if (!seen.isEmpty()) {
          Plan.Sitters sources = new Plan.Sitters(seen, sitters.each(), sitters.owner());
          plans.add(privately(Way.Kind.PASSED_ON, node, sources, to, destination));
        }
      }
    }
    if (plans.isEmpty()) {
      plans.add(noCommonFamily());
    }
    return plans;
  }

  private Plan noCommonFamily() {
    Plan.Draft draft = new Plan.Draft(Way.Kind.INSIDE, Family.IPV4);
    draft.add(checks.fixed(FixedCheck.refuses(new Blocker.NoCommonFamily())));
    return draft.plan();
  }

  private Plan privately(
      Way.Kind kind, Interface from, Plan.Sitters sources, Interface to, AddressSet destination) {
    Subnet here = network.subnetOf(from);
    Subnet there = network.subnetOf(to);
    boolean sameRealm = realms.mayBeOne(here, there);
    List<Peering> links = sameRealm ? List.of() : realms.links(here.realm(), there.realm());
    Plan.Draft draft = new Plan.Draft(kind, destination.first().family());
    draft.seat(Seat.SOURCE, sources);
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(destination, to.ref()));
    boolean knowsGroups = sameRealm || links.stream().anyMatch(Peering::knowsGroups);
    GroupCheck.Counterpart called = counterpart(to, knowsGroups);
    GroupCheck.Counterpart caller = counterpart(from, knowsGroups);
    draft.add(checks.groups(End.SOURCE, from, Seat.DESTINATION, called));
    if (here.equals(there)) {
      arrive(draft, to, Seat.SOURCE, caller);
      return draft.plan();
    }
    Corridor corridor =
        corridors.computeIfAbsent(
            new Link(here.ref(), there.ref(), kind == Way.Kind.PASSED_ON),
            link -> corridor(here, there, links, link.passedOn()));
    corridor.forward().forEach(draft::add);
    arrive(draft, to, Seat.SOURCE, caller);
    corridor.back().forEach(draft::add);
    return draft.plan();
  }

  /// @param links the peering connections between their realms, where these are two
  private Corridor corridor(Subnet here, Subnet there, List<Peering> links, boolean passedOn) {
    boolean sameRealm = realms.mayBeOne(here, there);
    List<Check> forward = new ArrayList<>();
    if (links.isEmpty()) {
      realms
          .apart(here.realm(), there.realm(), new Blocker.NotConnected(here.realm(), there.realm()))
          .ifPresent(forward::add);
    }
    Set<NextHop> wanted =
        sameRealm
            ? Set.of(new NextHop.Local())
            : links.stream()
                .map(link -> new NextHop.Across(link.ref()))
                .collect(Collectors.toUnmodifiableSet());
    checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION).ifPresent(forward::add);
    forward.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, wanted, wanted::contains));
    checks.list(there, Border.INBOUND, Leg.FORWARD, Seat.SOURCE).ifPresent(forward::add);
    List<Check> back = new ArrayList<>();
    checks.list(there, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE).ifPresent(back::add);
    if (!passedOn) {
      back.add(checks.route(there, Leg.RETURN, Seat.SOURCE, wanted, wanted::contains));
    }
    checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION).ifPresent(back::add);
    return new Corridor(forward, back);
  }

  private static GroupCheck.Counterpart counterpart(Interface host, boolean known) {
    return known ? GroupCheck.Counterpart.of(host) : GroupCheck.Counterpart.STRANGER;
  }

  /// The ways that leave by what the source's routes offer, and arrive from the internet.
  private List<Plan> outside(Interface from, AddressSet source, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Set<Ref> translators = new LinkedHashSet<>();
    boolean direct = false;
    for (RouteTable.Route route : network.routesOf(here).routes()) {
      if (route.via() instanceof NextHop.Translator(Ref ref) && name.family == Family.IPV4) {
        translators.add(ref);
      }
      direct |= leadsOut(route, name.family);
    }
    List<Plan> plans = new ArrayList<>();
    if (direct || translators.isEmpty()) {
      plans.add(directly(from, source, to, name));
    }
    for (Ref translator : translators) {
      plans.add(translated(from, source, network.interfaceOf(translator), to, name));
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
    Plan.Draft draft = new Plan.Draft(Way.Kind.OUTSIDE, name.family);
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
    draft.add(checks.groups(End.SOURCE, from, Seat.DESTINATION, GroupCheck.Counterpart.STRANGER));
    draft.add(checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    if (name.family == Family.IPV4) {
      draft.add(
          checks.route(
              here, Leg.FORWARD, Seat.DESTINATION, "internet", Planner::isInternetGateway));
      PublicName own = checks.publicName(from, End.SOURCE);
      draft.add(own.check());
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(own.address(), from.ref()));
    } else {
      draft.add(
          checks.route(
              here,
              Leg.FORWARD,
              Seat.DESTINATION,
              "internet or egress only",
              via -> isInternetGateway(via) || via instanceof NextHop.EgressOnlyGateway));
      if (from.shielded()) {
        draft.add(unshielded(from, End.SOURCE));
      }
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(source, from.ref()));
    }
    draft.add(name.check);
    arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    return draft.plan();
  }

  private Plan translated(
      Interface from, AddressSet source, Interface translator, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Subnet exit = network.subnetOf(translator);
    boolean crosses = !here.equals(exit);
    Plan.Draft draft = new Plan.Draft(Way.Kind.OUTSIDE, Family.IPV4);
    draft.add(
        realms.apart(
            here.realm(), exit.realm(), new Blocker.TranslatorInOtherRealm(translator.ref())));
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(name.address, to.ref()));
    GroupCheck.Counterpart stranger = GroupCheck.Counterpart.STRANGER;
    draft.add(checks.groups(End.SOURCE, from, Seat.DESTINATION, stranger));
    NextHop wanted = new NextHop.Translator(translator.ref());
    draft.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, wanted, wanted::equals));
    if (crosses) {
      draft.add(checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
      draft.add(checks.list(exit, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
    }
    GroupCheck.Counterpart caller = GroupCheck.Counterpart.of(from);
    draft.add(checks.translatorGroups(translator, Border.INBOUND, Seat.SOURCE, caller));
    draft.add(checks.translatorGroups(translator, Border.OUTBOUND, Seat.DESTINATION, stranger));
    PublicName seen = checks.publicNameOfTranslator(translator);
    draft.add(seen.check());
    draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(seen.address(), translator.ref()));
    draft.add(checks.list(exit, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    draft.add(
        checks.route(exit, Leg.FORWARD, Seat.DESTINATION, "internet", Planner::isInternetGateway));
    draft.add(name.check);
    arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(checks.list(exit, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    if (crosses) {
      NextHop local = new NextHop.Local();
      draft.add(checks.list(exit, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
      draft.add(checks.route(exit, Leg.RETURN, Seat.SOURCE, local, local::equals));
      draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    }
    return draft.plan();
  }

  /// Everything from the internet gateway to the interface and back.
  private void arriveFromInternet(Plan.Draft draft, Interface to, Seat client) {
    Subnet subnet = network.subnetOf(to);
    draft.add(checks.list(subnet, Border.INBOUND, Leg.FORWARD, client));
    arrive(draft, to, client, GroupCheck.Counterpart.STRANGER);
    draft.add(checks.list(subnet, Border.OUTBOUND, Leg.RETURN, client));
    draft.add(checks.route(subnet, Leg.RETURN, client, "internet", Planner::isInternetGateway));
  }

  private static boolean isInternetGateway(NextHop via) {
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

  /// Whether internet gateways pass IPv6 packets of an end on.
  private Check unshielded(Interface host, End end) {
    return checks.fixed(
        host.shielded()
            ? FixedCheck.refuses(new Blocker.Shielded(end))
            : FixedCheck.admits(new Hop.Named(end)));
  }

  /// An address by which the internet knows an interface, or the lack of it.
  private record Named(Family family, AddressSet address, Check check) {}

  /// @param always whether an address that it lacks, or that is kept from the internet, is worth a way of
  ///     its own
  private List<Named> publicNames(Interface host, boolean always) {
    List<Named> names = new ArrayList<>();
    if (always || !host.publicAddress().equals(PublicAddress.NONE)) {
      PublicName name = checks.publicName(host, End.DESTINATION);
      names.add(new Named(Family.IPV4, name.address(), name.check()));
    }
    for (AddressSet address : host.addresses()) {
      AddressSet global = address.only(Family.IPV6).intersect(network.internet());
      if (!global.isEmpty() && (always || !host.shielded())) {
        names.add(new Named(Family.IPV6, global, unshielded(host, End.DESTINATION)));
      }
    }
    return names;
  }
}

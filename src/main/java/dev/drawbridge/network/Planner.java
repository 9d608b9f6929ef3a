package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the ways that packets can be sent and what stands in each, see [Plan].
final class Planner {

  private final Network network;
  private final Checks checks;
  private final Realms realms;
  private final Territories territories;
  private final Stretches stretches;
  private final Translations translations;

  Planner(Network network, Memory memory) {
    this.network = network;
    this.checks = new Checks(network, memory);
    this.realms = new Realms(network, checks);
    this.territories = new Territories(network);
    this.stretches = new Stretches(network, checks, realms, territories);
    this.translations = new Translations(network, checks, realms, stretches, territories);
  }

  Optional<Balancer> balancerOf(Ref node) {
    return stretches.balancerOf(node);
  }

  /// What the routes of a subnet send, or may, to where the network does not follow it.
  AddressSet unfollowed(Subnet subnet) {
    return territories.unfollowed(subnet);
  }

  /// The translators to which a subnet's routes hand what is meant for any of these, if only maybe.
  Set<Ref> translatorsBefore(Subnet here, AddressSet destinations) {
    return translations.before(here, destinations);
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
        stretches.arriveFromInternet(draft, to, Seat.SOURCE);
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
    for (AddressSet address : to.addresses()) {
      Family family = address.first().family();
      AddressSet clients = tunnel.remote().only(family).intersect(among);
      if (!clients.isEmpty()) {
        Plan.Draft draft = new Plan.Draft(Way.Kind.FROM_TUNNEL, family);
        draft.seat(Seat.SOURCE, Plan.Sitters.each(clients));
        draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(address, to.ref()));
        stretches.outOfTunnel(draft, tunnel, to);
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
        stretches.intoTunnel(draft, here, tunnel);
        plans.addAll(draft.plan().split(Seat.DESTINATION));
        plans.addAll(translations.toTunnel(from, address, tunnel, far));
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
          plans.addAll(translations.toHost(from, source, to, destination));
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
    boolean known = stretches.knowEachOther(here, network.subnetOf(to));
    Plan.Draft draft = new Plan.Draft(kind, destination.first().family());
    draft.seat(Seat.SOURCE, sources);
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(destination, to.ref()));
    GroupCheck.Counterpart called = Stretches.counterpart(to, known);
    draft.add(checks.groups(End.SOURCE, from, Seat.DESTINATION, called));
    GroupCheck.Counterpart caller = Stretches.counterpart(from, known);
    stretches.privately(draft, here, to, Seat.SOURCE, caller, kind == Way.Kind.PASSED_ON);
    return draft.plan();
  }

  /// The ways that leave by what the source's routes offer, and arrive from the internet.
  private List<Plan> outside(Interface from, AddressSet source, Interface to, Named name) {
    Subnet here = network.subnetOf(from);
    Set<Ref> translators = name.family == Family.IPV4 ? translations.of(here) : Set.of();
    boolean direct =
        network.routesOf(here).routes().stream().anyMatch(route -> leadsOut(route, name.family));
    List<Plan> plans = new ArrayList<>();
    if (direct || translators.isEmpty()) {
      plans.add(directly(from, source, to, name));
    }
    for (Ref translator : translators) {
      plans.add(
          translations.toInternet(
              from, source, network.interfaceOf(translator), to, name.address, name.check));
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
              here, Leg.FORWARD, Seat.DESTINATION, "internet", Stretches::isInternetGateway));
      PublicName own =
          territories
              .unknown(here, name.address)
              .map(checks::publicNameOfStranger)
              .orElseGet(() -> checks.publicName(from, End.SOURCE));
      draft.add(own.check());
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(own.address(), from.ref()));
    } else {
      draft.add(
          checks.route(
              here,
              Leg.FORWARD,
              Seat.DESTINATION,
              "internet or egress only",
              via -> Stretches.isInternetGateway(via) || via instanceof NextHop.EgressOnlyGateway));
      if (from.shielded()) {
        draft.add(unshielded(from, End.SOURCE));
      }
      draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(source, from.ref()));
    }
    draft.add(name.check);
    stretches.arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    return draft.plan();
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

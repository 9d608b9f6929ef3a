package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The ways that lead through a translator: it stands between two stretches, and puts an address of its
/// own in the place of the source's. Of the internet's gateway it is known by its public address; within
/// its realm, over links and through tunnels by its private one.
final class Translations {

  private final Network network;
  private final Checks checks;
  private final Realms realms;
  private final Stretches stretches;
  private final Territories territories;
  private final Map<Ref, Map<Ref, AddressSet>> handed = new HashMap<>();

  Translations(
      Network network, Checks checks, Realms realms, Stretches stretches, Territories territories) {
    this.network = network;
    this.checks = checks;
    this.realms = realms;
    this.stretches = stretches;
    this.territories = territories;
  }

  /// The translators that the routes of a subnet name.
  Set<Ref> of(Subnet subnet) {
    return handed(subnet).keySet();
  }

  /// The translators to which a subnet's routes hand what is meant for any of these, if only maybe.
  Set<Ref> before(Subnet here, AddressSet destinations) {
    Set<Ref> found = new LinkedHashSet<>();
    handed(here)
        .forEach(
            (translator, addresses) -> {
              if (addresses.overlaps(destinations)) {
                found.add(translator);
              }
            });
    return found;
  }

  /// What a subnet's routes hand to each translator, if only maybe.
  private Map<Ref, AddressSet> handed(Subnet here) {
    return handed.computeIfAbsent(
        here.ref(),
        _ -> {
          Map<Ref, AddressSet> byTranslator = new LinkedHashMap<>();
          for (RouteTable.Route route : network.routesOf(here).routes()) {
            if (route.via() instanceof NextHop.Translator(Ref ref)) {
              NextHop wanted = route.via();
              byTranslator.put(ref, territories.of(here, wanted, wanted::equals).only(Family.IPV4));
            }
          }
          return byTranslator;
        });
  }

  private AddressSet handedTo(Subnet here, Ref translator) {
    return handed(here).getOrDefault(translator, AddressSet.EMPTY);
  }

  /// The way to an address on the internet.
  ///
  /// @param name the gateway's opinion of the destination's address
  Plan toInternet(
      Interface from,
      AddressSet source,
      Interface translator,
      Interface to,
      AddressSet destination,
      Check name) {
    Subnet exit = network.subnetOf(translator);
    Plan.Draft draft = new Plan.Draft(Way.Kind.OUTSIDE, Family.IPV4);
    draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(destination, to.ref()));
    enter(draft, from, source, translator, GroupCheck.Counterpart.STRANGER);
    PublicName seen = checks.publicNameOfTranslator(translator);
    draft.add(seen.check());
    draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(seen.address(), translator.ref()));
    draft.add(checks.list(exit, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
    draft.add(
        checks.route(
            exit, Leg.FORWARD, Seat.DESTINATION, "internet", Stretches::isInternetGateway));
    draft.add(name);
    stretches.arriveFromInternet(draft, to, Seat.TRANSLATED);
    draft.add(checks.list(exit, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    goBack(draft, from, translator);
    return draft.plan();
  }

  /// The ways to a private address: through those translators that get it, and whose routes in turn lead
  /// there.
  List<Plan> toHost(Interface from, AddressSet source, Interface to, AddressSet destination) {
    List<Plan> plans = new ArrayList<>();
    Subnet here = network.subnetOf(from);
    Subnet there = network.subnetOf(to);
    if (here.equals(there)) {
      return plans;
    }
    for (Ref ref : before(here, destination)) {
      Interface translator = network.interfaceOf(ref);
      Subnet exit = network.subnetOf(translator);
      Set<NextHop> leading = stretches.leading(exit, there);
      boolean leads =
          exit.equals(there) || sent(exit, leading, leading::contains).overlaps(destination);
      if (leads && !own(translator).isEmpty()) {
        boolean known = stretches.knowEachOther(exit, there);
        Plan.Draft draft = new Plan.Draft(Way.Kind.TRANSLATED, Family.IPV4);
        draft.seat(Seat.DESTINATION, Plan.Sitters.oneOf(destination, to.ref()));
        enter(draft, from, source, translator, Stretches.counterpart(to, known));
        translate(draft, translator);
        stretches.privately(
            draft, exit, to, Seat.TRANSLATED, Stretches.counterpart(translator, known), false);
        goBack(draft, from, translator);
        plans.add(draft.plan());
      }
    }
    return plans;
  }

  /// The ways to those at the far end of a tunnel: through those translators that get what is meant for any
  /// of them, and whose routes in turn lead there.
  List<Plan> toTunnel(Interface from, AddressSet source, Tunnel tunnel, AddressSet far) {
    List<Plan> plans = new ArrayList<>();
    Subnet here = network.subnetOf(from);
    for (Ref ref : before(here, far)) {
      Interface translator = network.interfaceOf(ref);
      Subnet exit = network.subnetOf(translator);
      NextHop leading = new NextHop.Through(tunnel.ref());
      AddressSet reached =
          far.intersect(handedTo(here, ref)).intersect(sent(exit, leading, leading::equals));
      if (!reached.isEmpty() && !own(translator).isEmpty()) {
        Plan.Draft draft = new Plan.Draft(Way.Kind.TRANSLATED, Family.IPV4);
        draft.seat(Seat.DESTINATION, Plan.Sitters.each(reached));
        enter(draft, from, source, translator, GroupCheck.Counterpart.STRANGER);
        translate(draft, translator);
        stretches.intoTunnel(draft, exit, tunnel);
        goBack(draft, from, translator);
        plans.addAll(draft.plan().split(Seat.DESTINATION));
      }
    }
    return plans;
  }

  /// What a subnet's routes send a wanted way, or may.
  private AddressSet sent(Subnet subnet, Object what, Predicate<NextHop> wanted) {
    return territories.of(
        subnet,
        List.of("maybe", what),
        via -> wanted.test(via) || via instanceof NextHop.Unresolved);
  }

  private static AddressSet own(Interface translator) {
    return AddressSet.union(translator.addresses()).only(Family.IPV4);
  }

  private void translate(Plan.Draft draft, Interface translator) {
    AddressSet seen = own(translator);
    draft.seat(Seat.TRANSLATED, Plan.Sitters.oneOf(seen, translator.ref()));
    draft.add(checks.fixed(FixedCheck.admits(new Hop.Translated(translator.ref(), seen))));
  }

  /// Everything from the source into the translator and through it.
  ///
  /// @param called how the groups on the way know the destination
  private void enter(
      Plan.Draft draft,
      Interface from,
      AddressSet source,
      Interface translator,
      GroupCheck.Counterpart called) {
    Subnet here = network.subnetOf(from);
    Subnet exit = network.subnetOf(translator);
    draft.seat(Seat.SOURCE, Plan.Sitters.oneOf(source, from.ref()));
    draft.add(
        realms.apart(
            here.realm(), exit.realm(), new Blocker.TranslatorInOtherRealm(translator.ref())));
    draft.add(checks.groups(End.SOURCE, from, Seat.DESTINATION, called));
    NextHop wanted = new NextHop.Translator(translator.ref());
    draft.add(checks.route(here, Leg.FORWARD, Seat.DESTINATION, wanted, wanted::equals));
    if (!here.equals(exit)) {
      draft.add(checks.list(here, Border.OUTBOUND, Leg.FORWARD, Seat.DESTINATION));
      draft.add(checks.list(exit, Border.INBOUND, Leg.FORWARD, Seat.SOURCE));
    }
    GroupCheck.Counterpart caller = GroupCheck.Counterpart.of(from);
    draft.add(checks.translatorGroups(translator, Border.INBOUND, Seat.SOURCE, caller));
    draft.add(checks.translatorGroups(translator, Border.OUTBOUND, Seat.DESTINATION, called));
  }

  /// Everything from the translator back to the source.
  private void goBack(Plan.Draft draft, Interface from, Interface translator) {
    Subnet here = network.subnetOf(from);
    Subnet exit = network.subnetOf(translator);
    if (!here.equals(exit)) {
      NextHop local = new NextHop.Local();
      draft.add(checks.list(exit, Border.OUTBOUND, Leg.RETURN, Seat.SOURCE));
      draft.add(checks.route(exit, Leg.RETURN, Seat.SOURCE, local, local::equals));
      draft.add(checks.list(here, Border.INBOUND, Leg.RETURN, Seat.DESTINATION));
    }
  }
}

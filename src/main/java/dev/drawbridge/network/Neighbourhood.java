package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds, for an interface, the few others that could admit it at all, so that nobody has to try all
/// pairs: those whose groups name one of its own, and those whose groups name its addresses. They come
/// in an order that hangs on the network only, so that of several ways the same one is always told.
final class Neighbourhood {

  /// What the groups of an interface admit, at most, told by addresses.
  private record Welcome(AddressSet addresses, boolean anyone) {}

  private final Network network;
  private final Planner planner;
  private final Likeness likeness;
  private final Map<Ref, Set<Ref>> linkedRealms = new HashMap<>();
  private final Map<Ref, List<Interface>> speakersByRealm = new HashMap<>();
  private final Map<Ref, Map<Ref, List<Interface>>> welcomingByRealm = new HashMap<>();
  private final Map<Ref, Map<Welcome, List<Interface>>> openByRealm = new HashMap<>();
  private final Map<List<Ref>, AddressSet> blocksOf = new HashMap<>();
  private final List<Interface> named = new ArrayList<>();

  Neighbourhood(Network network, Planner planner) {
    this.network = network;
    this.planner = planner;
    this.likeness = new Likeness(network, planner);
    for (Interface host : network.interfaces().values()) {
      if (host.role() == Interface.Role.HOST && likeness.isSpeaker(host.ref())) {
        enter(host);
      }
    }
    for (Peering peering : network.peerings().values()) {
      link(peering.one(), peering.other());
      link(peering.other(), peering.one());
    }
    network.subnets().values().forEach(this::linkUnfollowed);
    for (Realm doubtful : network.realms().values()) {
      if (!doubtful.doubts().isEmpty()) {
        for (Ref other : network.realms().keySet()) {
          if (!other.equals(doubtful.ref())) {
            link(doubtful.ref(), other);
            link(other, doubtful.ref());
          }
        }
      }
    }
  }

  /// A way that is not followed may lead to any realm that its routes leave open.
  private void linkUnfollowed(Subnet subnet) {
    AddressSet lost = planner.unfollowed(subnet);
    if (!lost.isEmpty()) {
      for (Realm other : network.realms().values()) {
        if (!other.ref().equals(subnet.realm())
            && lost.overlaps(AddressSet.ofCidrs(other.blocks()))) {
          link(subnet.realm(), other.ref());
        }
      }
    }
  }

  private void link(Ref realm, Ref other) {
    linkedRealms.computeIfAbsent(realm, key -> new LinkedHashSet<>()).add(other);
  }

  private void enter(Interface host) {
    Ref realm = network.subnetOf(host).realm();
    speakersByRealm.computeIfAbsent(realm, key -> new ArrayList<>()).add(host);
    if (hasPublicName(host)) {
      named.add(host);
    }
    List<AddressSet> sets = new ArrayList<>();
    for (Group group : network.groupsOf(host)) {
      for (Group.Rule rule : group.ingress()) {
        if (rule.peer() instanceof Peer.Members(Ref member)) {
          welcomingByRealm
              .computeIfAbsent(realm, key -> new LinkedHashMap<>())
              .computeIfAbsent(member, key -> new ArrayList<>())
              .add(host);
        } else {
          sets.add(rule.peer().addresses());
        }
      }
    }
    boolean anyone = host.groups().isEmpty() || !host.doubts().isEmpty();
    Welcome welcome = new Welcome(AddressSet.union(sets), anyone);
    if (anyone || !welcome.addresses.isEmpty()) {
      openByRealm
          .computeIfAbsent(realm, key -> new LinkedHashMap<>())
          .computeIfAbsent(welcome, key -> new ArrayList<>())
          .add(host);
    }
  }

  Likeness likeness() {
    return likeness;
  }

  private boolean hasPublicName(Interface host) {
    return !host.publicAddress().equals(PublicAddress.NONE)
        || !host.shielded()
            && host.addresses().stream()
                .anyMatch(set -> set.only(Family.IPV6).overlaps(network.internet()));
  }

  /// Whoever may admit sessions from an origin, most others left out; of those alike, one.
  Collection<Interface> candidates(Origin origin) {
    return switch (origin) {
      case Origin.Internet internet -> named;
      case Origin.Remote(Ref ref, AddressSet _) -> {
        Tunnel tunnel = network.tunnels().get(ref);
        yield tunnel == null ? List.of() : speakersByRealm.getOrDefault(tunnel.realm(), List.of());
      }
      case Origin.Host(Ref host) -> {
        Interface from = network.interfaceOf(host);
        Set<Interface> found = privately(from);
        if (hasExit(from)) {
          found.addAll(named);
        }
        yield found;
      }
    };
  }

  private Set<Interface> privately(Interface from) {
    Set<Interface> found = new LinkedHashSet<>();
    Subnet subnet = network.subnetOf(from);
    List<Ref> realms = new ArrayList<>(List.of(subnet.realm()));
    realms.addAll(linkedRealms.getOrDefault(subnet.realm(), Set.of()));
    addCandidates(from, realms, found);
    // Behind a translator it is the translator that has to be admitted.
    for (Ref translator : planner.translatorsBefore(subnet, blocks(realms))) {
      addCandidates(network.interfaceOf(translator), realms, found);
    }
    return found;
  }

  private AddressSet blocks(List<Ref> realms) {
    return blocksOf.computeIfAbsent(
        realms,
        _ ->
            AddressSet.union(
                realms.stream()
                    .flatMap(ref -> Stream.ofNullable(network.realms().get(ref)))
                    .map(realm -> AddressSet.ofCidrs(realm.blocks()))
                    .toList()));
  }

  private void addCandidates(Interface from, List<Ref> realms, Set<Interface> found) {
    AddressSet addresses = AddressSet.union(from.addresses());
    realms.forEach(realm -> addCandidates(from, addresses, realm, found));
  }

  private void addCandidates(
      Interface from, AddressSet addresses, Ref realm, Set<Interface> found) {
    Map<Ref, List<Interface>> welcoming = welcomingByRealm.getOrDefault(realm, Map.of());
    if (from.doubts().isEmpty()) {
      from.groups().forEach(group -> found.addAll(welcoming.getOrDefault(group, List.of())));
    } else {
      welcoming.values().forEach(found::addAll);
    }
    openByRealm
        .getOrDefault(realm, Map.of())
        .forEach(
            (welcome, hosts) -> {
              if (welcome.anyone || welcome.addresses.overlaps(addresses)) {
                found.addAll(hosts);
              }
            });
  }

  /// Whether an interface may be able to open sessions over the internet at all.
  private boolean hasExit(Interface from) {
    for (RouteTable.Route route : network.routesOf(network.subnetOf(from)).routes()) {
      boolean exit =
          switch (route.via()) {
            case NextHop.InternetGateway gateway -> true;
            case NextHop.EgressOnlyGateway gateway -> true;
            case NextHop.Translator translator -> true;
            case NextHop.Unresolved unresolved -> true;
            case NextHop.Local local -> false;
            case NextHop.Across across -> false;
            case NextHop.Through tunnel -> false;
            case NextHop.Blackhole nowhere -> false;
          };
      if (exit) {
        return true;
      }
    }
    return false;
  }

  /// Everything that an interface can, or may be able to, open sessions with without the internet.
  List<Answer> of(Ref from, Reachability reachability) {
    List<Answer> answers = new ArrayList<>();
    for (Interface candidate : privately(network.interfaceOf(from))) {
      boolean itself = candidate.ref().equals(from);
      if (!itself || likeness.alike(from).size() > 1) {
        Ref to = itself ? likeness.alike(from).get(1) : candidate.ref();
        Answer answer = reachability.sessions(Origin.of(from), to);
        if (answer.anyAdmitted() || !answer.undecided().isEmpty()) {
          answers.add(answer);
        }
      }
    }
    return answers;
  }
}

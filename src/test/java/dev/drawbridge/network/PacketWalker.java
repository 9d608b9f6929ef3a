package dev.drawbridge.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The independent oracle: it carries one packet at a time through a network, hop by hop and there
/// and back, asking each filter and each route table in turn, as the real parts would. It computes
/// with no sets and shares no code with the engine, whose [Network] it merely reads. It knows no
/// doubts: every address has to be fixed and every input resolved.
final class PacketWalker {

  private final Network network;
  private final Map<Ref, Map<Address, Interface>> inside = new HashMap<>();
  private final Map<Address, Interface> outside = new HashMap<>();

  PacketWalker(Network network) {
    this.network = network;
    for (Interface host : network.interfaces().values()) {
      for (AddressSet set : host.addresses()) {
        Address address = set.ranges().getFirst().first();
        inside.computeIfAbsent(realm(host), key -> new HashMap<>()).put(address, host);
        if (address.family() == Family.IPV6
            && !host.shielded()
            && PacketMatch.inSet(network.internet(), address)) {
          outside.put(address, host);
        }
      }
      Address named = publicAddress(host);
      if (named != null) {
        outside.put(named, host);
      }
    }
  }

  /// Whether a session completes.
  ///
  /// @param from where it is opened
  /// @param first its first packet, with the address that the source itself bears
  /// @param to the interface that is meant to answer, or the tunnel whose far end is
  boolean completes(Origin from, Packet first, Ref to) {
    return switch (from) {
      case Origin.Internet internet -> fromInternet(first, to);
      case Origin.Remote(Ref tunnel, AddressSet among) ->
          PacketMatch.inSet(among, first.source()) && fromTunnel(tunnel, first, to);
      case Origin.Host(Ref host) when network.tunnels().containsKey(to) ->
          leavesThrough(to, network.interfaces().get(host), first);
      case Origin.Host(Ref host) -> fromHost(network.interfaces().get(host), first, to);
    };
  }

  /// The address that the destination sees in a packet that gets to it.
  Address seenAs(Origin from, Packet packet) {
    return from instanceof Origin.Host(Ref ref) && packet.destination().family() == Family.IPV4
        ? seenAs(network.interfaces().get(ref), packet)
        : packet.source();
  }

  private Address seenAs(Interface source, Packet packet) {
    Interface neighbour = holderInside(realm(source), packet.destination());
    if (neighbour != null && neighbour.subnet().equals(source.subnet())) {
      return packet.source();
    }
    return switch (nextHop(source, packet.destination())) {
      case NextHop.InternetGateway gateway -> {
        Address known = publicAddress(source);
        yield known == null ? packet.source() : known;
      }
      case NextHop.Translator(Ref ref) when source.role() != Interface.Role.TRANSLATOR -> {
        Interface translator = network.interfaces().get(ref);
        yield seenAs(translator, sentBy(translator, packet));
      }
      default -> packet.source();
    };
  }

  // ------------------------------------------------------------------ where sessions begin

  private boolean fromInternet(Packet packet, Ref to) {
    if (!PacketMatch.inSet(network.internet(), packet.source())) {
      return false;
    }
    Interface target = holderOnInternet(packet.destination());
    return target != null
        && target.ref().equals(to)
        && arrivesFromInternet(packet, target, packet.source())
        && answersToInternet(packet, target, packet.source());
  }

  private boolean fromTunnel(Ref ref, Packet packet, Ref to) {
    Tunnel tunnel = network.tunnels().get(ref);
    Interface target = holderInside(tunnel.realm(), packet.destination());
    if (target == null
        || !target.ref().equals(to)
        || !PacketMatch.inSet(tunnel.remote(), packet.source())
        || !crosses(target, Border.INBOUND, packet, packet.source(), packet.destinationPort())
        || !accepts(target, packet, packet.source(), null)) {
      return false;
    }
    return !needsAnswer(packet)
        || (crosses(target, Border.OUTBOUND, packet, packet.source(), answerPort(packet))
            && new NextHop.Through(ref).equals(nextHop(target, packet.source())));
  }

  /// Whether a session with somebody at the far end of a tunnel gets out, and its answers back in.
  private boolean leavesThrough(Ref ref, Interface source, Packet packet) {
    Tunnel tunnel = network.tunnels().get(ref);
    if (nextHop(source, packet.destination()) instanceof NextHop.Translator(Ref translator)
        && source.role() != Interface.Role.TRANSLATOR) {
      return overTranslator(source, network.interfaces().get(translator), packet, ref);
    }
    return realm(source).equals(tunnel.realm())
        && PacketMatch.inSet(tunnel.remote(), packet.destination())
        && leaves(source, packet, packet.destination(), null)
        && crosses(source, Border.OUTBOUND, packet, packet.destination(), packet.destinationPort())
        && new NextHop.Through(ref).equals(nextHop(source, packet.destination()))
        && (!needsAnswer(packet)
            || crosses(source, Border.INBOUND, packet, packet.destination(), answerPort(packet)));
  }

  private boolean fromHost(Interface source, Packet packet, Ref to) {
    Interface neighbour = holderInside(realm(source), packet.destination());
    if (neighbour != null && neighbour.subnet().equals(source.subnet())) {
      return neighbour.ref().equals(to)
          && leaves(source, packet, packet.destination(), neighbour)
          && accepts(neighbour, packet, packet.source(), source);
    }
    NextHop via = nextHop(source, packet.destination());
    return switch (via) {
      case NextHop.Local local ->
          neighbour != null && privately(source, neighbour, packet, to, via);
      case NextHop.Across(Ref peering) -> {
        Ref realm = farSide(peering, realm(source));
        Interface target = realm == null ? null : holderInside(realm, packet.destination());
        yield target != null && privately(source, target, packet, to, via);
      }
      case NextHop.InternetGateway gateway -> overGateway(source, packet, to);
      case NextHop.EgressOnlyGateway gateway ->
          packet.destination().family() == Family.IPV6 && overGateway(source, packet, to);
      case NextHop.Translator(Ref translator) ->
          source.role() != Interface.Role.TRANSLATOR
              && overTranslator(source, network.interfaces().get(translator), packet, to);
      case NextHop.Through tunnel -> false;
      case NextHop.Blackhole nowhere -> false;
      case NextHop.Unresolved unresolved -> throw new IllegalStateException("unresolved route");
    };
  }

  // ------------------------------------------------------------------ the stretches between

  private boolean privately(
      Interface source, Interface target, Packet packet, Ref to, NextHop there) {
    boolean sameRealm = realm(source).equals(realm(target));
    boolean known = sameRealm || there instanceof NextHop.Across(Ref ref) && knowsGroups(ref);
    if (!target.ref().equals(to)
        || !leaves(source, packet, packet.destination(), known ? target : null)
        || !crosses(source, Border.OUTBOUND, packet, packet.destination(), packet.destinationPort())
        || !crosses(target, Border.INBOUND, packet, packet.source(), packet.destinationPort())
        || !accepts(target, packet, packet.source(), known ? source : null)) {
      return false;
    }
    if (!needsAnswer(packet)) {
      return true;
    }
    boolean routedBack =
        switch (nextHop(target, packet.source())) {
          case NextHop.Local local -> sameRealm;
          case NextHop.Across(Ref back) -> realm(source).equals(farSide(back, realm(target)));
          default -> false;
        };
    return routedBack
        && crosses(target, Border.OUTBOUND, packet, packet.source(), answerPort(packet))
        && crosses(source, Border.INBOUND, packet, packet.destination(), answerPort(packet));
  }

  /// Straight out through a gateway, which gives an IPv4 source its public address.
  private boolean overGateway(Interface source, Packet packet, Ref to) {
    Interface target = holderOnInternet(packet.destination());
    boolean v6 = packet.destination().family() == Family.IPV6;
    Address seen = v6 ? packet.source() : publicAddress(source);
    if (target == null
        || seen == null
        || !target.ref().equals(to)
        || (v6 && (source.shielded() || realm(source).equals(realm(target))))
        || !leaves(source, packet, packet.destination(), null)
        || !crosses(source, Border.OUTBOUND, packet, packet.destination(), packet.destinationPort())
        || !arrivesFromInternet(packet, target, seen)) {
      return false;
    }
    return !needsAnswer(packet)
        || (answersToInternet(packet, target, seen)
            && crosses(source, Border.INBOUND, packet, packet.destination(), answerPort(packet)));
  }

  /// Into a translator, which opens the session anew with an address of its own, and back from it.
  private boolean overTranslator(Interface source, Interface translator, Packet packet, Ref to) {
    int port = packet.destinationPort();
    boolean apart = !source.subnet().equals(translator.subnet());
    if (packet.destination().family() != Family.IPV4
        || !realm(source).equals(realm(translator))
        || !leaves(source, packet, packet.destination(), known(translator, packet))
        || !admits(translator, false, packet, packet.source(), source)) {
      return false;
    }
    if (apart
        && (!crosses(source, Border.OUTBOUND, packet, packet.destination(), port)
            || !crosses(translator, Border.INBOUND, packet, packet.source(), port))) {
      return false;
    }
    Packet translated = sentBy(translator, packet);
    if (!completes(new Origin.Host(translator.ref()), translated, to)) {
      return false;
    }
    return !needsAnswer(packet)
        || !apart
        || (nextHop(translator, packet.source()) instanceof NextHop.Local
            && crosses(translator, Border.OUTBOUND, packet, packet.source(), answerPort(packet))
            && crosses(source, Border.INBOUND, packet, packet.destination(), answerPort(packet)));
  }

  /// What a translator makes of a packet, before any gateway gives it a public address.
  private static Packet sentBy(Interface translator, Packet packet) {
    return new Packet(
        packet.protocol(),
        translator.addresses().getFirst().first(),
        packet.sourcePort(),
        packet.destination(),
        packet.destinationPort());
  }

  /// Whoever has a destination, where the groups of a translator may know it by its groups.
  private @Nullable Interface known(Interface translator, Packet packet) {
    Interface neighbour = holderInside(realm(translator), packet.destination());
    if (neighbour != null && neighbour.subnet().equals(translator.subnet())) {
      return neighbour;
    }
    return switch (nextHop(translator, packet.destination())) {
      case NextHop.Local local -> neighbour;
      case NextHop.Across(Ref ref) when knowsGroups(ref) -> {
        Ref realm = farSide(ref, realm(translator));
        yield realm == null ? null : holderInside(realm, packet.destination());
      }
      default -> null;
    };
  }

  private boolean arrivesFromInternet(Packet packet, Interface target, Address seen) {
    return crosses(target, Border.INBOUND, packet, seen, packet.destinationPort())
        && accepts(target, packet, seen, null);
  }

  private boolean answersToInternet(Packet packet, Interface target, Address seen) {
    return !needsAnswer(packet)
        || (crosses(target, Border.OUTBOUND, packet, seen, answerPort(packet))
            && nextHop(target, seen) instanceof NextHop.InternetGateway);
  }

  /// From a node of a balancer that leaves the client's address in the packet.
  boolean passesOn(Ref node, Packet packet, Ref to) {
    Interface source = network.interfaces().get(node);
    Interface target = network.interfaces().get(to);
    if (source.subnet().equals(target.subnet())) {
      return leaves(source, packet, packet.destination(), target)
          && accepts(target, packet, packet.source(), source);
    }
    NextHop via = nextHop(source, packet.destination());
    boolean sameRealm = realm(source).equals(realm(target));
    boolean linked =
        switch (via) {
          case NextHop.Local local -> sameRealm;
          case NextHop.Across(Ref ref) -> realm(target).equals(farSide(ref, realm(source)));
          default -> false;
        };
    boolean known = sameRealm || via instanceof NextHop.Across(Ref ref) && knowsGroups(ref);
    return linked
        && leaves(source, packet, packet.destination(), known ? target : null)
        && crosses(source, Border.OUTBOUND, packet, packet.destination(), packet.destinationPort())
        && crosses(target, Border.INBOUND, packet, packet.source(), packet.destinationPort())
        && accepts(target, packet, packet.source(), known ? source : null)
        && (!needsAnswer(packet)
            || (crosses(target, Border.OUTBOUND, packet, packet.source(), answerPort(packet))
                && crosses(
                    source, Border.INBOUND, packet, packet.destination(), answerPort(packet))));
  }

  // ------------------------------------------------------------------ filters

  private boolean accepts(Interface target, Packet packet, Address seen, @Nullable Interface by) {
    if (target.role() == Interface.Role.TRANSLATOR) {
      return false;
    }
    for (Balancer balancer : network.balancers().values()) {
      if (balancer.nodes().contains(target.ref())) {
        boolean listening = false;
        for (Balancer.Listener listener : balancer.listeners()) {
          listening |=
              PacketMatch.speaksOf(listener.traffic(), packet.protocol(), packet.destinationPort());
        }
        if (!listening) {
          return false;
        }
      }
    }
    return admits(target, false, packet, seen, by);
  }

  private boolean leaves(
      Interface source, Packet packet, Address destination, @Nullable Interface to) {
    return admits(source, true, packet, destination, to);
  }

  private boolean admits(
      Interface bearer,
      boolean egress,
      Packet packet,
      Address other,
      @Nullable Interface counterpart) {
    if (bearer.groups().isEmpty()) {
      return true;
    }
    for (Ref ref : bearer.groups()) {
      Group group = network.groups().get(ref);
      for (Group.Rule rule : egress ? group.egress() : group.ingress()) {
        boolean peer =
            switch (rule.peer()) {
              case Peer.Addresses(AddressSet set) -> PacketMatch.inSet(set, other);
              case Peer.Listed(Ref list, AddressSet set) -> PacketMatch.inSet(set, other);
              case Peer.Members(Ref member) ->
                  counterpart != null && counterpart.groups().contains(member);
            };
        if (peer
            && PacketMatch.speaksOf(rule.traffic(), packet.protocol(), packet.destinationPort())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean crosses(Interface host, Border border, Packet packet, Address other, int port) {
    Subnet subnet = network.subnets().get(host.subnet());
    Optional<Ref> ref =
        subnet.accessList().isPresent()
            ? subnet.accessList()
            : network.realms().get(subnet.realm()).mainAccessList();
    if (ref.isEmpty()) {
      return true;
    }
    AccessList list = network.accessLists().get(ref.get());
    AccessList.Entry first = null;
    for (AccessList.Entry entry : border == Border.INBOUND ? list.inbound() : list.outbound()) {
      if (PacketMatch.inSet(entry.peers(), other)
          && PacketMatch.speaksOf(entry.traffic(), packet.protocol(), port)
          && (first == null || entry.number() < first.number())) {
        first = entry;
      }
    }
    return first != null && first.action() == AccessList.Action.ALLOW;
  }

  private static boolean needsAnswer(Packet packet) {
    return switch (packet.protocol().number()) {
      case 1 -> packet.destinationPort() == 8 * 256;
      case 58 -> packet.destinationPort() == 128 * 256;
      default -> true;
    };
  }

  private static int answerPort(Packet packet) {
    return switch (packet.protocol().number()) {
      case 1 -> 0;
      case 58 -> 129 * 256;
      default -> packet.sourcePort();
    };
  }

  // ------------------------------------------------------------------ routes and addresses

  private NextHop nextHop(Interface host, Address destination) {
    Subnet subnet = network.subnets().get(host.subnet());
    Realm realm = network.realms().get(subnet.realm());
    RouteTable table = network.routeTables().get(subnet.routes().orElse(realm.mainRoutes()));
    NextHop best = new NextHop.Blackhole();
    int longest = -1;
    for (RouteTable.Route route : table.routes()) {
      if (route.destination().length() > longest
          && PacketMatch.matches(route.destination(), destination)) {
        best = route.via();
        longest = route.destination().length();
      }
    }
    for (Cidr block : realm.blocks()) {
      if (block.length() > longest && PacketMatch.matches(block, destination)) {
        best = new NextHop.Local();
        longest = block.length();
      }
    }
    return best;
  }

  private Ref realm(Interface host) {
    return network.subnets().get(host.subnet()).realm();
  }

  private @Nullable Ref farSide(Ref ref, Ref near) {
    Peering peering = network.peerings().get(ref);
    if (peering.one().equals(near)) {
      return peering.other();
    }
    return peering.other().equals(near) ? peering.one() : null;
  }

  private boolean knowsGroups(Ref peering) {
    return network.peerings().get(peering).knowsGroups();
  }

  private @Nullable Interface holderInside(Ref realm, Address address) {
    return inside.getOrDefault(realm, Map.of()).get(address);
  }

  private @Nullable Interface holderOnInternet(Address address) {
    return outside.get(address);
  }

  private static @Nullable Address publicAddress(Interface host) {
    return switch (host.publicAddress()) {
      case PublicAddress.None none -> null;
      case PublicAddress.Assigned(AddressSet oneOf) -> oneOf.ranges().getFirst().first();
      case PublicAddress.Unresolved unresolved ->
          throw new IllegalStateException("unresolved public address");
    };
  }
}

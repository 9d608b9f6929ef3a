package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Engine and packet walker must agree on every packet.
class OracleTest {

  static final List<Protocol> PROTOCOLS =
      List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, Protocol.ICMPV6, new Protocol(47));

  /// ICMP messages with and without answers.
  private static final List<Integer> MESSAGES =
      List.of(0, 3 * 256, 8 * 256, 8 * 256 + 1, 128 * 256, 129 * 256);

  private int packets;
  private int completed;
  private int translated;

  @Test
  void everyPacketOfASmallUniverseFaresAsTheWalkerSays() {
    RandomNetworks networks = new RandomNetworks(20260101, true);
    for (int i = 0; i < Rounds.of(5); i++) {
      Network network = networks.next();
      Reachability reachability = Reachability.of(network);
      PacketWalker walker = new PacketWalker(network);
      Protocol protocol = PROTOCOLS.get(i % PROTOCOLS.size());
      for (Interface to : network.interfaces().values()) {
        exhaust(reachability, walker, Origin.INTERNET, to, protocol);
        exhaust(reachability, walker, new Origin.Remote(Ref.of("tunnel")), to, protocol);
      }
    }
    assertCovered(500_000, 200);
  }

  private void exhaust(
      Reachability reachability,
      PacketWalker walker,
      Origin from,
      Interface to,
      Protocol protocol) {
    Answer answer =
        protocol.isIcmp()
            ? reachability.sessions(from, to.ref(), Traffic.all(protocol))
            : reachability.sessions(from, to.ref());
    for (Address destination : destinations(to)) {
      for (int i = 0; i < 256; i += Rounds.stride()) {
        Address source =
            destination.family() == Family.IPV4
                ? Address.ipv4(0x0a000000L + i)
                : Address.ipv6(0x20010db800000000L, i);
        for (int port : protocol.isIcmp() ? MESSAGES : ports(protocol)) {
          for (int clientPort : clientPorts(protocol)) {
            compare(walker, answer, new Packet(protocol, source, clientPort, destination, port));
          }
        }
      }
    }
  }

  @Test
  void hostsOfASmallUniverseTalkAsTheWalkerSays() {
    RandomNetworks networks = new RandomNetworks(20260102, true);
    for (int i = 0; i < Rounds.of(8); i++) {
      allPairs(networks.next());
    }
    assertCovered(300_000, 50);
  }

  @Test
  void hostsOfASmallUniverseReachTheFarEndOfATunnelAsTheWalkerSays() {
    RandomNetworks networks = new RandomNetworks(20260104, true);
    Origin.Remote far = new Origin.Remote(Ref.of("tunnel"), AddressSet.of("10.0.0.128/28"));
    for (int i = 0; i < Rounds.of(30); i++) {
      Network network = networks.next();
      Reachability reachability = Reachability.of(network);
      PacketWalker walker = new PacketWalker(network);
      for (Interface from : network.interfaces().values()) {
        if (from.role() == Interface.Role.HOST) {
          Answer answer = reachability.outward(from.ref(), far, List.of());
          for (Address source : privateAddresses(from)) {
            for (int j = 128; j < 144 && source.family() == Family.IPV4; j++) {
              probe(walker, answer, source, Address.ipv4(0x0a000000L + j));
            }
          }
        }
      }
    }
    assertCovered(300_000, 200);
  }

  @Test
  void whatATranslatorPassesOnToPrivateAddressesFaresAsTheWalkerSays() {
    RandomNetworks networks = new RandomNetworks(20260105, true);
    Origin.Remote far = new Origin.Remote(Ref.of("tunnel"));
    for (int i = 0; i < Rounds.of(60); i++) {
      Network network = networks.handing();
      allPairs(network);
      Answer answer = Reachability.of(network).outward(Sample.APP, far, List.of());
      countTranslated(answer);
      PacketWalker walker = new PacketWalker(network);
      for (int j = 128; j < 160; j++) {
        probe(walker, answer, Address.of("10.0.0.2"), Address.ipv4(0x0a000000L + j));
      }
    }
    assertCovered(300_000, 50);
    assertTrue(!Rounds.areAll() || translated >= 25, "through translators: " + translated);
  }

  private void countTranslated(Answer answer) {
    for (Way way : answer.ways()) {
      translated += way.kind() == Way.Kind.TRANSLATED && !way.admitted().isEmpty() ? 1 : 0;
    }
  }

  private void allPairs(Network network) {
    Reachability reachability = Reachability.of(network);
    PacketWalker walker = new PacketWalker(network);
    for (Interface from : network.interfaces().values()) {
      for (Interface to : network.interfaces().values()) {
        if (!from.equals(to) && from.role() == Interface.Role.HOST) {
          Answer answer = reachability.sessions(Origin.of(from.ref()), to.ref());
          countTranslated(answer);
          for (Address source : privateAddresses(from)) {
            for (Address destination : destinations(to)) {
              if (source.family() == destination.family()) {
                probe(walker, answer, source, destination);
              }
            }
          }
        }
      }
    }
  }

  private void probe(PacketWalker walker, Answer answer, Address source, Address destination) {
    for (Protocol protocol : PROTOCOLS) {
      for (int port : ports(protocol)) {
        for (int clientPort : clientPorts(protocol)) {
          compare(walker, answer, new Packet(protocol, source, clientPort, destination, port));
        }
      }
    }
  }

  @Test
  void packetsAtTheEndsOfRangesInNetworksOfRealSizeFareAsTheWalkerSays() {
    RandomNetworks networks = new RandomNetworks(20260103, false);
    SplittableRandom random = networks.random();
    for (int i = 0; i < Rounds.of(60); i++) {
      Network network = networks.next();
      Reachability reachability = Reachability.of(network);
      PacketWalker walker = new PacketWalker(network);
      List<Address> edges = edges(network, networks);
      List<Interface> hosts = List.copyOf(network.interfaces().values());
      for (Interface to : hosts) {
        Answer internet = reachability.exposure(to.ref());
        Answer remote = reachability.sessions(new Origin.Remote(Ref.of("tunnel")), to.ref());
        for (Address destination : destinations(to)) {
          for (int j = 0; j < 60; j++) {
            Address source = edges.get(random.nextInt(edges.size()));
            if (source.family() == destination.family()) {
              Packet packet = packet(random, source, destination);
              compare(walker, internet, packet);
              compare(walker, remote, packet);
            }
          }
        }
        for (int j = 0; j < 6; j++) {
          Interface from = hosts.get(random.nextInt(hosts.size()));
          Answer answer = reachability.sessions(Origin.of(from.ref()), to.ref());
          if (!from.equals(to) && from.role() == Interface.Role.HOST) {
            for (Address source : privateAddresses(from)) {
              for (Address destination : destinations(to)) {
                if (source.family() == destination.family()) {
                  for (int k = 0; k < 25; k++) {
                    compare(walker, answer, packet(random, source, destination));
                  }
                }
              }
            }
          }
        }
      }
    }
    assertCovered(100_000, 100);
  }

  /// A test whose packets all fare alike would prove nothing.
  private void assertCovered(int atLeast, int oneIn) {
    assertTrue(!Rounds.areAll() || packets >= atLeast, "packets: " + packets);
    assertTrue(
        !Rounds.areAll() || completed >= packets / oneIn,
        "completed: " + completed + " of " + packets);
  }

  /// First and last address of everything that a network names, and their neighbours.
  private static List<Address> edges(Network network, RandomNetworks networks) {
    TreeSet<Address> edges = new TreeSet<>();
    List<AddressSet> sets = new ArrayList<>();
    sets.add(network.internet());
    network.tunnels().values().forEach(tunnel -> sets.add(tunnel.remote()));
    network.realms().values().forEach(realm -> sets.add(AddressSet.ofCidrs(realm.blocks())));
    for (Group group : network.groups().values()) {
      for (Group.Rule rule : group.ingress()) {
        if (rule.peer() instanceof Peer.Addresses(AddressSet set)) {
          sets.add(set);
        }
      }
    }
    for (AccessList list : network.accessLists().values()) {
      list.inbound().forEach(entry -> sets.add(entry.peers()));
      list.outbound().forEach(entry -> sets.add(entry.peers()));
    }
    for (RouteTable table : network.routeTables().values()) {
      table.routes().forEach(route -> sets.add(AddressSet.of(route.destination())));
    }
    for (AddressSet set : sets) {
      for (AddressRange range : set.ranges()) {
        edges.add(range.first());
        edges.add(range.last());
        if (!range.first().isFirst()) {
          edges.add(range.first().previous());
        }
        if (!range.last().isLast()) {
          edges.add(range.last().next());
        }
      }
    }
    List<Address> all = new ArrayList<>(edges);
    for (int i = 0; i < 20; i++) {
      all.add(networks.inside(Cidr.of("0.0.0.0/0")));
      all.add(networks.inside(Cidr.of("2600::/16")));
    }
    return all;
  }

  private static Packet packet(SplittableRandom random, Address source, Address destination) {
    Protocol protocol = PROTOCOLS.get(random.nextInt(PROTOCOLS.size()));
    List<Integer> ports = ports(protocol);
    List<Integer> clientPorts = clientPorts(protocol);
    return new Packet(
        protocol,
        source,
        clientPorts.get(random.nextInt(clientPorts.size())),
        destination,
        ports.get(random.nextInt(ports.size())));
  }

  private void compare(PacketWalker walker, Answer answer, Packet packet) {
    if (!packet.protocol().occursIn(packet.destination().family())) {
      return;
    }
    boolean expected = walker.completes(answer.from(), packet, answer.to());
    boolean actual = admits(answer, packet);
    packets++;
    if (expected) {
      completed++;
    }
    if (expected != actual) {
      assertEquals(expected, actual, () -> answer.from() + " " + packet + " " + answer.to());
    }
  }

  static boolean admits(Answer answer, Packet packet) {
    Protocol protocol = answer.named(packet.protocol());
    for (Way way : answer.ways()) {
      if (way.destinations().contains(packet.destination())) {
        for (Cell.Admitted cell : way.admitted()) {
          boolean answered =
              packet.protocol().isIcmp()
                  || !packet.protocol().hasPorts()
                  || cell.returnPorts().contains(packet.sourcePort());
          if (answered
              && cell.protocol().equals(protocol)
              && cell.ports().contains(packet.destinationPort())
              && cell.sources().contains(packet.source())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static List<Address> privateAddresses(Interface host) {
    return host.addresses().stream().map(AddressSet::first).toList();
  }

  /// Every address that somebody may know an interface by.
  static List<Address> destinations(Interface host) {
    List<Address> addresses = new ArrayList<>(privateAddresses(host));
    if (host.publicAddress() instanceof PublicAddress.Assigned(AddressSet oneOf)) {
      addresses.add(oneOf.first());
    }
    return addresses;
  }

  /// A port of every class that rules can tell apart.
  static List<Integer> ports(Protocol protocol) {
    if (protocol.isIcmp()) {
      return List.of(protocol.equals(Protocol.ICMP) ? 8 * 256 : 128 * 256);
    }
    return protocol.hasPorts()
        ? List.of(0, 1, 2, 22, 23, 80, 81, 443, 444, 1024, 8080, 65535)
        : List.of(0);
  }

  private static List<Integer> clientPorts(Protocol protocol) {
    return protocol.isIcmp() || !protocol.hasPorts()
        ? List.of(0)
        : List.of(1024, 1025, 8081, 32767, 32768, 61001, 65535);
  }
}

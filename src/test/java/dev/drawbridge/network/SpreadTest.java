package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final int[] CLIENT_PORTS = {
    1024, 1025, 8080, 8081, 32768, 32769, 61000, 61001, 65535
  };

  private int reached;
  private int relayed;
  private int translated;

  @Test
  void whoeverTakesOverAllThatAnswersGetsExactlyAsFarAsTheWalkerDoes() {
    RandomNetworks networks = new RandomNetworks(20260140, true);
    for (int i = 0; i < Rounds.of(60); i++) {
      Network network = networks.next();
      compare(network, host(network, networks));
      // Trying every client of the internet takes the walker a while.
      if (i % 15 == 0) {
        compare(network, Origin.INTERNET);
        compare(network, new Origin.Remote(Ref.of("tunnel")));
      }
    }
    assertTrue(!Rounds.areAll() || reached > 150, "reached: " + reached);
    assertTrue(!Rounds.areAll() || relayed > 20, "through balancers: " + relayed);
  }

  @Test
  void whateverATranslatorPassesOnIsFollowedToo() {
    RandomNetworks networks = new RandomNetworks(20260141, true);
    for (int i = 0; i < Rounds.of(60); i++) {
      compare(networks.handing(), Origin.of(Sample.APP));
    }
    assertTrue(!Rounds.areAll() || translated > 15, "through translators: " + translated);
  }

  private static Origin host(Network network, RandomNetworks networks) {
    List<Ref> hosts =
        network.interfaces().values().stream()
            .filter(host -> host.role() == Interface.Role.HOST)
            .map(Interface::ref)
            .toList();
    return Origin.of(hosts.get(networks.random().nextInt(hosts.size())));
  }

  private void compare(Network network, Origin origin) {
    Spread spread = Reachability.of(network).spread(List.of(origin));
    Set<Ref> expected = new Conquest(network).from(origin);
    assertEquals(expected, new TreeSet<>(spread.reached()), () -> origin + " in " + network);
    assertEquals(Set.of(), spread.undecided());
    for (Ref to : spread.reached()) {
      Path path = spread.pathTo(to).orElseThrow();
      assertEquals(to, path.stations().getLast());
      assertEquals(origin, path.steps().getFirst().answer().from());
      for (Path.Step step : path.steps()) {
        assertTrue(step.verdict().isSome(), path::toString);
        relayed += step.relay().isPresent() ? 1 : 0;
        translated += step.answer().ways().stream().anyMatch(SpreadTest::passesOn) ? 1 : 0;
      }
    }
    reached += spread.reached().size();
  }

  private static boolean passesOn(Way way) {
    return way.kind() == Way.Kind.TRANSLATED && !way.admitted().isEmpty();
  }

  /// Takes over one host after the other, trying every packet on every other each time.
  private static final class Conquest {

    private final Network network;
    private final PacketWalker walker;
    private final Set<Ref> reached = new TreeSet<>();
    private final Deque<Origin> queue = new ArrayDeque<>();
    private Set<Ref> began = new HashSet<>();

    Conquest(Network network) {
      this.network = network;
      this.walker = new PacketWalker(network);
    }

    Set<Ref> from(Origin origin) {
      if (origin instanceof Origin.Host(Ref host)) {
        began = Set.of(host);
      }
      queue.add(origin);
      while (!queue.isEmpty()) {
        Origin next = queue.remove();
        for (Interface to : network.interfaces().values()) {
          if (!next.equals(Origin.of(to.ref()))) {
            attack(next, to);
          }
        }
      }
      return reached;
    }

    private void attack(Origin from, Interface to) {
      Balancer balancer = network.balancers().get(Ref.of("balancer"));
      boolean node = balancer.nodes().contains(to.ref());
      if (!node && (reached.contains(to.ref()) || began.contains(to.ref()))) {
        return;
      }
      for (Packet packet : packets(from, to)) {
        if (walker.completes(from, packet, to.ref())) {
          take(to.ref());
          if (!node) {
            return;
          }
          passOn(from, balancer, to, packet);
        }
      }
    }

    private void take(Ref host) {
      boolean node = network.balancers().get(Ref.of("balancer")).nodes().contains(host);
      if (!began.contains(host) && reached.add(host) && !node) {
        queue.add(Origin.of(host));
      }
    }

    private void passOn(Origin from, Balancer balancer, Interface node, Packet packet) {
      TargetGroup group = network.targetGroups().get(Ref.of("targets"));
      Balancer.Listener listener = balancer.listeners().getFirst();
      if (!packet.protocol().equals(Protocol.TCP)
          || !listener.traffic().ports().contains(packet.destinationPort())) {
        return;
      }
      for (TargetGroup.Target target : group.targets()) {
        Interface to = network.interfaceOf(target.host());
        if (served(balancer, node, to)) {
          for (int clientPort : CLIENT_PORTS) {
            Address client = walker.seenAs(from, packet);
            for (Address destination : OracleTest.destinations(to)) {
              boolean got =
                  group.keepsClientAddress()
                      ? OracleTest.privateAddresses(to).contains(destination)
                          && client.family() == destination.family()
                          && walker.passesOn(
                              node.ref(),
                              new Packet(
                                  Protocol.TCP, client, clientPort, destination, target.port()),
                              to.ref())
                      : OracleTest.privateAddresses(node).stream()
                          .filter(source -> source.family() == destination.family())
                          .anyMatch(
                              source ->
                                  walker.completes(
                                      Origin.of(node.ref()),
                                      new Packet(
                                          Protocol.TCP,
                                          source,
                                          clientPort,
                                          destination,
                                          target.port()),
                                      to.ref()));
              if (got) {
                take(target.host());
              }
            }
          }
        }
      }
    }

    private boolean served(Balancer balancer, Interface node, Interface target) {
      String zone = network.subnetOf(target).zone();
      boolean enabled =
          balancer.nodes().stream()
              .anyMatch(n -> network.subnetOf(network.interfaceOf(n)).zone().equals(zone));
      return enabled && (balancer.crossZone() || network.subnetOf(node).zone().equals(zone));
    }

    private List<Packet> packets(Origin from, Interface to) {
      List<Packet> packets = new ArrayList<>();
      for (Address destination : OracleTest.destinations(to)) {
        for (Address source : sources(from, destination.family())) {
          for (Protocol protocol : OracleTest.PROTOCOLS) {
            if (protocol.occursIn(destination.family())) {
              for (int port : ports(protocol)) {
                int[] clientPorts =
                    protocol.hasPorts() && !protocol.isIcmp() ? CLIENT_PORTS : new int[] {0};
                for (int clientPort : clientPorts) {
                  packets.add(new Packet(protocol, source, clientPort, destination, port));
                }
              }
            }
          }
        }
      }
      return packets;
    }

    private static List<Integer> ports(Protocol protocol) {
      return protocol.hasPorts() && !protocol.isIcmp()
          ? IntStream.of(RandomNetworks.CUTS).boxed().toList()
          : OracleTest.ports(protocol);
    }

    private List<Address> sources(Origin from, Family family) {
      return switch (from) {
        case Origin.Host(Ref host) ->
            OracleTest.privateAddresses(network.interfaceOf(host)).stream()
                .filter(address -> address.family() == family)
                .toList();
        case Origin.Internet internet -> all(network.internet().only(family));
        case Origin.Remote(Ref tunnel, AddressSet _) ->
            all(network.tunnels().get(tunnel).remote().only(family));
      };
    }

    private static List<Address> all(AddressSet set) {
      List<Address> all = new ArrayList<>();
      for (AddressRange range : set.ranges()) {
        Address at = range.first();
        for (int i = 0; i < 256 && range.contains(at); i++) {
          all.add(at);
          at = at.next();
        }
      }
      return all;
    }
  }
}

package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real packets: networks are lowered to network namespaces, routes and nftables, and the kernel of
/// this machine has to let through exactly what the engine says.
class KernelTest {

  private static final int[] PORTS = {22, 80, 443, 1024, 8080};

  /// The classes of client ports that rules can tell apart, see [RandomNetworks#CUTS].
  private static final int[][] CLIENT_PORTS = {
    {1100, 8000}, {8100, 32700}, {32800, 60900}, {61100, 65500}
  };

  @BeforeAll
  static void theMachineHasWhatThisTakes() {
    Optional<String> missing = Namespaces.missing();
    if (missing.isPresent() && "true".equals(System.getenv("CI"))) {
      fail(missing.get());
    }
    assumeTrue(missing.isEmpty(), () -> "real packets are not sent: " + missing.orElse(""));
  }

  @ParameterizedTest
  @EnumSource
  void realPacketsGetThroughExactlyWhereTheEngineSays(Family family) throws Exception {
    RandomNetworks networks = new RandomNetworks(20260170, true);
    int completed = 0;
    int sent = 0;
    try (Namespaces spaces = new Namespaces()) {
      for (int i = 0; i < 4; i++) {
        Network network = networks.next();
        List<Probe> probes = probes(network, family, networks.random());
        Set<Probe> answered = send(network, family, spaces, probes);
        sent += probes.size();
        completed += answered.size();
      }
    }
    assertTrue(sent > 1500, "sent: " + sent);
    assertTrue(completed > 300, "completed: " + completed);
  }

  @Test
  void realPacketsGetThroughTranslatorsToPrivateAddresses() throws Exception {
    Network network = TranslationTest.handing().build();
    try (Namespaces spaces = new Namespaces()) {
      RandomNetworks networks = new RandomNetworks(20260172, true);
      for (int i = 0; i < 3; i++) {
        Network random = networks.handing();
        send(random, Family.IPV4, spaces, probes(random, Family.IPV4, networks.random()));
      }
      List<Probe> probes = probes(network, Family.IPV4, new SplittableRandom(20260171));
      Set<Probe> answered = send(network, Family.IPV4, spaces, probes);
      assertEquals(
          Set.of("web", "db", "far"),
          answered.stream()
              .filter(probe -> probe.from.equals(Origin.of(Sample.APP)))
              .map(probe -> probe.to.id())
              .collect(Collectors.toSet()));
    }
  }

  /// Those that are answered, which have to be those that the engine says.
  private static Set<Probe> send(
      Network network, Family family, Namespaces spaces, List<Probe> probes) throws Exception {
    List<Address> clients = clients(network, family);
    KernelNetwork kernel = new KernelNetwork(network, family, spaces, clients);
    spaces.run(kernel.script());
    try (Sockets sockets = new Sockets(spaces)) {
      for (Interface host : hosts(network, new KernelFilters(network, family))) {
        sockets.answerIn(kernel.nameOf(host.ref()), family);
      }
      Set<Probe> answered = new LinkedHashSet<>(sockets.send(probes, kernel, 700));
      // A busy machine may be late: what the engine lets through gets a second chance.
      List<Probe> late =
          probes.stream().filter(probe -> probe.expected && !answered.contains(probe)).toList();
      if (!late.isEmpty()) {
        answered.addAll(sockets.send(late, kernel, 3000));
      }
      List<Probe> wrong =
          probes.stream().filter(one -> one.expected != answered.contains(one)).toList();
      assertEquals(
          List.of(), wrong, () -> wrong.size() + " of " + probes.size() + " in " + network);
      return answered;
    } finally {
      spaces.removeAll();
    }
  }

  /// The first packet of a session, and what the engine says of it.
  record Probe(Origin from, Packet packet, Ref to, boolean expected) {}

  /// Half of them such as the engine lets through, as far as there are any.
  private static List<Probe> probes(Network network, Family family, SplittableRandom random) {
    KernelFilters addresses = new KernelFilters(network, family);
    Reachability reachability = Reachability.of(network);
    List<Origin> origins = new ArrayList<>(List.of(Origin.INTERNET));
    network.tunnels().keySet().forEach(tunnel -> origins.add(new Origin.Remote(tunnel)));
    for (Interface host : hosts(network, addresses)) {
      origins.add(Origin.of(host.ref()));
    }
    List<Probe> passing = new ArrayList<>();
    List<Probe> refused = new ArrayList<>();
    int serial = 0;
    for (Origin origin : origins) {
      for (Interface to : hosts(network, addresses)) {
        if (origin.equals(Origin.of(to.ref()))) {
          continue;
        }
        Answer answer = reachability.sessions(origin, to.ref());
        for (Address source : sources(origin, network, addresses, family)) {
          for (Address destination : destinations(to, addresses)) {
            for (int port : PORTS) {
              for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
                int[] range = CLIENT_PORTS[random.nextInt(CLIENT_PORTS.length)];
                // A port of its own for each, so that no translator has to change it.
                int clientPort = range[0] + serial++ % (range[1] - range[0]);
                Packet packet = new Packet(protocol, source, clientPort, destination, port);
                boolean expected = OracleTest.admits(answer, packet);
                (expected ? passing : refused).add(new Probe(origin, packet, to.ref(), expected));
              }
            }
          }
        }
      }
    }
    List<Probe> probes = some(passing, random);
    probes.addAll(some(refused, random));
    return probes;
  }

  private static List<Probe> some(List<Probe> all, SplittableRandom random) {
    List<Probe> left = new ArrayList<>(all);
    List<Probe> chosen = new ArrayList<>();
    while (!left.isEmpty() && chosen.size() < 300) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }

  private static List<Interface> hosts(Network network, KernelFilters addresses) {
    return network.interfaces().values().stream()
        .filter(host -> host.role() == Interface.Role.HOST)
        .filter(host -> addresses.own(host).isPresent())
        .toList();
  }

  private static List<Address> sources(
      Origin origin, Network network, KernelFilters addresses, Family family) {
    return switch (origin) {
      case Origin.Internet _ -> among(clients(network, family), network.internet());
      case Origin.Remote(Ref ref, AddressSet _) ->
          among(clients(network, family), network.tunnels().get(ref).remote());
      case Origin.Host(Ref ref) -> addresses.own(network.interfaceOf(ref)).stream().toList();
    };
  }

  private static List<Address> among(List<Address> clients, AddressSet set) {
    return clients.stream().filter(set::contains).toList();
  }

  private static Set<Address> destinations(Interface host, KernelFilters addresses) {
    Set<Address> all = new LinkedHashSet<>();
    addresses.own(host).ifPresent(all::add);
    addresses.known(host).ifPresent(all::add);
    return all;
  }

  /// Three on the internet and three behind the tunnel, none of which is an address of an interface.
  private static List<Address> clients(Network network, Family family) {
    List<Address> all = new ArrayList<>();
    for (Ref tunnel : network.tunnels().keySet()) {
      for (AddressRange remote : network.tunnels().get(tunnel).remote().only(family).ranges()) {
        all.add(remote.first());
        all.add(remote.first().next().next());
        all.add(remote.last());
      }
    }
    for (int last : new int[] {250, 252, 255}) {
      all.add(
          family == Family.IPV4
              ? Address.ipv4(0x0a000000L + last)
              : Address.ipv6(0x2001_0db8_0000_0000L, last));
    }
    return all;
  }
}

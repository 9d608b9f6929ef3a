package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A network with doubts stands for many networks without: one for each way that the open inputs may
/// turn out. What the engine calls certain has to hold in all of them, and what it leaves open has
/// to turn out one way in one and the other way in another.
class DoubtsTest {

  private static final Protocol[] PROTOCOLS = {Protocol.TCP, Protocol.UDP};
  private static final int[] PORTS = {0, 22, 80, 443, 1024, 8080};
  private static final int[] CLIENT_PORTS = {1024, 1025, 8080, 8081, 32768, 61000, 65535};

  private final Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
  private int translated;

  @Test
  void whatIsCertainHoldsHoweverTheDoubtsTurnOut() {
    RandomNetworks networks = new RandomNetworks(20260110, true);
    for (int i = 0; i < Rounds.of(40); i++) {
      Doubter doubter = new Doubter(networks.random());
      Network doubtful = doubter.doubt(i % 3 == 0 ? networks.handing() : networks.next());
      List<Network> worlds = doubter.worlds(doubtful);
      judge(doubtful, worlds, networks.random());
    }
    assertTrue(!Rounds.areAll() || seen.getOrDefault(Verdict.PROVEN, 0) > 300, seen::toString);
    assertTrue(!Rounds.areAll() || seen.getOrDefault(Verdict.REFUTED, 0) > 500, seen::toString);
    assertTrue(!Rounds.areAll() || seen.getOrDefault(Verdict.UNKNOWN, 0) > 100, seen::toString);
    assertTrue(!Rounds.areAll() || translated > 100, "translated: " + translated);
  }

  private void judge(Network doubtful, List<Network> worlds, SplittableRandom random) {
    Reachability reachability = Reachability.of(doubtful);
    List<PacketWalker> walkers = worlds.stream().map(PacketWalker::new).toList();
    List<Ref> hosts = List.copyOf(doubtful.interfaces().keySet());
    for (int i = 0; i < Rounds.of(400); i++) {
      Ref to = hosts.get(random.nextInt(hosts.size()));
      Ref other = hosts.get(random.nextInt(hosts.size()));
      if (to.equals(other) || doubtful.interfaceOf(other).role() == Interface.Role.TRANSLATOR) {
        continue;
      }
      Origin from = random.nextInt(2) == 0 ? Origin.INTERNET : Origin.of(other);
      Protocol protocol = PROTOCOLS[random.nextInt(PROTOCOLS.length)];
      int port = PORTS[random.nextInt(PORTS.length)];
      int clientPort = CLIENT_PORTS[random.nextInt(CLIENT_PORTS.length)];
      Address client = Address.ipv4(0x0a0000c0L + random.nextInt(64));
      Question question = new Question(from, client, to, protocol, port, clientPort);
      Answer answer = reachability.sessions(from, to, new Traffic(protocol, PortSet.of(port)));
      List<Way> named = ways(answer, EnumSet.of(Way.Kind.FROM_INTERNET));
      if (named.size() == 1) {
        compare(question, named, worlds, walkers);
      }
      // To a private address packets go straight or through a translator, if it is known which.
      List<Way> inside =
          ways(answer, EnumSet.of(Way.Kind.INSIDE, Way.Kind.PEERED, Way.Kind.TRANSLATED));
      if (!inside.isEmpty()) {
        compare(question, inside, worlds, walkers);
      }
    }
  }

  private static List<Way> ways(Answer answer, Set<Way.Kind> kinds) {
    return answer.ways().stream()
        .filter(way -> kinds.contains(way.kind()) && way.family() == Family.IPV4)
        .filter(way -> !way.cells().isEmpty())
        .toList();
  }

  private record Question(
      Origin from, Address client, Ref to, Protocol protocol, int port, int clientPort) {

    Question sentFrom(int other) {
      return new Question(from, client, to, protocol, port, other);
    }
  }

  private void compare(
      Question question, List<Way> ways, List<Network> worlds, List<PacketWalker> walkers) {
    Verdict verdict =
        ways.stream()
            .map(way -> verdict(question, way))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Way way = ways.getFirst();
    seen.merge(verdict, 1, Integer::sum);
    translated += ways.size() > 1 ? 1 : 0;
    int yes = turnOut(question, way, worlds, walkers);
    int all = worlds.size();
    String what = question + " " + ways + ": " + yes + " of " + all;
    switch (verdict) {
      case PROVEN -> assertEquals(all, yes, what);
      case REFUTED -> assertEquals(0, yes, what);
      case UNKNOWN ->
          // Open means: open for some client port, not for each. Of several ways that are open, one
          // may turn out to be there whenever the others are not.
          assertTrue(
              ways.size() > 1
                  || IntStream.of(CLIENT_PORTS)
                      .map(port -> turnOut(question.sentFrom(port), way, worlds, walkers))
                      .anyMatch(count -> count > 0 && count < all),
              what);
      case PARTIAL -> {
        // Some client ports are certain, this one hangs on doubts: nothing is claimed.
      }
    }
  }

  /// In how many worlds the session completes.
  private static int turnOut(
      Question question, Way way, List<Network> worlds, List<PacketWalker> walkers) {
    int yes = 0;
    for (int i = 0; i < worlds.size(); i++) {
      Optional<Packet> packet = packet(question, way.kind(), worlds.get(i));
      if (packet.isPresent()
          && walkers.get(i).completes(question.from(), packet.get(), question.to())) {
        yes++;
      }
    }
    return yes;
  }

  private static Verdict verdict(Question question, Way way) {
    boolean admitted = false;
    boolean refused = false;
    boolean open = false;
    for (Cell cell : way.cells()) {
      boolean mine =
          way.kind() != Way.Kind.FROM_INTERNET || cell.sources().contains(question.client);
      if (mine) {
        switch (cell) {
          case Cell.Admitted a -> {
            boolean back = a.returnPorts().contains(question.clientPort);
            admitted |= back;
            refused |= !back && a.doubts().isEmpty();
            open |= !back && !a.doubts().isEmpty();
          }
          case Cell.Undecided u -> {
            return Verdict.UNKNOWN;
          }
          case Cell.Refused r -> refused = true;
        }
      }
    }
    if (open || admitted && refused) {
      return Verdict.PARTIAL;
    }
    return admitted ? Verdict.PROVEN : Verdict.REFUTED;
  }

  private static Optional<Packet> packet(Question question, Way.Kind kind, Network world) {
    Interface to = world.interfaceOf(question.to());
    Optional<Address> destination = kind == Way.Kind.FROM_INTERNET ? publicAddress(to) : ipv4(to);
    Optional<Address> source =
        question.from() instanceof Origin.Host(Ref host)
            ? ipv4(world.interfaceOf(host))
            : Optional.of(question.client());
    return destination.flatMap(
        there ->
            source.map(
                here ->
                    new Packet(
                        question.protocol(), here, question.clientPort(), there, question.port())));
  }

  private static Optional<Address> publicAddress(Interface host) {
    return host.publicAddress() instanceof PublicAddress.Assigned(AddressSet oneOf)
        ? Optional.of(oneOf.first())
        : Optional.empty();
  }

  private static Optional<Address> ipv4(Interface host) {
    return host.addresses().stream()
        .map(AddressSet::first)
        .filter(address -> address.family() == Family.IPV4)
        .findFirst();
  }

  @Test
  void anOpenInputIsNamedAndNeverCountsAsAPass() {
    Unknown unknown =
        new Unknown(Ref.of("var.office"), Reason.of("unknown.not-told", "no default"));
    Network network =
        Sample.twoTiers()
            .add(
                new Group(
                    Ref.of("web-sg"),
                    List.of(
                        new Group.Rule(
                            Ref.of("ssh"),
                            Traffic.tcp(22),
                            new Peer.Addresses(AddressSet.EVERYTHING),
                            List.of(unknown))),
                    List.of()))
            .build();
    Answer answer = Reachability.of(network).sessions(Origin.INTERNET, Sample.WEB, Traffic.tcp(22));
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertEquals(Set.of(unknown), answer.unknowns());
    assertEquals(
        Verdict.REFUTED,
        Reachability.of(network).sessions(Origin.INTERNET, Sample.WEB, Traffic.tcp(23)).verdict());
  }
}

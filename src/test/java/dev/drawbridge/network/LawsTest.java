package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Laws that hold whatever a network looks like.
class LawsTest {

  private static final int NETWORKS = Rounds.of(40);

  private final RandomNetworks networks = new RandomNetworks(20260120, false);

  /// E of every interface, as sets of sources by protocol and port.
  private static Map<String, AddressSet> exposures(Network network) {
    Reachability reachability = Reachability.of(network);
    Map<String, AddressSet> found = new TreeMap<>();
    for (Ref host : network.interfaces().keySet()) {
      Answer answer = reachability.exposure(host);
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, new Protocol(47))) {
        for (int port : RandomNetworks.CUTS) {
          found.put(host + " " + protocol + " " + port, answer.sources(protocol, port));
        }
      }
    }
    return found;
  }

  private static Network mapGroups(Network network, UnaryOperator<Group> change) {
    Network.Builder builder = network.toBuilder();
    network.groups().values().forEach(group -> builder.add(change.apply(group)));
    return builder.build();
  }

  @Test
  void twoHalvesAreAsWideAsTheWhole() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Network halved = mapGroups(network, LawsTest::halve);
      assertEquals(exposures(network), exposures(halved));
    }
  }

  private static Group halve(Group group) {
    List<Group.Rule> rules = new ArrayList<>();
    for (Group.Rule rule : group.ingress()) {
      if (rule.peer() instanceof Peer.Addresses(AddressSet set)) {
        for (Cidr block : set.cidrs()) {
          for (Cidr half : halves(block)) {
            rules.add(
                Group.Rule.allow(
                    rule.ref(), rule.traffic(), new Peer.Addresses(AddressSet.of(half))));
          }
        }
      } else {
        rules.add(rule);
      }
    }
    return new Group(group.ref(), rules, group.egress());
  }

  private static List<Cidr> halves(Cidr block) {
    if (block.hostBits() == 0) {
      return List.of(block);
    }
    return List.of(
        Cidr.around(block.first(), block.length() + 1),
        Cidr.around(block.last(), block.length() + 1));
  }

  @Test
  void theOrderOfGroupRulesMeansNothing() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Random random = new Random(i);
      Network shuffled = mapGroups(network, group -> shuffle(group, random));
      assertEquals(exposures(network), exposures(shuffled));
    }
  }

  private static Group shuffle(Group group, Random random) {
    List<Group.Rule> ingress = new ArrayList<>(group.ingress());
    List<Group.Rule> egress = new ArrayList<>(group.egress());
    Collections.shuffle(ingress, random);
    Collections.shuffle(egress, random);
    return new Group(group.ref(), ingress, egress);
  }

  @Test
  void oneMoreAllowOnlyGrowsWhatIsExposed() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Traffic traffic = networks.traffic();
      Network wider =
          mapGroups(
              network,
              group -> {
                List<Group.Rule> rules = new ArrayList<>(group.ingress());
                rules.add(Group.Rule.allow(Ref.of("more"), traffic, Peer.of("128.0.0.0/1")));
                return new Group(group.ref(), rules, group.egress());
              });
      assertGrows(exposures(network), exposures(wider));
    }
  }

  @Test
  void aDenialAtTheLowestNumberOnlyShrinksWhatIsExposed() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Network.Builder stricter = network.toBuilder();
      AccessList.Entry deny =
          AccessList.Entry.deny(
              Ref.of("deny"), -1, networks.traffic(), AddressSet.of("64.0.0.0/2", "2600::/12"));
      for (AccessList list : network.accessLists().values()) {
        List<AccessList.Entry> inbound = new ArrayList<>(list.inbound());
        List<AccessList.Entry> outbound = new ArrayList<>(list.outbound());
        (i % 2 == 0 ? inbound : outbound).add(deny);
        stricter.add(new AccessList(list.ref(), inbound, outbound));
      }
      assertGrows(exposures(stricter.build()), exposures(network));
    }
  }

  private static void assertGrows(Map<String, AddressSet> less, Map<String, AddressSet> more) {
    less.forEach(
        (question, sources) ->
            assertTrue(
                more.getOrDefault(question, AddressSet.EMPTY).containsAll(sources), question));
  }

  @Test
  void aComponentThatIsConnectedToNothingChangesNothing() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Network.Builder builder = network.toBuilder();
      builder.add(new RouteTable(Ref.of("island-table"), List.of()));
      builder.add(
          new Realm(
              Ref.of("island"),
              List.of(Cidr.of("10.0.0.0/8")),
              Ref.of("island-table"),
              Optional.empty()));
      builder.add(
          new Subnet(
              Ref.of("island-subnet"), Ref.of("island"), "a", Optional.empty(), Optional.empty()));
      builder.add(
          Interface.host(Ref.of("robinson"), Ref.of("island-subnet"), AddressSet.of("10.0.0.9/32"))
              .withGroups(Ref.of("group0")));
      Map<String, AddressSet> after = exposures(builder.build());
      after.keySet().removeIf(key -> key.startsWith("robinson"));
      assertEquals(exposures(network), after);
    }
  }

  @Test
  void namesMeanNothing() {
    for (int i = 0; i < NETWORKS; i++) {
      Network network = networks.next();
      Map<String, AddressSet> renamed = new HashMap<>();
      exposures(new Renaming(network).renamed())
          .forEach((question, sources) -> renamed.put(question.substring(2), sources));
      assertEquals(exposures(network), renamed);
    }
  }

  @Test
  void twoRunsGiveTheSameAnswerDownToTheOrder() {
    for (int i = 0; i < 5; i++) {
      Network network = networks.next();
      Reachability one = Reachability.of(network);
      Reachability other = Reachability.of(network.toBuilder().build());
      List<Ref> hosts = new ArrayList<>(network.interfaces().keySet());
      hosts.forEach(one::exposure);
      Collections.reverse(hosts);
      for (Ref host : hosts) {
        assertEquals(one.exposure(host).toString(), other.exposure(host).toString());
      }
    }
  }
}

package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was worked out for other networks never shows in what is said of one.
class MemoryTest {

  /// In these networks the same names stand for something else each time, and in each second one all but
  /// one part says what it said before.
  @Test
  void saysOfEachNetworkWhatIsSaidOfItAlone() {
    RandomNetworks networks = new RandomNetworks(20261128, true);
    Memory memory = new Memory();
    for (int i = 0; i < 12; i++) {
      Network network = networks.next();
      assertSame(network, memory);
      Network other = networks.next();
      assertSame(withOneOf(network, other, i), memory);
    }
  }

  /// The network with a part of the other in the place of its own part of that name.
  private static Network withOneOf(Network network, Network other, int which) {
    Network.Builder builder = network.toBuilder();
    return switch (which % 4) {
      case 0 -> builder.add(nth(other.groups(), which)).build();
      case 1 -> builder.add(nth(other.accessLists(), which)).build();
      case 2 -> builder.add(withBlock(nth(network.realms(), which))).build();
      default -> builder.add(without(nth(network.routeTables(), which))).build();
    };
  }

  private static Realm withBlock(Realm realm) {
    List<Cidr> blocks = new ArrayList<>(realm.blocks());
    blocks.add(Cidr.of("10.0.0.192/27"));
    return new Realm(realm.ref(), blocks, realm.mainRoutes(), realm.mainAccessList());
  }

  private static RouteTable without(RouteTable table) {
    return new RouteTable(table.ref(), table.routes().stream().skip(1).toList());
  }

  private static <T> T nth(Map<Ref, T> parts, int n) {
    return List.copyOf(parts.values()).get(n % parts.size());
  }

  private static void assertSame(Network network, Memory memory) {
    Reachability alone = Reachability.of(network);
    Reachability remembering = Reachability.of(network, memory);
    for (Interface to : network.interfaces().values()) {
      assertEquals(alone.exposure(to.ref()), remembering.exposure(to.ref()));
      for (Interface from : network.interfaces().values()) {
        Origin origin = Origin.of(from.ref());
        Answer answer = alone.sessions(origin, to.ref());
        assertEquals(answer, remembering.sessions(origin, to.ref()));
        assertEquals(any(answer), remembering.any(origin, to.ref()));
      }
    }
  }

  private static Verdict any(Answer answer) {
    if (answer.anyAdmitted()) {
      return Verdict.PARTIAL;
    }
    return answer.undecided().isEmpty() ? Verdict.REFUTED : Verdict.UNKNOWN;
  }
}

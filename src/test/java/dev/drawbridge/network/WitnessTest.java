package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What the engine shows for its verdicts: a packet that really fares so, and rules that each really
/// let it in.
class WitnessTest {

  private int admitted;
  private int refused;
  private int rules;

  @Test
  void everyWitnessFaresAsTheEngineSays() {
    RandomNetworks networks = new RandomNetworks(20260180, false);
    for (int i = 0; i < Rounds.of(40); i++) {
      Network network = networks.next();
      Reachability reachability = Reachability.of(network);
      PacketWalker walker = new PacketWalker(network);
      List<Origin> origins = new ArrayList<>(List.of(Origin.INTERNET));
      network.tunnels().keySet().forEach(tunnel -> origins.add(new Origin.Remote(tunnel)));
      network.interfaces().values().stream()
          .filter(host -> host.role() == Interface.Role.HOST)
          .forEach(host -> origins.add(Origin.of(host.ref())));
      for (Origin from : origins) {
        for (Ref to : network.interfaces().keySet()) {
          if (!from.equals(Origin.of(to))) {
            replay(reachability.sessions(from, to), walker);
          }
        }
      }
    }
    assertTrue(!Rounds.areAll() || admitted > 2000, "admitted: " + admitted);
    assertTrue(!Rounds.areAll() || refused > 5000, "refused: " + refused);
  }

  private void replay(Answer answer, PacketWalker walker) {
    for (Way way : answer.ways()) {
      for (Cell cell : way.cells()) {
        Optional<Packet> packet = way.witness(cell);
        // Nobody can send a packet of a protocol that nothing names, and stay unnamed.
        if (packet.isEmpty() || cell.protocol().equals(Protocol.OTHER)) {
          continue;
        }
        boolean completes = walker.completes(answer.from(), packet.get(), answer.to());
        switch (cell) {
          case Cell.Admitted _ -> {
            assertTrue(completes, () -> packet.get() + " " + answer);
            admitted++;
          }
          case Cell.Refused _ -> {
            // One refused on this way may be let through on another.
            boolean elsewhere = OracleTest.admits(answer, packet.get());
            assertEquals(elsewhere, completes, () -> packet.get() + " " + answer);
            refused++;
          }
          case Cell.Undecided _ -> throw new AssertionError("nothing is open in " + answer);
        }
      }
    }
  }

  @Test
  void anyOneOfTheRulesThatAreNamedLetsTheSessionIn() {
    RandomNetworks networks = new RandomNetworks(20260181, true);
    for (int i = 0; i < Rounds.of(30); i++) {
      Network network = networks.next();
      Reachability reachability = Reachability.of(network);
      for (Interface to : network.interfaces().values()) {
        Answer answer = reachability.exposure(to.ref());
        for (Way way : answer.ways()) {
          for (Cell.Admitted cell : way.admitted()) {
            for (Hop hop : cell.hops()) {
              if (hop instanceof Hop.ByGroup(End end, List<Ref> named) && end == End.DESTINATION) {
                way.witness(cell).ifPresent(packet -> alone(network, to, named, packet));
              }
            }
          }
        }
      }
    }
    assertTrue(!Rounds.areAll() || rules > 100, "rules: " + rules);
  }

  private void alone(Network network, Interface to, List<Ref> named, Packet packet) {
    for (Ref kept : named) {
      assertTrue(passes(network, to, packet, rule -> rule.ref().equals(kept)), kept::toString);
      rules++;
    }
    assertFalse(
        passes(network, to, packet, rule -> !named.contains(rule.ref())),
        () -> "none but " + named + " admit " + packet);
  }

  private static boolean passes(
      Network network, Interface to, Packet packet, Predicate<Group.Rule> kept) {
    Network.Builder builder = network.toBuilder();
    for (Group group : network.groupsOf(to)) {
      List<Group.Rule> ingress = group.ingress().stream().filter(kept).toList();
      builder.add(new Group(group.ref(), ingress, group.egress()));
    }
    return OracleTest.admits(Reachability.of(builder.build()).exposure(to.ref()), packet);
  }
}

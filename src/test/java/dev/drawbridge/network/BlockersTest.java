package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A blocker that is named really blocks, and all that block are named.
class BlockersTest {

  private final Map<Class<?>, Integer> removed = new HashMap<>();

  /// One packet, and what is asked of it.
  private record Probe(Origin from, Ref to, Way.Kind kind, Packet packet) {

    /// Why it is refused on its way; empty where it is not.
    Optional<Set<Blocker>> refusal(Network network) {
      Traffic traffic = new Traffic(packet.protocol(), PortSet.of(packet.destinationPort()));
      Set<Blocker> blockers = new LinkedHashSet<>();
      for (Way way : Reachability.of(network).sessions(from, to, traffic).ways()) {
        if (way.kind() == kind && way.family() == packet.source().family()) {
          for (Cell cell : way.cells()) {
            if (cell.sources().contains(packet.source())) {
              if (!(cell instanceof Cell.Refused(var p, var s, var t, List<Blocker> by))) {
                return Optional.empty();
              }
              blockers.addAll(by);
            }
          }
        }
      }
      return Optional.of(blockers);
    }
  }

  @Test
  void takingAwayAnyNamedBlockerChangesTheOutcome() {
    RandomNetworks networks = new RandomNetworks(20260130, true);
    for (int i = 0; i < Rounds.of(60); i++) {
      Network network = i % 3 == 0 ? networks.handing() : networks.next();
      for (Probe probe : probes(network, networks.random())) {
        Optional<Set<Blocker>> before = probe.refusal(network);
        for (Blocker blocker : before.orElse(Set.of())) {
          Optional<Network> without =
              Removal.of(blocker, network, probe.kind, probe.from, probe.to);
          if (without.isPresent()) {
            removed.merge(blocker.getClass(), 1, Integer::sum);
            Optional<Set<Blocker>> after = probe.refusal(without.get());
            assertFalse(after.equals(before), () -> blocker + " of " + before + " for " + probe);
            after.ifPresent(
                left -> assertFalse(left.contains(blocker), () -> blocker + " for " + probe));
          }
        }
      }
    }
    Set<Class<?>> covered = removed.keySet();
    for (Class<?> kind :
        List.of(
            Blocker.NoPublicAddress.class,
            Blocker.NoRule.class,
            Blocker.NoRoute.class,
            Blocker.WrongRoute.class,
            Blocker.DeniedByList.class,
            Blocker.NoListener.class,
            Blocker.NotConnected.class,
            Blocker.TranslatorNotPublic.class)) {
      assertTrue(!Rounds.areAll() || covered.contains(kind), () -> kind + " never met: " + removed);
    }
  }

  @Test
  void takingAwayAllNamedBlockersLetsThePacketPass() {
    RandomNetworks networks = new RandomNetworks(20260131, true);
    int opened = 0;
    int translated = 0;
    for (int i = 0; i < Rounds.of(60); i++) {
      Network network = i % 3 == 0 ? networks.handing() : networks.next();
      for (Probe probe : probes(network, networks.random())) {
        if (network.interfaceOf(probe.to).role() == Interface.Role.TRANSLATOR) {
          continue;
        }
        Network current = network;
        Optional<Set<Blocker>> left = probe.refusal(current);
        // A denial taken away may uncover the next entry of its list, so this takes a few rounds.
        for (int round = 0; round < 12 && left.isPresent() && !left.get().isEmpty(); round++) {
          for (Blocker blocker : left.get()) {
            Optional<Network> without =
                Removal.of(blocker, current, probe.kind, probe.from, probe.to);
            if (without.isPresent()) {
              current = without.get();
            }
          }
          left = probe.refusal(current);
        }
        Optional<Set<Blocker>> rest = left;
        assertTrue(lasting(rest) || gone(probe, rest), () -> probe + ": " + rest);
        if (left.isEmpty()) {
          opened++;
          translated += probe.kind == Way.Kind.TRANSLATED ? 1 : 0;
        }
      }
    }
    assertTrue(!Rounds.areAll() || opened > 300, "opened: " + opened);
    assertTrue(!Rounds.areAll() || translated > 8, "translated: " + translated);
  }

  /// Nothing that may be added to a network brings a translator over into another realm.
  private static boolean lasting(Optional<Set<Blocker>> left) {
    return left.isEmpty()
        || left.get().stream().anyMatch(by -> by instanceof Blocker.TranslatorInOtherRealm);
  }

  /// The route that stands in the way behind a translator may be the one that led into it, where both
  /// subnets have the same table.
  private static boolean gone(Probe probe, Optional<Set<Blocker>> left) {
    return probe.kind == Way.Kind.TRANSLATED && left.equals(Optional.of(Set.of()));
  }

  private static List<Probe> probes(Network network, SplittableRandom random) {
    List<Probe> probes = new ArrayList<>();
    List<Interface> hosts = List.copyOf(network.interfaces().values());
    int[] ports = {22, 80, 443};
    for (int i = 0; i < 12; i++) {
      Interface to = hosts.get(random.nextInt(hosts.size()));
      Interface from = hosts.get(random.nextInt(hosts.size()));
      Origin origin = random.nextInt(3) == 0 ? Origin.INTERNET : Origin.of(from.ref());
      if (from.equals(to) || from.role() == Interface.Role.TRANSLATOR) {
        continue;
      }
      Traffic traffic = Traffic.tcp(ports[random.nextInt(ports.length)]);
      for (Way way : Reachability.of(network).sessions(origin, to.ref(), traffic).ways()) {
        if (!way.refused().isEmpty() && !way.destinations().isEmpty()) {
          Cell cell = way.refused().get(random.nextInt(way.refused().size()));
          way.witness(cell)
              .ifPresent(packet -> probes.add(new Probe(origin, to.ref(), way.kind(), packet)));
        }
      }
    }
    return probes;
  }

  @Test
  void aPartOfTheReturnPortsIsALimitAndNoBlocker() {
    Network network =
        Sample.twoTiers()
            .add(
                new Subnet(
                    Ref.of("public"),
                    Ref.of("vpc"),
                    "a",
                    Optional.of(Ref.of("public-routes")),
                    Optional.of(Ref.of("list"))))
            .add(
                new AccessList(
                    Ref.of("list"),
                    List.of(
                        AccessList.Entry.allow(
                            Ref.of("in"), 100, Traffic.tcp(443), AddressSet.EVERYTHING)),
                    List.of(
                        AccessList.Entry.allow(
                            Ref.of("out"), 100, Traffic.tcp(32768, 65535), AddressSet.EVERYTHING))))
            .build();
    Answer answer =
        Reachability.of(network).sessions(Origin.INTERNET, Sample.WEB, Traffic.tcp(443));
    assertEquals(Verdict.PARTIAL, answer.verdict());
    assertEquals(PortSet.of(32768, 65535), answer.admitted().getFirst().returnPorts());
    assertEquals(
        Set.of(
            new Blocker.DeniedByList(
                Leg.RETURN,
                Border.OUTBOUND,
                Ref.of("public"),
                Ref.of("list"),
                Optional.empty(),
                PortSet.of(1024, 32767))),
        answer.blockers());
  }
}

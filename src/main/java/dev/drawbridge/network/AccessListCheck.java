package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The border of a subnet, one way: entries take their ports in order from what is undecided yet.
final class AccessListCheck implements Check {

  private record Key(Protocol protocol, BitSet matching) {}

  private final Leg leg;
  private final Seat seat;
  private final Border border;
  private final Ref subnet;
  private final Ref list;
  private final List<AccessList.Entry> entries;
  private final Map<Key, Ruling> rulings = new HashMap<>();

  AccessListCheck(AccessList list, Ref subnet, Border border, Leg leg, Seat seat) {
    this.leg = leg;
    this.seat = seat;
    this.border = border;
    this.subnet = subnet;
    this.list = list.ref();
    this.entries = border == Border.INBOUND ? list.inbound() : list.outbound();
  }

  @Override
  public Leg leg() {
    return leg;
  }

  @Override
  public Seat seat() {
    return seat;
  }

  @Override
  public void borders(Consumer<AddressSet> sets) {
    entries.forEach(entry -> sets.accept(entry.peers()));
  }

  @Override
  public void protocols(Set<Protocol> named) {
    entries.forEach(entry -> named.add(entry.traffic().protocol()));
  }

  @Override
  public Ruling rule(Address address, Protocol protocol) {
    BitSet matching = new BitSet(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      AccessList.Entry entry = entries.get(i);
      if (!entry.traffic().portsOf(protocol).isEmpty() && entry.peers().contains(address)) {
        matching.set(i);
      }
    }
    return rulings.computeIfAbsent(new Key(protocol, matching), this::decide);
  }

  /// Ports on which doubtful entries may have decided already.
  ///
  /// @param allowing whether one of them allows
  /// @param denying whether one of them denies
  private record Tainted(PortSet ports, boolean allowing, boolean denying, Set<Unknown> unknowns) {

    Tainted on(PortSet others) {
      return new Tainted(others, allowing, denying, unknowns);
    }
  }

  private Ruling decide(Key key) {
    List<Ruling.Part> parts = new ArrayList<>();
    List<Tainted> open = List.of(new Tainted(PortSet.ALL, false, false, Set.of()));
    for (int i = key.matching.nextSetBit(0); i >= 0; i = key.matching.nextSetBit(i + 1)) {
      AccessList.Entry entry = entries.get(i);
      PortSet ports = entry.traffic().portsOf(key.protocol);
      List<Tainted> next = new ArrayList<>();
      for (Tainted before : open) {
        PortSet matched = before.ports.intersect(ports);
        PortSet rest = before.ports.minus(ports);
        if (!rest.isEmpty()) {
          next.add(before.on(rest));
        }
        if (!matched.isEmpty()) {
          if (entry.doubts().isEmpty()) {
            parts.add(settle(before.on(matched), entry.action(), Optional.of(entry)));
          } else {
            next.add(taint(before.on(matched), entry));
          }
        }
      }
      open = next;
    }
    for (Tainted rest : open) {
      parts.add(settle(rest, AccessList.Action.DENY, Optional.empty()));
    }
    return new Ruling(parts);
  }

  private static Tainted taint(Tainted before, AccessList.Entry entry) {
    Set<Unknown> unknowns = new LinkedHashSet<>(before.unknowns);
    unknowns.addAll(entry.doubts());
    boolean allows = entry.action() == AccessList.Action.ALLOW;
    return new Tainted(
        before.ports, before.allowing || allows, before.denying || !allows, unknowns);
  }

  private Ruling.Part settle(
      Tainted open, AccessList.Action action, Optional<AccessList.Entry> entry) {
    boolean allows = action == AccessList.Action.ALLOW;
    boolean contested = allows ? open.denying : open.allowing;
    Opinion opinion;
    if (contested) {
      opinion = new Opinion.Doubts(List.copyOf(open.unknowns));
    } else if (allows) {
      AccessList.Entry by = entry.orElseThrow();
      opinion =
          new Opinion.Admits(
              new Hop.ByAccessList(leg, border, subnet, list, by.ref(), by.number(), open.ports));
    } else {
      opinion =
          new Opinion.Refuses(
              new Blocker.DeniedByList(
                  leg, border, subnet, list, entry.map(AccessList.Entry::ref), open.ports));
    }
    return new Ruling.Part(open.ports, opinion);
  }
}

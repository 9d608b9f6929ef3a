package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The groups that one interface bears, of which there are some: they admit what any of their rules
/// admits. They are stateful: answers are not asked.
final class GroupCheck implements Check {

  /// Those at the other end, as far as rules may know them by their groups.
  ///
  /// @param doubts with any, they may bear further groups
  record Counterpart(List<Ref> groups, List<Unknown> doubts) {

    /// Someone who is known by an address only.
    static final Counterpart STRANGER = new Counterpart(List.of(), List.of());

    static Counterpart of(Interface host) {
      return new Counterpart(host.groups(), host.doubts());
    }
  }

  private record Key(Protocol protocol, BitSet matching) {}

  private final GroupPost post;
  private final Seat seat;
  private final List<Ref> groups;
  private final List<Unknown> doubts;
  private final List<Group.Rule> rules = new ArrayList<>();
  private final Counterpart counterpart;
  private final Map<Key, Ruling> rulings = new HashMap<>();

  /// @param doubts with any, the bearer may bear further groups
  GroupCheck(
      GroupPost post,
      Seat seat,
      List<Group> groups,
      List<Unknown> doubts,
      Counterpart counterpart) {
    this.post = post;
    this.seat = seat;
    this.groups = groups.stream().map(Group::ref).toList();
    this.doubts = doubts;
    this.counterpart = counterpart;
    for (Group group : groups) {
      rules.addAll(post.rules(group));
    }
  }

  @Override
  public Leg leg() {
    return Leg.FORWARD;
  }

  @Override
  public Seat seat() {
    return seat;
  }

  @Override
  public void borders(Consumer<AddressSet> sets) {
    rules.forEach(rule -> sets.accept(rule.peer().addresses()));
  }

  @Override
  public void protocols(Set<Protocol> named) {
    rules.forEach(rule -> named.add(rule.traffic().protocol()));
  }

  @Override
  public Ruling rule(Address address, Protocol protocol) {
    BitSet matching = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      Group.Rule rule = rules.get(i);
      if (!rule.traffic().portsOf(protocol).isEmpty() && mayMatch(rule.peer(), address)) {
        matching.set(i);
      }
    }
    return rulings.computeIfAbsent(new Key(protocol, matching), this::decide);
  }

  private boolean mayMatch(Peer peer, Address address) {
    return switch (peer) {
      case Peer.Addresses(AddressSet set) -> set.contains(address);
      case Peer.Listed(Ref list, AddressSet set) -> set.contains(address);
      case Peer.Members(Ref group) ->
          counterpart.groups.contains(group) || !counterpart.doubts.isEmpty();
    };
  }

  /// What a rule that may match hangs on; empty where it matches for certain.
  private List<Unknown> doubtsOf(Group.Rule rule) {
    boolean guessed =
        rule.peer() instanceof Peer.Members(Ref group) && !counterpart.groups.contains(group);
    if (!guessed) {
      return rule.doubts();
    }
    List<Unknown> both = new ArrayList<>(rule.doubts());
    both.addAll(counterpart.doubts);
    return both;
  }

  /// Ports on which the same rules match.
  private record Matched(PortSet ports, List<Ref> admitting, Set<Unknown> unknowns) {}

  private Ruling decide(Key key) {
    List<Matched> pieces =
        List.of(new Matched(PortSet.ALL, List.of(), new LinkedHashSet<>(doubts)));
    for (int i = key.matching.nextSetBit(0); i >= 0; i = key.matching.nextSetBit(i + 1)) {
      Group.Rule rule = rules.get(i);
      PortSet ports = rule.traffic().portsOf(key.protocol);
      List<Matched> next = new ArrayList<>();
      for (Matched piece : pieces) {
        PortSet matched = piece.ports.intersect(ports);
        PortSet rest = piece.ports.minus(ports);
        if (!rest.isEmpty()) {
          next.add(new Matched(rest, piece.admitting, piece.unknowns));
        }
        if (!matched.isEmpty()) {
          next.add(with(rule, piece, matched));
        }
      }
      pieces = next;
    }
    return new Ruling(
        pieces.stream().map(piece -> new Ruling.Part(piece.ports, opinion(piece))).toList());
  }

  private Matched with(Group.Rule rule, Matched piece, PortSet ports) {
    List<Ref> admitting = new ArrayList<>(piece.admitting);
    Set<Unknown> unknowns = new LinkedHashSet<>(piece.unknowns);
    List<Unknown> hangsOn = doubtsOf(rule);
    if (hangsOn.isEmpty()) {
      admitting.add(rule.ref());
    } else {
      unknowns.addAll(hangsOn);
    }
    return new Matched(ports, admitting, unknowns);
  }

  private Opinion opinion(Matched piece) {
    if (!piece.admitting.isEmpty()) {
      return new Opinion.Admits(post.hop(piece.admitting));
    }
    return piece.unknowns.isEmpty()
        ? new Opinion.Refuses(post.blocker(groups))
        : new Opinion.Doubts(List.copyOf(piece.unknowns));
  }
}

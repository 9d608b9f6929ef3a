package dev.drawbridge.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Works out a [Spread], breadth first: all that is certain to the end, then what may be besides.
/// Interfaces that are alike are tried once, and opened from once.
final class Spreading {

  private final Reachability reachability;
  private final Neighbourhood neighbourhood;
  private final Likeness likeness;
  private final Collection<Origin> origins;
  private final Set<Ref> began = new HashSet<>();
  private final Set<Ref> openedFrom = new HashSet<>();
  private final Deque<Origin> queue = new ArrayDeque<>();
  private final Map<Ref, Spread.Entry> certain = new LinkedHashMap<>();
  private final Map<Ref, Spread.Entry> doubtful = new LinkedHashMap<>();
  private final Map<Ref, Spread.Entry> possible = new LinkedHashMap<>();
  private final Map<Ref, Set<Relay>> pending = new HashMap<>();
  private boolean certainly = true;

  private Spreading(
      Collection<Origin> origins, Reachability reachability, Neighbourhood neighbourhood) {
    this.origins = origins;
    this.reachability = reachability;
    this.neighbourhood = neighbourhood;
    this.likeness = neighbourhood.likeness();
  }

  static Spread from(
      Collection<Origin> origins, Reachability reachability, Neighbourhood neighbourhood) {
    return new Spreading(origins, reachability, neighbourhood).run();
  }

  private Spread run() {
    for (Origin origin : origins) {
      if (origin instanceof Origin.Host(Ref host)) {
        began.add(host);
      }
    }
    origins.forEach(this::enqueue);
    drain();
    certainly = false;
    // What was doubtful seen from certain ground may have been reached for certain since.
    Map<Ref, Spread.Entry> seeds = new LinkedHashMap<>(doubtful);
    seeds.forEach((host, entry) -> reach(host, entry, false));
    drain();
    return new Spread(reachability, origins, certain, possible);
  }

  private void drain() {
    while (!queue.isEmpty()) {
      openFrom(queue.remove());
    }
  }

  private void enqueue(Origin origin) {
    if (!(origin instanceof Origin.Host(Ref host)) || openedFrom.add(likeness.speaker(host))) {
      queue.add(origin);
    }
  }

  private void openFrom(Origin origin) {
    for (Interface candidate : neighbourhood.candidates(origin)) {
      List<Ref> open = openMembers(candidate.ref(), origin);
      boolean itself = origin.equals(Origin.of(candidate.ref()));
      boolean passesOn = !itself && !pendingOf(candidate.ref()).isEmpty();
      if (!open.isEmpty() || passesOn) {
        Ref to = passesOn ? candidate.ref() : open.getFirst();
        Answer answer = reachability.sessions(origin, to);
        boolean sure = answer.anyAdmitted();
        if (sure || !answer.undecided().isEmpty()) {
          Spread.Entry entry = new Spread.Entry(origin, List.of());
          open.forEach(member -> reach(member, entry, sure));
        }
        if (passesOn) {
          passOn(to, answer, new Spread.Entry(origin, List.of()), true);
        }
      }
    }
  }

  /// Those of a class that are not got hold of yet.
  private List<Ref> openMembers(Ref speaker, Origin origin) {
    List<Ref> open = new ArrayList<>();
    for (Ref member : likeness.alike(speaker)) {
      boolean reached =
          began.contains(member)
              || certain.containsKey(member)
              || !certainly && possible.containsKey(member);
      if (!reached && !origin.equals(Origin.of(member))) {
        open.add(member);
      }
    }
    return open;
  }

  /// What a node has not passed on yet.
  private Set<Relay> pendingOf(Ref node) {
    return pending.computeIfAbsent(
        node,
        key ->
            reachability
                .balancerOf(key)
                .map(Balancer::ref)
                .map(reachability::relaysOf)
                .orElse(List.of())
                .stream()
                .filter(relay -> relay.node().equals(key))
                .filter(relay -> relay.verdict() != Verdict.REFUTED)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /// Follows what a node passes on of the sessions that get to it.
  private void passOn(Ref node, Answer arriving, Spread.Entry entry, boolean sure) {
    for (Relay relay : List.copyOf(pendingOf(node))) {
      boolean seen = entry.relays().stream().anyMatch(before -> before.node().equals(node));
      Verdict arrival = arriving.verdict(relay.incoming());
      if (seen || arrival == Verdict.REFUTED) {
        continue;
      }
      Verdict passing = relay.from(arriving).verdict();
      Answer delivery = reachability.delivery(relay, arriving);
      if (passing == Verdict.REFUTED || delivery.verdict() == Verdict.REFUTED) {
        continue;
      }
      boolean surely = sure && arrival.isSome() && passing.isSome() && delivery.verdict().isSome();
      List<Relay> relays = new ArrayList<>(entry.relays());
      relays.add(relay);
      Spread.Entry longer = new Spread.Entry(entry.from(), relays);
      if (surely || !certainly) {
        pendingOf(node).remove(relay);
      }
      reach(relay.target(), longer, surely);
      passOn(relay.target(), delivery, longer, surely);
    }
  }

  /// Takes over an interface. A node of a balancer is reached, but nobody opens sessions from it
  /// beyond those it passes on.
  private void reach(Ref host, Spread.Entry entry, boolean sure) {
    if (began.contains(host) || certain.containsKey(host)) {
      return;
    }
    if (certainly && !sure) {
      doubtful.putIfAbsent(host, entry);
      return;
    }
    Map<Ref, Spread.Entry> reached = certainly ? certain : possible;
    if (reached.putIfAbsent(host, entry) == null && reachability.balancerOf(host).isEmpty()) {
      enqueue(Origin.of(host));
    }
  }
}

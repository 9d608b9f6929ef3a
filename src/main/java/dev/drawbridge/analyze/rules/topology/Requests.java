package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Talk;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// How requests of the internet get from interface to interface. Looked at backwards, from where
/// they end up, so that only what leads there is looked at, and every session once.
final class Requests {
  /// An interface that requests come from.
  ///
  /// @param certain whether they come for certain, or hang on inputs that are not resolved
  private record Sender(Ref face, boolean certain) {}

  private final Subject subject;
  private final Map<Ref, List<Sender>> senders = new HashMap<>();
  private final Map<Ref, Verdict> entries = new HashMap<>();

  Requests(Subject subject) {
    this.subject = subject;
  }

  /// The shortest way of requests from the internet to any of some interfaces, the goal first; empty
  /// where none is certain.
  Optional<List<Ref>> way(List<Ref> goals) {
    Map<Ref, Ref> next = new LinkedHashMap<>();
    Deque<Ref> open = new ArrayDeque<>();
    for (Ref goal : goals) {
      if (next.putIfAbsent(goal, goal) == null) {
        open.add(goal);
      }
    }
    while (!open.isEmpty()) {
      Ref at = open.remove();
      if (entry(at).isSome()) {
        return Optional.of(back(next, at));
      }
      for (Sender sender : senders(at)) {
        if (sender.certain() && next.putIfAbsent(sender.face(), at) == null) {
          open.add(sender.face());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Ref> back(Map<Ref, Ref> next, Ref entry) {
    List<Ref> way = new ArrayList<>();
    Ref at = entry;
    while (true) {
      way.addFirst(at);
      Ref goal = next.getOrDefault(at, at);
      if (goal.equals(at)) {
        return way;
      }
      at = goal;
    }
  }

  /// What becomes of requests to some interfaces when others are gone.
  ///
  /// @param survive whether any still may get there
  /// @param cut those that are gone and were the last on the way
  record Loss(boolean survive, Set<Ref> cut) {}

  /// @param gone never asked of the goals themselves
  Loss without(List<Ref> goals, Predicate<Ref> gone) {
    Set<Ref> seen = new HashSet<>(goals);
    Set<Ref> cut = new LinkedHashSet<>();
    Deque<Ref> open = new ArrayDeque<>(goals);
    while (!open.isEmpty()) {
      Ref at = open.remove();
      if (entry(at) != Verdict.REFUTED) {
        return new Loss(true, Set.of());
      }
      for (Sender sender : senders(at)) {
        if (gone.test(sender.face())) {
          cut.add(sender.face());
        } else if (seen.add(sender.face())) {
          open.add(sender.face());
        }
      }
    }
    return new Loss(false, cut);
  }

  /// Whether the internet opens sessions with the interface itself.
  private Verdict entry(Ref face) {
    Verdict known = entries.get(face);
    if (known == null) {
      Optional<Component> component = subject.componentOfFace(face);
      component.ifPresent(
          of -> subject.exposure(of).answers().forEach(a -> entries.put(a.to(), a.verdict())));
      known = entries.getOrDefault(face, Verdict.REFUTED);
      entries.put(face, known);
    }
    return known;
  }

  private List<Sender> senders(Ref face) {
    List<Sender> known = senders.get(face);
    if (known == null) {
      known = new ArrayList<>();
      for (Relay relay : subject.relaysTo(face)) {
        Verdict verdict = delivered(relay);
        if (verdict != Verdict.REFUTED) {
          known.add(new Sender(relay.node(), verdict.isSome()));
        }
      }
      Optional<Component> component = subject.componentOfFace(face);
      if (component.isPresent()) {
        called(face, component.get(), known);
      }
      senders.put(face, known);
    }
    return known;
  }

  /// Where the target sees the client's own address, it is for other rules to say whether it admits
  /// that.
  private Verdict delivered(Relay relay) {
    if (relay.verdict() == Verdict.REFUTED || relay.keepsClientAddress()) {
      return relay.verdict();
    }
    Verdict session =
        subject
            .delivery(relay, new Answer(Origin.INTERNET, relay.node(), List.of(), List.of()))
            .verdict();
    return session.compareTo(relay.verdict()) > 0 ? session : relay.verdict();
  }

  /// Load balancers open no sessions but those that they pass on, and data stores none that serve
  /// requests.
  private void called(Ref face, Component component, List<Sender> senders) {
    for (Talk talk : subject.talks(component)) {
      if (talk.from().sort() == Component.Sort.HOSTS) {
        for (Ref host : faces(talk.from())) {
          Verdict verdict = subject.anySession(host, face);
          if (verdict != Verdict.REFUTED) {
            senders.add(new Sender(host, verdict.isSome()));
          }
        }
      }
    }
  }

  static List<Ref> faces(Component component) {
    return component.faces().stream().map(Standing.Face::ref).toList();
  }
}

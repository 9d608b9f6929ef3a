package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How requests of the internet get from interface to interface. Looked at backwards, from where
/// they end up, so that only what leads there is looked at, and every session once.
public final class Requests {
  /// An interface that requests come from.
  ///
  /// @param certain whether they come for certain, or hang on inputs that are not resolved
  private record Sender(Ref face, boolean certain) {}

  private final Subject subject;
  private final Map<Ref, Senders> senders = new HashMap<>();
  private final Map<Ref, Verdict> entries = new HashMap<>();

  public Requests(Subject subject) {
    this.subject = subject;
  }

  /// A way of requests from the internet to any of some interfaces, the goal first; empty where none is
  /// certain.
  public Optional<List<Ref>> way(List<Ref> goals) {
    return walk(goals, Verdict::isSome, Sender::certain);
  }

  /// As [#way], for requests that get along without some interfaces.
  ///
  /// @param gone never asked of the goals themselves
  public Optional<List<Ref>> way(List<Ref> goals, Predicate<Ref> gone) {
    return walk(goals, Verdict::isSome, sender -> sender.certain() && !gone.test(sender.face()));
  }

  /// What becomes of requests to some interfaces when others are gone.
  ///
  /// @param survive whether any still may get there
  /// @param cut those that are gone and were the last on the way
  public record Loss(boolean survive, Set<Ref> cut) {}

  /// @param gone never asked of the goals themselves
  public Loss without(List<Ref> goals, Predicate<Ref> gone) {
    Set<Ref> cut = new LinkedHashSet<>();
    boolean survive =
        walk(
                goals,
                verdict -> verdict != Verdict.REFUTED,
                sender -> {
                  if (gone.test(sender.face())) {
                    cut.add(sender.face());
                    return false;
                  }
                  return true;
                })
            .isPresent();
    return new Loss(survive, survive ? Set.of() : cut);
  }

  /// Goes from the goals to those who send to them, and on to those who send to these, until it is where
  /// the internet gets in. First further, then to the side: most ways lead there soon, and whom else
  /// somebody hears from need not be found out.
  ///
  /// @param in whether the internet gets in where it has this to say
  /// @param open whether requests of a sender count
  /// @return the way from a goal to there
  private Optional<List<Ref>> walk(List<Ref> goals, Predicate<Verdict> in, Predicate<Sender> open) {
    Set<Ref> seen = new HashSet<>(goals);
    for (Ref goal : goals) {
      Deque<Step> way = new ArrayDeque<>();
      way.addLast(new Step(goal));
      while (!way.isEmpty()) {
        Step at = way.getLast();
        if (at.next == 0 && in.test(entry(at.face))) {
          return Optional.of(way.stream().map(step -> step.face).toList());
        }
        Sender sender = senders(at.face).get(at.next++);
        if (sender == null) {
          way.removeLast();
        } else if (open.test(sender) && seen.add(sender.face())) {
          way.addLast(new Step(sender.face()));
        }
      }
    }
    return Optional.empty();
  }

  /// Where a walk is on its way, and which sender is to be looked at next.
  private static final class Step {
    private final Ref face;
    private int next;

    Step(Ref face) {
      this.face = face;
    }
  }

  /// Those who send requests to an interface, each asked after when somebody gets to it.
  private static final class Senders {
    private final List<Sender> found = new ArrayList<>();
    private final Iterator<Candidate> candidates;

    Senders(List<Candidate> candidates) {
      this.candidates = candidates.iterator();
    }

    /// Null where there are no more.
    @Nullable Sender get(int index) {
      while (found.size() <= index && candidates.hasNext()) {
        Candidate candidate = candidates.next();
        Verdict verdict = candidate.verdict().get();
        if (verdict != Verdict.REFUTED) {
          found.add(new Sender(candidate.face(), verdict.isSome()));
        }
      }
      return index < found.size() ? found.get(index) : null;
    }
  }

  /// An interface that may be a sender.
  private record Candidate(Ref face, Supplier<Verdict> verdict) {}

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

  private Senders senders(Ref face) {
    Senders known = senders.get(face);
    if (known == null) {
      List<Candidate> candidates = new ArrayList<>();
      for (Relay relay : subject.relaysTo(face)) {
        candidates.add(new Candidate(relay.node(), () -> delivered(relay)));
      }
      subject.componentOfFace(face).ifPresent(component -> callers(face, component, candidates));
      known = new Senders(candidates);
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
  private void callers(Ref face, Component component, List<Candidate> candidates) {
    for (Talk talk : subject.talks(component)) {
      if (talk.from().sort() == Component.Sort.HOSTS) {
        for (Ref host : faces(talk.from())) {
          candidates.add(new Candidate(host, () -> subject.anySession(host, face)));
        }
      }
    }
  }

  public static List<Ref> faces(Component component) {
    return component.faces().stream().map(Standing.Face::ref).toList();
  }
}

package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A way through load balancers on which requests do not get all the way, session by session.
public record Detour(List<Leg> legs) {
  /// One session.
  ///
  /// @param to where it leads
  /// @param verdict whether it completes
  /// @param blockers all that keeps it from that
  /// @param unknown the inputs that this hangs on
  public record Leg(Hop to, Verdict verdict, List<Cause> blockers, List<Cause> unknown) {
    public Leg {
      blockers = List.copyOf(blockers);
      unknown = List.copyOf(unknown);
    }

    /// What is known of the same session between other interfaces of the same components: it
    /// completes where one pair manages, and otherwise each pair's blockers count.
    private Leg or(Leg other) {
      if (verdict != other.verdict) {
        return rank(verdict) < rank(other.verdict) ? this : other;
      }
      return new Leg(to, verdict, joined(blockers, other.blockers), joined(unknown, other.unknown));
    }

    private static int rank(Verdict verdict) {
      return switch (verdict) {
        case PROVEN -> 0;
        case UNKNOWN -> 1;
        case REFUTED -> 2;
      };
    }

    private static List<Cause> joined(List<Cause> one, List<Cause> other) {
      Set<Cause> all = new LinkedHashSet<>(one);
      all.addAll(other);
      return List.copyOf(all);
    }
  }

  public Detour {
    legs = List.copyOf(legs);
  }

  /// The inputs that it hangs on whether requests pass; empty where they certainly do not.
  public List<Cause> unknown() {
    return legs.stream().anyMatch(leg -> leg.verdict() == Verdict.REFUTED)
        ? List.of()
        : legs.stream().flatMap(leg -> leg.unknown().stream()).distinct().toList();
  }

  /// One for each chain of components that the paths lead over.
  static List<Detour> of(List<Path> paths, Subject subject) {
    Explain explain = new Explain(subject);
    Map<List<String>, List<Leg>> byChain = new LinkedHashMap<>();
    for (Path path : paths) {
      subject.goOn();
      List<Leg> legs =
          path.steps().stream()
              .map(
                  step ->
                      new Leg(
                          explain.station(step.answer()),
                          verdict(step.verdict()),
                          explain.blockers(step),
                          step.unknowns().stream().map(explain::unknown).toList()))
              .toList();
      byChain.merge(chain(path, subject), legs, Detour::merged);
    }
    return byChain.values().stream().map(Detour::new).toList();
  }

  private static List<String> chain(Path path, Subject subject) {
    List<String> chain = new ArrayList<>();
    for (Path.Step step : path.steps()) {
      Ref to = step.answer().to();
      chain.add(subject.componentOfFace(to).map(Component::id).orElse(to.id()));
      chain.add(step.answer().asked().toString());
    }
    return chain;
  }

  private static List<Leg> merged(List<Leg> one, List<Leg> other) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      legs.add(one.get(i).or(other.get(i)));
    }
    return legs;
  }

  private static Verdict verdict(dev.drawbridge.network.Verdict verdict) {
    return switch (verdict) {
      case PROVEN, PARTIAL -> Verdict.PROVEN;
      case UNKNOWN -> Verdict.UNKNOWN;
      case REFUTED -> Verdict.REFUTED;
    };
  }
}

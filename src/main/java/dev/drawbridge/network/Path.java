package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A way for requests to get from an origin to an interface, session by session.
public record Path(List<Step> steps) {

  public Path {
    steps = List.copyOf(steps);
  }

  /// One session of a path.
  ///
  /// @param answer whether the session completes
  /// @param relay the balancer that opens it on behalf of the session before
  public record Step(Answer answer, Optional<Relay> relay) {

    /// Whether requests get over this step.
    public Verdict verdict() {
      Verdict session = answer.verdict();
      Verdict passing = relay.map(Relay::verdict).orElse(Verdict.PROVEN);
      return worse(session, passing);
    }

    /// All that blocks this step.
    public Set<Blocker> blockers() {
      Set<Blocker> blockers = new LinkedHashSet<>();
      relay.ifPresent(by -> blockers.addAll(by.blockers()));
      blockers.addAll(answer.blockers());
      return blockers;
    }

    /// The inputs that this step hangs on.
    public Set<Unknown> unknowns() {
      Set<Unknown> unknowns = new LinkedHashSet<>();
      relay.ifPresent(by -> unknowns.addAll(by.unknowns()));
      unknowns.addAll(answer.unknowns());
      return unknowns;
    }
  }

  static Path direct(Answer answer) {
    return new Path(List.of(new Step(answer, Optional.empty())));
  }

  Path through(Relay relay, Answer delivery) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(delivery, Optional.of(relay)));
    return new Path(longer);
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// Whether requests get all the way: no better than the worst of its steps.
  public Verdict verdict() {
    return steps.stream().map(Step::verdict).reduce(Verdict.PROVEN, Path::worse);
  }

  /// Whether any request gets all the way for certain.
  public boolean passes() {
    return verdict().isSome();
  }

  /// The interfaces it leads over, the last of which is where it leads to.
  public List<Ref> stations() {
    return steps.stream().map(step -> step.answer().to()).toList();
  }
}

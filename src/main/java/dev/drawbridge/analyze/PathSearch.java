package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Looks for a way from one component to another, or for all that blocks it.
final class PathSearch {
  private final Subject subject;

  PathSearch(Subject subject) {
    this.subject = subject;
  }

  /// Whether packets get from one element to another, through load balancers too.
  ///
  /// @param from the internet, a component, or what stands in a data centre
  /// @param asked of one protocol; the ports are those of the target
  TrafficPaths.Answer path(ElementId from, ElementId to, Traffic asked) {
    Optional<Node> caller = onPremises(from);
    Optional<Node> called = onPremises(to);
    if (caller.isPresent() || called.isPresent()) {
      return overTheBorder(from, caller, to, called, asked);
    }
    boolean fromInternet = isInternet(from);
    Optional<Component> source = subject.component(from);
    Optional<Component> target = subject.component(to);
    List<Cause> absent = new ArrayList<>();
    if (!fromInternet && source.isEmpty()) {
      absent.add(noInterfaces(from));
    }
    if (target.isEmpty()) {
      absent.add(noInterfaces(to));
    }
    return absent.isEmpty()
        ? path(fromInternet ? Optional.empty() : source, target.orElseThrow(), asked)
        : TrafficPaths.Answer.refused(absent);
  }

  private Optional<Node> onPremises(ElementId id) {
    return subject.document().findNode(id).filter(DataCentres::holds);
  }

  /// Between a data centre and a component. What does not pass through AWS is not known here.
  private TrafficPaths.Answer overTheBorder(
      ElementId from, Optional<Node> caller, ElementId to, Optional<Node> called, Traffic asked) {
    DataCentres centres = subject.dataCentres();
    ElementId near = caller.isPresent() ? to : from;
    Optional<Component> component = subject.component(near);
    Node far = caller.or(() -> called).orElseThrow();
    List<Origin.Remote> tunnels = centres.at(far);
    List<Cause> absent = new ArrayList<>();
    if (component.isEmpty()) {
      absent.add(noInterfaces(near));
    } else if (component.get().faces().isEmpty()) {
      absent.add(nowhere(component.get()));
    }
    centres.absence(far).ifPresent(absent::add);
    if (!absent.isEmpty()) {
      return TrafficPaths.Answer.refused(absent);
    }
    Component one = component.orElseThrow();
    return caller.isPresent()
        ? fromThere(
            far,
            answer(
                t -> centres.calling(tunnels, one, Optional.of(t)),
                () -> subject.paths(List.copyOf(tunnels), one),
                asked))
        : toThere(far, answer(t -> centres.called(one, tunnels, Optional.of(t)), List::of, asked));
  }

  /// The way begins at what was asked about, whichever data centre that stands in.
  private TrafficPaths.Answer fromThere(Node far, TrafficPaths.Answer answer) {
    List<Hop> hops = new ArrayList<>(answer.hops());
    if (!hops.isEmpty()) {
      hops.set(0, at(far, hops.getFirst()));
    }
    return answer.along(hops);
  }

  private TrafficPaths.Answer toThere(Node far, TrafficPaths.Answer answer) {
    List<Hop> hops = new ArrayList<>(answer.hops());
    if (!hops.isEmpty()) {
      hops.set(hops.size() - 1, at(far, hops.getLast()));
    }
    return answer.along(hops);
  }

  private Hop at(Node far, Hop hop) {
    return new Hop(subject.label(far), far.id(), hop.port(), hop.admitted());
  }

  TrafficPaths.Answer fromInternet(ElementId to, Traffic asked) {
    return subject
        .component(to)
        .map(target -> path(Optional.empty(), target, asked))
        .orElseGet(() -> TrafficPaths.Answer.refused(List.of(noInterfaces(to))));
  }

  /// Whether packets get from one component to another, through load balancers too.
  ///
  /// @param from empty for the internet
  /// @param asked of one protocol; the ports are those of the target
  TrafficPaths.Answer path(Optional<Component> from, Component to, Traffic asked) {
    List<Cause> nowhere = new ArrayList<>();
    from.filter(source -> source.faces().isEmpty()).ifPresent(one -> nowhere.add(nowhere(one)));
    if (to.faces().isEmpty()) {
      nowhere.add(nowhere(to));
    }
    if (!nowhere.isEmpty()) {
      return TrafficPaths.Answer.refused(nowhere);
    }
    return answer(t -> direct(from, to, t), () -> subject.paths(origins(from), to), asked);
  }

  /// @param directly tells what passes without a load balancer
  /// @param ways all ways, asked for where nothing does
  private TrafficPaths.Answer answer(
      Function<Traffic, Exposure> directly, Supplier<List<Path>> ways, Traffic asked) {
    Exposure direct = directly.apply(asked);
    Explain explain = new Explain(subject);
    Optional<Exposure.Opening> opening = direct.opening(_ -> true);
    if (opening.isPresent()) {
      return TrafficPaths.Answer.passing(
          explain.path(opening.get()), explain.limits(opening.get().answer(), asked));
    }
    List<Path> through = ways.get().stream().filter(path -> path.steps().size() > 1).toList();
    for (Path path : through) {
      if (path.passes() && delivers(path, asked)) {
        return TrafficPaths.Answer.passing(explain.path(path), limits(explain, path));
      }
    }
    List<Detour> detours =
        Detour.of(through.stream().filter(path -> delivers(path, asked)).toList(), subject);
    Set<Cause> unknown = new LinkedHashSet<>();
    direct.unknowns().forEach(input -> unknown.add(explain.unknown(input)));
    detours.forEach(detour -> unknown.addAll(detour.unknown()));
    return new TrafficPaths.Answer(
        unknown.isEmpty() ? Verdict.REFUTED : Verdict.UNKNOWN,
        List.of(),
        List.of(),
        explain.blockers(direct, asked),
        detours,
        List.copyOf(unknown),
        elsewhere(directly, through, asked));
  }

  /// The ports on which something does pass, where nothing does on those that were asked about.
  private static PortSet elsewhere(
      Function<Traffic, Exposure> directly, List<Path> through, Traffic asked) {
    if (asked.ports().equals(PortSet.ALL)) {
      return PortSet.EMPTY;
    }
    PortSet open =
        directly
            .apply(Traffic.all(asked.protocol()))
            .ports()
            .getOrDefault(asked.protocol(), PortSet.EMPTY);
    for (Path path : through) {
      for (Traffic delivered : path.steps().getLast().answer().asked()) {
        if (path.passes() && delivered.protocol().equals(asked.protocol())) {
          open = open.union(delivered.ports());
        }
      }
    }
    return open;
  }

  private Exposure direct(Optional<Component> from, Component to, Traffic asked) {
    return from.isPresent()
        ? subject.sessions(from.get(), to, asked)
        : subject.fromInternet(to, asked);
  }

  private static List<Origin> origins(Optional<Component> from) {
    return from.isEmpty()
        ? List.of(Origin.INTERNET)
        : from.get().faces().stream().map(face -> Origin.of(face.ref())).toList();
  }

  private static List<Cause> limits(Explain explain, Path path) {
    Set<Cause> limits = new LinkedHashSet<>();
    for (Path.Step step : path.steps()) {
      limits.addAll(explain.limits(step.answer(), step.answer().asked().getFirst()));
    }
    return List.copyOf(limits);
  }

  /// Whether the last session of a path is one that was asked for.
  private static boolean delivers(Path path, Traffic asked) {
    return path.steps().getLast().answer().asked().stream()
        .anyMatch(
            traffic ->
                traffic.protocol().equals(asked.protocol())
                    && traffic.ports().overlaps(asked.ports()));
  }

  private boolean isInternet(ElementId id) {
    return subject
        .document()
        .findNode(id)
        .filter(node -> node.kind().equals(Internet.KIND.id()))
        .isPresent();
  }

  private Cause noInterfaces(ElementId id) {
    Label label =
        subject
            .document()
            .find(id)
            .map(subject::label)
            .orElseGet(() -> new Label.Named(id.value()));
    return new Cause(Sentence.of("blocker.no-interfaces", label), List.of(id), null);
  }

  private static Cause nowhere(Component component) {
    return new Cause(Sentence.of("blocker.nowhere", component.label()), component.elements(), null);
  }
}

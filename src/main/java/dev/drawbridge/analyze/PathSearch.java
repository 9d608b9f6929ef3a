package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Path;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks for a way from one component to another, or for all that blocks it.
final class PathSearch {
  private final Subject subject;

  PathSearch(Subject subject) {
    this.subject = subject;
  }

  /// Whether packets get from one element to another, through load balancers too.
  ///
  /// @param from the internet or a component
  /// @param asked of one protocol; the ports are those of the target
  TrafficPaths.Answer path(ElementId from, ElementId to, Traffic asked) {
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
    Exposure direct = direct(from, to, asked);
    Explain explain = new Explain(subject);
    Optional<Exposure.Opening> opening = direct.opening(_ -> true);
    if (opening.isPresent()) {
      return TrafficPaths.Answer.passing(
          explain.path(opening.get()), explain.limits(opening.get().answer(), asked));
    }
    List<Path> through =
        subject.paths(origins(from), to).stream().filter(path -> path.steps().size() > 1).toList();
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
        elsewhere(from, to, through, asked));
  }

  /// The ports on which something does pass, where nothing does on those that were asked about.
  private PortSet elsewhere(
      Optional<Component> from, Component to, List<Path> through, Traffic asked) {
    if (asked.ports().equals(PortSet.ALL)) {
      return PortSet.EMPTY;
    }
    PortSet open =
        direct(from, to, Traffic.all(asked.protocol()))
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

package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
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
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/// Who can reach whom, asked by drawn elements.
public final class TrafficPaths {
  private final Subject subject;

  TrafficPaths(Subject subject) {
    this.subject = subject;
  }

  /// The drawn elements that can be asked about: those that have network interfaces.
  public SequencedSet<ElementId> ends() {
    SequencedSet<ElementId> ends = new LinkedHashSet<>();
    subject.components().forEach(component -> ends.addAll(component.elements()));
    return ends;
  }

  /// What is open to the internet, as one prints it: `443`, `53/udp`. Empty for what is closed and
  /// for what has no interfaces.
  public List<String> openToInternet(ElementId element) {
    Optional<Component> component = subject.component(element);
    if (component.isEmpty()) {
      return List.of();
    }
    Map<Protocol, PortSet> ports = new TreeMap<>(subject.exposure(component.get()).ports());
    return ports.entrySet().stream()
        .map(entry -> Explain.ports(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Whether packets get from one element to another, through load balancers too.
  ///
  /// @param from the internet or a component
  /// @param port empty for whatever TCP port passes
  public Answer path(ElementId from, ElementId to, Optional<Integer> port) {
    return path(from, to, port.map(Traffic::tcp).orElse(Traffic.all(Protocol.TCP)));
  }

  /// Whether packets get from one element to another, through load balancers too.
  ///
  /// @param from the internet or a component
  /// @param asked of one protocol; the ports are those of the target
  public Answer path(ElementId from, ElementId to, Traffic asked) {
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
        : Answer.refused(absent);
  }

  /// Whether packets get from the internet to an element, through load balancers too, whether the
  /// internet is drawn or not.
  ///
  /// @param asked of one protocol; the ports are those of the target
  public Answer fromInternet(ElementId to, Traffic asked) {
    return subject
        .component(to)
        .map(target -> path(Optional.empty(), target, asked))
        .orElseGet(() -> Answer.refused(List.of(noInterfaces(to))));
  }

  /// Whether packets get from one component to another, through load balancers too.
  ///
  /// @param from empty for the internet
  /// @param asked of one protocol; the ports are those of the target
  public Answer path(Optional<Component> from, Component to, Traffic asked) {
    List<Cause> nowhere = new ArrayList<>();
    from.filter(source -> source.faces().isEmpty()).ifPresent(one -> nowhere.add(nowhere(one)));
    if (to.faces().isEmpty()) {
      nowhere.add(nowhere(to));
    }
    if (!nowhere.isEmpty()) {
      return Answer.refused(nowhere);
    }
    Exposure direct = direct(from, to, asked);
    Explain explain = new Explain(subject);
    Optional<Exposure.Opening> opening = direct.opening(_ -> true);
    if (opening.isPresent()) {
      return Answer.passing(
          explain.path(opening.get()), explain.limits(opening.get().answer(), asked));
    }
    List<Path> through =
        subject.paths(origins(from), to).stream().filter(path -> path.steps().size() > 1).toList();
    for (Path path : through) {
      if (path.passes() && delivers(path, asked)) {
        return Answer.passing(explain.path(path), limits(explain, path));
      }
    }
    List<Detour> detours =
        Detour.of(through.stream().filter(path -> delivers(path, asked)).toList(), subject);
    Set<Cause> unknown = new LinkedHashSet<>();
    direct.unknowns().forEach(input -> unknown.add(explain.unknown(input)));
    detours.forEach(detour -> unknown.addAll(detour.unknown()));
    return new Answer(
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

  /// The answer to a question.
  ///
  /// @param hops the way, where there is one
  /// @param limits what keeps some packets from that way, though others pass
  /// @param blockers all that stands in the way of going there directly, where there is no way
  /// @param detours how far one gets through load balancers, where there is no way
  /// @param unknown the inputs that it hangs on, where it cannot be told
  /// @param open the ports on which packets would pass, where they do not on those asked about
  public record Answer(
      Verdict verdict,
      List<Hop> hops,
      List<Cause> limits,
      List<Cause> blockers,
      List<Detour> detours,
      List<Cause> unknown,
      PortSet open) {
    public Answer {
      hops = List.copyOf(hops);
      limits = List.copyOf(limits);
      blockers = List.copyOf(blockers);
      detours = List.copyOf(detours);
      unknown = List.copyOf(unknown);
    }

    private static Answer passing(List<Hop> hops, List<Cause> limits) {
      return new Answer(
          Verdict.PROVEN, hops, limits, List.of(), List.of(), List.of(), PortSet.EMPTY);
    }

    private static Answer refused(List<Cause> blockers) {
      return new Answer(
          Verdict.REFUTED, List.of(), List.of(), blockers, List.of(), List.of(), PortSet.EMPTY);
    }
  }
}

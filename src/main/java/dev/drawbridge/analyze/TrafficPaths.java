package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
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
import java.util.Set;
import java.util.TreeMap;

/// Who can reach whom, asked by drawn elements.
public final class TrafficPaths {
  private final Subject subject;

  TrafficPaths(Subject subject) {
    this.subject = subject;
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
    Optional<Component> target = subject.component(to);
    boolean fromInternet =
        subject
            .document()
            .findNode(from)
            .filter(node -> node.kind().equals(Internet.KIND.id()))
            .isPresent();
    Optional<Component> source = subject.component(from);
    if (target.isEmpty() || (!fromInternet && source.isEmpty())) {
      return new Answer(Verdict.REFUTED, List.of(), List.of(), List.of());
    }
    Traffic asked = port.map(Traffic::tcp).orElse(Traffic.all(Protocol.TCP));
    Exposure direct =
        fromInternet
            ? subject.fromInternet(target.get(), asked)
            : subject.sessions(source.orElseThrow(), target.get(), asked);
    Explain explain = new Explain(subject);
    Optional<Exposure.Opening> opening = direct.opening(_ -> true);
    if (opening.isPresent()) {
      return new Answer(Verdict.PROVEN, explain.path(opening.get()), List.of(), List.of());
    }
    List<Origin> origins = new ArrayList<>();
    if (fromInternet) {
      origins.add(Origin.INTERNET);
    } else {
      source.orElseThrow().faces().forEach(face -> origins.add(Origin.of(face.ref())));
    }
    for (Path path : subject.paths(origins, target.get())) {
      if (path.steps().size() > 1 && path.passes() && delivers(path, port)) {
        return new Answer(Verdict.PROVEN, explain.path(path), List.of(), List.of());
      }
    }
    Set<String> unknown = new LinkedHashSet<>();
    direct.unknowns().forEach(input -> unknown.add(input.reason()));
    return new Answer(
        unknown.isEmpty() ? Verdict.REFUTED : Verdict.UNKNOWN,
        List.of(),
        explain.blockers(direct, asked),
        List.copyOf(unknown));
  }

  /// Whether the last session of a path is the one that was asked for.
  private static boolean delivers(Path path, Optional<Integer> port) {
    return port.isEmpty()
        || path.steps().getLast().answer().asked().stream()
            .anyMatch(traffic -> traffic.ports().contains(port.get()));
  }

  /// The answer to a question.
  ///
  /// @param hops the way, where there is one
  /// @param blockers all that stands in the way of going there directly, where there is none
  /// @param unknown the inputs that it hangs on, where it cannot be told
  public record Answer(
      Verdict verdict, List<Hop> hops, List<Cause> blockers, List<String> unknown) {
    public Answer {
      hops = List.copyOf(hops);
      blockers = List.copyOf(blockers);
      unknown = List.copyOf(unknown);
    }
  }
}

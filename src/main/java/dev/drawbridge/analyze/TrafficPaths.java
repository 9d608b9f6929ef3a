package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Who can reach whom, asked by drawn elements.
public final class TrafficPaths {
  private final Supplier<SequencedSet<ElementId>> ends;
  private final Function<List<ElementId>, Subject> whereabouts;

  /// @param ends the drawn elements that can be asked about
  /// @param whereabouts gives a subject in which everything is that hangs together with these elements
  TrafficPaths(
      Supplier<SequencedSet<ElementId>> ends, Function<List<ElementId>, Subject> whereabouts) {
    this.ends = ends;
    this.whereabouts = whereabouts;
  }

  TrafficPaths(Subject subject) {
    this(() -> ends(subject), _ -> subject);
  }

  static SequencedSet<ElementId> ends(Subject subject) {
    SequencedSet<ElementId> ends = new LinkedHashSet<>();
    subject.components().forEach(component -> ends.addAll(component.elements()));
    for (Node node : subject.document().nodes()) {
      if (DataCentres.holds(node)) {
        ends.add(node.id());
      }
    }
    return ends;
  }

  /// The drawn elements that can be asked about: those that have network interfaces, and what stands in
  /// data centres.
  public SequencedSet<ElementId> ends() {
    return ends.get();
  }

  /// Whatever has network interfaces in a graph that somebody wrote, and can be asked about. Of a design,
  /// [#ends] are asked about.
  public List<Component> written() {
    return whereabouts.apply(List.of()).components();
  }

  /// Everything that hangs together with an element.
  public Subject around(ElementId element) {
    return whereabouts.apply(List.of(element));
  }

  /// What is open to the internet, as one prints it: `443`, `53/udp`. Empty for what is closed and
  /// for what has no interfaces.
  public List<String> openToInternet(ElementId element) {
    Subject subject = whereabouts.apply(List.of(element));
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
  /// @param from the internet, a component, or what stands in a data centre
  /// @param port empty for whatever TCP port passes
  public Answer path(ElementId from, ElementId to, Optional<Integer> port) {
    return path(from, to, port.map(Traffic::tcp).orElse(Traffic.all(Protocol.TCP)));
  }

  /// Whether packets get from one element to another, through load balancers too.
  ///
  /// @param from the internet, a component, or what stands in a data centre
  /// @param asked of one protocol; the ports are those of the target
  public Answer path(ElementId from, ElementId to, Traffic asked) {
    return new PathSearch(whereabouts.apply(List.of(from, to))).path(from, to, asked);
  }

  /// Whether packets get from the internet to an element, through load balancers too, whether the
  /// internet is drawn or not.
  ///
  /// @param asked of one protocol; the ports are those of the target
  public Answer fromInternet(ElementId to, Traffic asked) {
    return new PathSearch(whereabouts.apply(List.of(to))).fromInternet(to, asked);
  }

  /// Whether packets get from one component to another, through load balancers too.
  ///
  /// @param from empty for the internet
  /// @param asked of one protocol; the ports are those of the target
  public Answer path(Optional<Component> from, Component to, Traffic asked) {
    List<ElementId> elements = new ArrayList<>(to.elements());
    from.ifPresent(component -> elements.addAll(component.elements()));
    return new PathSearch(whereabouts.apply(elements)).path(from, to, asked);
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

    static Answer passing(List<Hop> hops, List<Cause> limits) {
      return new Answer(
          Verdict.PROVEN, hops, limits, List.of(), List.of(), List.of(), PortSet.EMPTY);
    }

    /// The same answer by other words for the stations of its way.
    Answer along(List<Hop> stations) {
      return new Answer(verdict, stations, limits, blockers, detours, unknown, open);
    }

    static Answer refused(List<Cause> blockers) {
      return new Answer(
          Verdict.REFUTED, List.of(), List.of(), blockers, List.of(), List.of(), PortSet.EMPTY);
    }
  }
}

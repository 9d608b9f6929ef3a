package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Talk;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Components that nothing has to do with: they cost money and serve nobody. What a component merely uses,
/// such as a log bucket, gives it nothing to do.
public final class Orphan implements Rule {
  @Override
  public String id() {
    return "TOPO-007";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<String> busy = new HashSet<>();
    List<Component> undrawn = new ArrayList<>();
    for (Component component : subject.components()) {
      if (!component.belongs()) {
        continue;
      }
      if (!component.elements().isEmpty()) {
        if (component.elements().stream()
            .flatMap(id -> subject.document().connectorsOf(id).stream())
            .allMatch(arrow -> arrow.kind().equals(Association.KIND.id()))) {
          found.add(report(subject, component, "finding"));
        }
      } else if (isServing(subject, component)) {
        busy.add(component.id());
      } else {
        undrawn.add(component);
      }
    }
    if (!undrawn.isEmpty()) {
      // Who only calls others is not seen at its own end, so everybody is asked who calls them.
      for (Component component : subject.components()) {
        subject.talks(component).stream()
            .filter(talk -> !busy.contains(talk.from().id()) && talk.isPossible())
            .forEach(talk -> busy.add(talk.from().id()));
      }
      undrawn.stream()
          .filter(component -> !busy.contains(component.id()))
          .forEach(component -> found.add(report(subject, component, "finding.graph")));
    }
    idleTranslators(subject, found);
    return found;
  }

  private Finding report(Subject subject, Component component, String variant) {
    return Report.by(this, subject).about(component).says(variant, component.label()).done();
  }

  /// Whether anybody reaches it, or may, or it belongs to something that somebody reaches.
  private static boolean isServing(Subject subject, Component component) {
    for (Standing part : component.parts()) {
      AwsDataStore store = subject.facts().dataStores().get(part.address());
      boolean copies =
          store != null && store.isReplica() || subject.facts().isReplicated(part.address());
      boolean relays =
          part.balancer().isPresent() && !subject.relaysOf(part.balancer().get()).isEmpty();
      boolean served =
          part.faces().stream().anyMatch(face -> !subject.relaysTo(face.ref()).isEmpty());
      // Where it stands is not known, so neither is with whom it talks.
      boolean lost =
          part.faces().isEmpty() || part.faces().stream().anyMatch(f -> f.subnet().isEmpty());
      if (copies || relays || served || lost) {
        return true;
      }
    }
    Exposure exposure = subject.exposure(component);
    return !exposure.isEmpty()
        || !exposure.unknowns().isEmpty()
        || calls(subject, component)
        || subject.talks(component).stream().anyMatch(Talk::isPossible);
  }

  /// Whether a data centre calls it, or may.
  private static boolean calls(Subject subject, Component component) {
    DataCentres centres = subject.dataCentres();
    Exposure sessions = centres.calling(centres.all(), component);
    return !sessions.isEmpty() || !sessions.unknowns().isEmpty();
  }

  /// NAT gateways through which no subnet leaves.
  private void idleTranslators(Subject subject, List<Finding> found) {
    List<Component> translators = subject.components(Component.Sort.TRANSLATOR);
    if (translators.isEmpty()) {
      return;
    }
    Set<Ref> used = new HashSet<>();
    Set<Ref> doubtful = new HashSet<>();
    for (Subnet subnet : subject.network().subnets().values()) {
      for (RouteTable.Route route : subject.network().routesOf(subnet).routes()) {
        if (route.via() instanceof NextHop.Translator(Ref nat)) {
          used.add(nat);
        }
        if (route.via() instanceof NextHop.Unresolved) {
          doubtful.add(subnet.realm());
        }
      }
    }
    for (Component translator : translators) {
      boolean idle =
          translator.faces().stream()
              .map(Standing.Face::ref)
              .noneMatch(
                  nat ->
                      used.contains(nat)
                          || doubtful.contains(
                              subject
                                  .network()
                                  .subnetOf(subject.network().interfaceOf(nat))
                                  .realm()));
      if (idle) {
        found.add(report(subject, translator, "finding.nat"));
      }
    }
  }
}

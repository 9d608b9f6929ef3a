package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Inputs that are not resolved and on which it hangs what the internet can open, one finding for
/// each resource that lacks them. Where nothing at all is open for certain, and nothing may be, the
/// rule that forbids it says that it cannot tell, and so does the one on ports that nobody may open;
/// this one speaks of the rest: servers of the DMZ, which are open by design, and components of
/// which a part is open for certain.
public final class UnresolvedInput implements Rule {
  @Override
  public String id() {
    return "DMZ-027";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  /// What hangs on the inputs of one resource.
  private static final class Hanging {
    private final Optional<Resource> resource;
    private final SequencedMap<String, Component> components = new LinkedHashMap<>();
    private final Set<Reason> reasons = new TreeSet<>();

    private Hanging(Optional<Resource> resource) {
      this.resource = resource;
    }
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<String, Hanging> all = new LinkedHashMap<>();
    for (Component component : subject.components()) {
      if (component.belongs()) {
        for (Unknown unknown : unknowns(subject, component)) {
          Optional<Resource> resource = subject.origin(unknown.input());
          Hanging hanging =
              all.computeIfAbsent(
                  resource.map(of -> of.address().toString()).orElse(component.id()),
                  _ -> new Hanging(resource));
          hanging.components.put(component.id(), component);
          hanging.reasons.add(unknown.reason());
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    all.values().forEach(hanging -> found.add(report(subject, hanging)));
    return found;
  }

  private Finding report(Subject subject, Hanging hanging) {
    Report report = Report.by(this, subject);
    hanging.resource.ifPresent(report::about);
    List<Label> labels = new ArrayList<>();
    for (Component component : hanging.components.values()) {
      report.about(component);
      labels.add(component.label());
    }
    return report.unresolved("finding", List.copyOf(hanging.reasons), labels).done();
  }

  /// An address that is yet to be handed out is no input that somebody left open.
  private static Set<Unknown> unknowns(Subject subject, Component component) {
    Exposure exposure = subject.exposure(component);
    boolean server =
        component.zone() == Zone.DMZ && component.sort() != Component.Sort.LOAD_BALANCER;
    boolean said = exposure.isEmpty() && (!server || subject.isTarget(component));
    Set<Unknown> found = new LinkedHashSet<>();
    if (!said) {
      for (Answer answer : exposure.answers()) {
        found.addAll(answer.unknowns());
      }
      if (component.zone() == Zone.DMZ) {
        OpenSensitivePort.unknowns(exposure).forEach(found::remove);
      }
    }
    found.removeIf(unknown -> unknown.reason().equals(Unknown.FLOATING));
    return found;
  }
}

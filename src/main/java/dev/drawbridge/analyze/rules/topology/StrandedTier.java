package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Exits;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Servers whose packets neither get out nor to an endpoint of AWS: they can install nothing, and
/// nobody can operate them.
public final class StrandedTier implements Rule {
  @Override
  public String id() {
    return "TOPO-005";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Endpoints endpoints = Endpoints.of(subject);
    for (Component component : subject.components(Component.Sort.HOSTS)) {
      check(subject, endpoints, component).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Endpoints endpoints, Component component) {
    Set<Address> stranded = new LinkedHashSet<>();
    Set<String> services = new LinkedHashSet<>();
    Set<Reason> unknown = new LinkedHashSet<>();
    for (Standing.Face face : component.faces()) {
      Optional<Address> subnet = face.subnet().filter(s -> !endpoints.serveAnyService(s));
      if (subnet.isEmpty()) {
        continue;
      }
      Exits exits = subject.exits(subnet.get());
      PublicAddress address = subject.network().interfaceOf(face.ref()).publicAddress();
      boolean named = exits.internet() && address instanceof PublicAddress.Assigned;
      if (exits.outbound() || exits.elsewhere() || named) {
        continue;
      }
      unknown.addAll(exits.unknown());
      if (exits.internet() && address instanceof PublicAddress.Unresolved(Unknown why)) {
        unknown.add(why.reason());
      }
      stranded.add(subnet.get());
      services.addAll(endpoints.gatewaysOf(subnet.get()));
    }
    if (stranded.isEmpty()) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(component);
    List<Label> labels = new ArrayList<>();
    for (Address address : stranded) {
      Optional<Resource> subnet = subject.facts().find(address);
      subnet.ifPresent(report::about);
      subnet.map(subject::label).ifPresent(labels::add);
    }
    if (!unknown.isEmpty()) {
      return Optional.of(report.unresolved("title", List.copyOf(unknown)).done());
    }
    return Optional.of(
        services.isEmpty()
            ? report.says("finding", component.label(), labels).done()
            : report
                .weighing(Severity.LOW)
                .says("finding.gateway", component.label(), labels, List.copyOf(services))
                .done());
  }
}

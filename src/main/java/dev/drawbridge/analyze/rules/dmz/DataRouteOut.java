package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Subnets of databases and caches with a route to the internet through a NAT gateway.
public final class DataRouteOut implements Rule {
  @Override
  public String id() {
    return "DMZ-024";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.DATA_STORE)) {
      Set<Address> leaking = new LinkedHashSet<>();
      for (Standing.Face face : component.faces()) {
        face.subnet().filter(subject::leavesThroughNat).ifPresent(leaking::add);
      }
      if (!leaking.isEmpty()) {
        Report report = Report.by(this, subject).about(component);
        List<Label> labels = new ArrayList<>();
        for (Address address : leaking) {
          Optional<Resource> subnet = subject.facts().find(address);
          subnet.ifPresent(report::about);
          subnet.map(subject::label).ifPresent(labels::add);
        }
        found.add(report.says("finding", component.label(), labels).done());
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Admitted;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Databases and caches whose security groups admit somebody, but not on the port on which they listen.
public final class WrongPort implements Rule {
  @Override
  public String id() {
    return "RDS-009";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<Component> told = new HashSet<>();
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      // The instances of a drawn cluster are one component.
      Optional<Component> component = subject.component(store.address()).filter(told::add);
      Optional<Integer> port =
          store.port().known().filter(p -> p >= 0 && p <= 65535).map(Long::intValue);
      Optional<PortSet> admitted = component.flatMap(one -> Admitted.ports(subject, one));
      if (port.isPresent()
          && admitted.isPresent()
          && !admitted.get().isEmpty()
          && !admitted.get().contains(port.get())) {
        found.add(
            Report.by(this, subject)
                .about(component.orElseThrow())
                .says(
                    "finding",
                    component.get().label(),
                    port.get(),
                    Explain.ports(Protocol.TCP, admitted.get()))
                .fix(Fixes.openPort(subject, component.get()))
                .done());
      }
    }
    return found;
  }
}

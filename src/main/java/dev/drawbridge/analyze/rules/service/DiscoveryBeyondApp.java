package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Crossing;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.PortSet;
import java.util.ArrayList;
import java.util.List;

/// Consul and Vault that somebody else than the application zone can talk to. The internet is told
/// by the rules on exposure.
public final class DiscoveryBeyondApp implements Rule {
  @Override
  public String id() {
    return "SD-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component target : subject.components(Component.Sort.HOSTS)) {
      PortSet ports = ports(subject, target);
      if (target.zone() == Zone.APP && !ports.isEmpty()) {
        for (Component source : subject.callers(target)) {
          if (source.zone() != Zone.APP && source.sort() != Component.Sort.TRANSLATOR) {
            Crossing.on(ports, this, subject, source, target).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /// The ports of the software that runs on a component.
  private static PortSet ports(Subject subject, Component component) {
    PortSet ports = PortSet.EMPTY;
    for (Product product : Product.values()) {
      if (component.parts().stream().anyMatch(part -> product.runsOn(subject, part.resource()))) {
        ports = ports.union(product.ports());
      }
    }
    return ports;
  }
}

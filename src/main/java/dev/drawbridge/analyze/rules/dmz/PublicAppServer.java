package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// Application servers that the internet can reach.
public final class PublicAppServer implements Rule {
  @Override
  public String id() {
    return "DMZ-001";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.components(Component.Sort.HOSTS).stream()
        .filter(component -> component.zone() == Zone.APP)
        .flatMap(component -> Exposed.report(this, subject, component).stream())
        .toList();
  }
}

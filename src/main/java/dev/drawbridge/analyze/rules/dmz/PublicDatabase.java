package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import java.util.List;

/// Databases and caches that the internet can reach.
public final class PublicDatabase implements Rule {
  @Override
  public String id() {
    return "DMZ-002";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.components(Component.Sort.DATA_STORE).stream()
        .flatMap(component -> Exposed.report(this, subject, component).stream())
        .toList();
  }
}

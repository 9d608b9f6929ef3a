package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Bastions;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Crossing;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import java.util.ArrayList;
import java.util.List;

/// Administration ports of application servers that a host of the DMZ could reach, were it taken
/// over. A bastion that only a few can come to is there for just that.
public final class PivotToAdministration implements Rule {
  @Override
  public String id() {
    return "DMZ-011";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component target : subject.components(Component.Sort.HOSTS)) {
      if (target.zone() == Zone.APP) {
        for (Component source : subject.callers(target)) {
          if (source.zone() == Zone.DMZ
              && source.sort() == Component.Sort.HOSTS
              && !Bastions.isGuarded(subject, source)) {
            Crossing.on(PortNumbers.APP_ADMINISTRATION, this, subject, source, target)
                .ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import java.util.ArrayList;
import java.util.List;

/// Databases that are to have a public address, though nobody can reach them yet.
public final class FlaggedPublicDatabase implements Rule {
  @Override
  public String id() {
    return "DMZ-003";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.DATA_STORE)) {
      Exposure exposure = subject.exposure(component);
      if (exposure.isEmpty() && exposure.unknowns().isEmpty() && isFlagged(subject, component)) {
        found.add(
            Report.by(this, subject)
                .about(component)
                .at(Properties.publicAddress(component))
                .says("finding", component.label())
                .fix(Fixes.close(subject, component))
                .done());
      }
    }
    return found;
  }

  private static boolean isFlagged(Subject subject, Component component) {
    for (Standing part : component.parts()) {
      AwsDataStore store = subject.facts().dataStores().get(part.address());
      if (store != null && store.publiclyAccessible().is(true)) {
        return true;
      }
    }
    return false;
  }
}

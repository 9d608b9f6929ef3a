package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Target groups whose targets are cut off at once when they leave.
public final class NoDraining implements Rule {
  @Override
  public String id() {
    return "LB-009";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<Resource> done = new HashSet<>();
    for (Served served : Served.all(subject)) {
      Resource about = served.about();
      boolean cut =
          subject.facts().read(served.group().resource()).whole("deregistration_delay").is(0L);
      if (cut && done.add(about)) {
        Property<Integer> delay = ApplicationLoadBalancer.DEREGISTRATION_DELAY;
        found.add(
            Report.by(this, subject)
                .about(about)
                .at(delay.name())
                .says("finding", subject.label(about))
                .offer(about, delay, delay.fallback())
                .done());
      }
    }
    return found;
  }
}

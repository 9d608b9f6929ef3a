package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Subnet;
import java.util.ArrayList;
import java.util.List;

/// Subnets that need more addresses than they have.
public final class SubnetTooSmall implements Rule {
  @Override
  public String id() {
    return "ADDR-005";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Need need : Need.all(subject)) {
      if (need.now() > need.room()) {
        found.add(
            Report.by(this, subject)
                .about(need.subnet())
                .at(Subnet.CIDR.name())
                .says("finding", subject.label(need.subnet()), need.now(), need.room())
                .done());
      }
    }
    return found;
  }
}

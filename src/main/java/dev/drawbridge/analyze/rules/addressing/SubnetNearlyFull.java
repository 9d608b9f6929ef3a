package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Subnet;
import java.util.ArrayList;
import java.util.List;

/// Subnets that are more than 80 % full once everything in them has grown as far as it may.
public final class SubnetNearlyFull implements Rule {
  @Override
  public String id() {
    return "ADDR-006";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Need need : Need.all(subject)) {
      boolean full = need.grown() * 100 > need.room() * 80;
      if (full && need.now() <= need.room()) {
        found.add(
            Report.by(this, subject)
                .about(need.subnet())
                .at(Subnet.CIDR.name())
                .says("finding", subject.label(need.subnet()), need.grown(), need.room())
                .done());
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import java.util.List;

/// Databases with neither a standby in another zone nor a replica.
public final class NoStandby implements Rule {
  @Override
  public String id() {
    return "RDS-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Switches.off(
        this,
        subject,
        "multi_az",
        RdsPrimary.MULTI_AZ,
        store -> !store.isReplica() && !subject.facts().isReplicated(store.address()));
  }
}

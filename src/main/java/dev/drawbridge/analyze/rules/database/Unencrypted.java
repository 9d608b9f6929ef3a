package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import java.util.List;

/// Databases whose storage is not encrypted. A replica has what its source has.
public final class Unencrypted implements Rule {
  @Override
  public String id() {
    return "RDS-006";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Switches.off(
        this, subject, "storage_encrypted", RdsPrimary.ENCRYPTED, store -> !store.isReplica());
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import java.util.List;

/// Databases that a single call deletes.
public final class Deletable implements Rule {
  @Override
  public String id() {
    return "RDS-007";
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
        RdsPrimary.DELETION_PROTECTION,
        database -> database.read().flag("deletion_protection").or(false));
  }
}

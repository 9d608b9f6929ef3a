package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
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
    return Switches.off(this, subject, RdsPrimary.ENCRYPTED, Unencrypted::isEncrypted);
  }

  /// Only a serverless cluster of the first kind is encrypted unasked.
  private static Reading<Boolean> isEncrypted(Database database) {
    if (database.isReplica()) {
      return Reading.missing();
    }
    Reading<Boolean> told = database.read().flag("storage_encrypted");
    return told.isMissing() && database.isRestored()
        ? Reading.unresolved("whether what it is restored from is encrypted")
        : told.or(database.read().text("engine_mode").is("serverless"));
  }
}

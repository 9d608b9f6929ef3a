package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/// Databases and caches whose storage is not encrypted. A replica has what its source has.
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
    List<Finding> found =
        new ArrayList<>(
            Switches.off(this, subject, RdsPrimary.ENCRYPTED, Unencrypted::isEncrypted));
    for (Cache cache : Cache.all(subject)) {
      Resource group = cache.resource();
      Switches.finding(
              Report.by(this, subject).about(group).at(RdsPrimary.ENCRYPTED.name()),
              subject.label(group),
              cache.isEncrypted(),
              report -> report.offer(group, RdsPrimary.ENCRYPTED, true))
          .ifPresent(found::add);
    }
    return found;
  }

  /// Only a serverless cluster of the first kind is encrypted unasked.
  private static Reading<Boolean> isEncrypted(Database database) {
    if (database.isReplica()) {
      return Reading.missing();
    }
    Reading<Boolean> told = database.read().flag("storage_encrypted");
    return told.isMissing() && database.isRestored()
        ? Reading.unresolved(Reason.of("unknown.restored"))
        : told.or(database.read().text("engine_mode").is("serverless"));
  }
}

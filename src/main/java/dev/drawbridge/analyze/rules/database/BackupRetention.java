package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import java.util.ArrayList;
import java.util.List;

/// Databases whose backups are kept for less than a week; and replicas of a source that keeps none,
/// which AWS refuses.
public final class BackupRetention implements Rule {
  @Override
  public String id() {
    return "RDS-005";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    final int week = 7;
    for (Database database : Database.all(subject)) {
      boolean source = subject.facts().isReplicated(database.resource().address());
      Report report =
          Report.by(this, subject)
              .about(database.resource())
              .at(RdsPrimary.BACKUP_RETENTION.name())
              .weighing(source ? Severity.BROKEN : Severity.MEDIUM);
      Reading<Long> retention = database.retention();
      boolean concerned = source || !database.isReplica();
      Reading.reason(retention)
          .filter(_ -> concerned)
          .ifPresent(reason -> found.add(report.unresolved("title", List.of(reason)).done()));
      long days = retention.known().orElse((long) week);
      boolean broken = source && days == 0;
      if (broken || !database.isReplica() && days < week) {
        found.add(
            report
                .weighing(broken ? Severity.BROKEN : Severity.MEDIUM)
                .says(
                    broken ? "finding.source" : "finding", subject.label(database.resource()), days)
                .offer(database.resource(), RdsPrimary.BACKUP_RETENTION, week)
                .done());
      }
    }
    return found;
  }
}

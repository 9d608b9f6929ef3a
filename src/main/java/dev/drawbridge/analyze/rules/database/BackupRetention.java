package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
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
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      if (!store.resource().type().equals("aws_db_instance")) {
        continue;
      }
      Resource database = store.resource();
      Reader read = subject.facts().read(database);
      long days = read.whole("backup_retention_period").or(1L).known().orElse((long) week);
      boolean source = subject.facts().isReplicated(database.address());
      boolean broken = source && days == 0;
      if (broken || !store.isReplica() && days < week) {
        found.add(
            Report.by(this, subject)
                .about(database)
                .at(RdsPrimary.BACKUP_RETENTION.name())
                .weighing(broken ? Severity.BROKEN : Severity.MEDIUM)
                .says(broken ? "finding.source" : "finding", subject.label(database), days)
                .offer(database, RdsPrimary.BACKUP_RETENTION, week)
                .done());
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
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
    List<Finding> found = new ArrayList<>();
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      if (!store.resource().type().equals("aws_db_instance")) {
        continue;
      }
      Resource database = store.resource();
      Reader read = subject.facts().read(database);
      if (store.isReplica() || !read.flag("multi_az").or(false).is(false)) {
        continue;
      }
      boolean replicated = subject.facts().isReplicated(database.address());
      if (!replicated) {
        Report report =
            Report.by(this, subject)
                .about(database)
                .at(RdsPrimary.MULTI_AZ.name())
                .says("finding", subject.label(database));
        subject
            .element(database)
            .ifPresent(
                element ->
                    report.fix(
                        Fixes.set(
                            element.id(), subject.label(element), RdsPrimary.MULTI_AZ, true)));
        found.add(report.done());
      }
    }
    return found;
  }
}

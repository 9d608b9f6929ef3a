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
    List<Finding> found = new ArrayList<>();
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      if (!store.resource().type().equals("aws_db_instance")) {
        continue;
      }
      Resource database = store.resource();
      Reader read = subject.facts().read(database);
      if (!read.flag("storage_encrypted").or(false).is(false) || store.isReplica()) {
        continue;
      }
      Report report =
          Report.by(this, subject)
              .about(database)
              .at(RdsPrimary.ENCRYPTED.name())
              .says("finding", subject.label(database));
      subject
          .element(database)
          .ifPresent(
              element ->
                  report.fix(
                      Fixes.set(element.id(), subject.label(element), RdsPrimary.ENCRYPTED, true)));
      found.add(report.done());
    }
    return found;
  }
}

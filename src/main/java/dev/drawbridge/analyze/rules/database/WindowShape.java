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
import java.util.Optional;

/// Backup and maintenance windows that AWS does not take: malformed, or shorter than half an hour.
public final class WindowShape implements Rule {
  @Override
  public String id() {
    return "RDS-004";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
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
      read.text("backup_window")
          .known()
          .flatMap(
              text ->
                  check(
                      subject, database, RdsPrimary.BACKUP_WINDOW.name(), text, Window.daily(text)))
          .ifPresent(found::add);
      read.text("maintenance_window")
          .known()
          .filter(_ -> !store.isReplica() || subject.element(database).isEmpty())
          .flatMap(
              text ->
                  check(
                      subject,
                      database,
                      RdsPrimary.MAINTENANCE_WINDOW.name(),
                      text,
                      Window.weekly(text)))
          .ifPresent(found::add);
    }
    return found;
  }

  /// A drawn replica has its primary's maintenance window, so it is not told twice.
  private Optional<Finding> check(
      Subject subject, Resource database, String property, String text, Optional<Window> window) {
    if (window.filter(w -> w.minutes() >= 30).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Report.by(this, subject)
            .about(database)
            .at(property)
            .says(
                window.isEmpty() ? "finding.malformed" : "finding",
                subject.label(database),
                text,
                window.map(Window::minutes).orElse(0))
            .done());
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.TimeWindow;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Backup and maintenance windows that AWS does not take: malformed, or shorter than half an hour,
/// which for a cache is an hour.
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
    for (Resource database : Database.windowed(subject)) {
      Reader read = subject.facts().read(database);
      Database.WindowArguments names = Database.WindowArguments.of(database);
      int least = names.least();
      Reading<String> backup = read.text(names.backup());
      check(subject, database, least, RdsPrimary.BACKUP_WINDOW, backup, TimeWindow::daily)
          .ifPresent(found::add);
      // What is drawn has its primary's or its cluster's maintenance window, so it is not told
      // twice.
      boolean follows =
          read.has("replicate_source_db")
              || read.has("cluster_identifier") && !database.type().equals("aws_rds_cluster");
      if (!follows || subject.element(database).isEmpty()) {
        Reading<String> maintenance = read.text(names.maintenance());
        check(
                subject,
                database,
                least,
                RdsPrimary.MAINTENANCE_WINDOW,
                maintenance,
                TimeWindow::weekly)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject,
      Resource database,
      int least,
      Property<String> property,
      Reading<String> told,
      Function<String, Optional<TimeWindow>> read) {
    Report report = Report.by(this, subject).about(database).at(property.name());
    return switch (told) {
      case Reading.Missing<String>() -> Optional.empty();
      case Reading.Unresolved<String>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Given<String>(String text) -> {
        Optional<TimeWindow> window = read.apply(text);
        yield window.filter(w -> w.minutes() >= least).isPresent()
            ? Optional.empty()
            : Optional.of(
                report
                    .says(
                        window.isEmpty() ? "finding.malformed" : "finding",
                        subject.label(database),
                        text,
                        window.map(TimeWindow::minutes).orElse(0),
                        least)
                    .done());
      }
    };
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.TimeWindow;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.model.Element;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Databases whose daily backup and weekly maintenance windows share a minute, which AWS refuses.
public final class OverlappingWindows implements Rule {
  @Override
  public String id() {
    return "RDS-003";
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
      Reading<String> backup = read.text(names.backup());
      Reading<String> maintenance = read.text(names.maintenance());
      List<Reason> unknown =
          Stream.of(backup, maintenance).flatMap(told -> Reading.reason(told).stream()).toList();
      if (!unknown.isEmpty() && !backup.isMissing() && !maintenance.isMissing()) {
        found.add(Report.by(this, subject).about(database).unresolved("title", unknown).done());
      }
      Optional<TimeWindow> daily = backup.known().flatMap(TimeWindow::daily);
      Optional<TimeWindow> weekly = maintenance.known().flatMap(TimeWindow::weekly);
      // AWS chooses a window that is left out so that it fits the other one.
      if (daily.isEmpty() || weekly.isEmpty()) {
        continue;
      }
      if (daily.get().everyDay().stream().anyMatch(day -> day.overlaps(weekly.get()))) {
        found.add(
            Report.by(this, subject)
                .about(database)
                .at(RdsPrimary.BACKUP_WINDOW.name())
                .says(
                    "finding",
                    subject.label(database),
                    backup.known().orElse(""),
                    maintenance.known().orElse(""))
                .fix(fix(subject, database, daily.get(), weekly.get()))
                .done());
      }
    }
    return found;
  }

  /// The next half hour at which the backup can begin and still leaves the maintenance alone.
  private static Optional<Fix> fix(
      Subject subject, Resource database, TimeWindow daily, TimeWindow weekly) {
    Optional<Element> element = subject.element(database);
    Label label = subject.label(database);
    if (element.isEmpty()) {
      return Optional.empty();
    }
    int minutes = Math.max(30, Math.min(daily.minutes(), 12 * 60));
    for (int later = 30; later < TimeWindow.DAY; later += 30) {
      TimeWindow moved = new TimeWindow((daily.start() + later) % TimeWindow.DAY, minutes);
      if (moved.everyDay().stream().noneMatch(day -> day.overlaps(weekly))) {
        return Optional.of(
            Fixes.set(element.get().id(), label, RdsPrimary.BACKUP_WINDOW, moved.dailyText()));
      }
    }
    return Optional.empty();
  }
}

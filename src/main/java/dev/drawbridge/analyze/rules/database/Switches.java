package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What the rules share that want something of a database switched on.
final class Switches {
  private Switches() {}

  /// The databases that have it off, and those of which one cannot tell.
  ///
  /// @param on whether a database has it; missing where it need not
  static List<Finding> off(
      Rule rule,
      Subject subject,
      Property<Boolean> property,
      Function<Database, Reading<Boolean>> on) {
    return Database.all(subject).stream()
        .flatMap(
            database -> {
              Resource resource = database.resource();
              Report report = Report.by(rule, subject).about(resource).at(property.name());
              return finding(
                  report,
                  subject.label(resource),
                  on.apply(database),
                  lacking -> lacking.offer(resource, property, true))
                  .stream();
            })
        .toList();
  }

  /// What is to be said of one thing.
  ///
  /// @param on whether it has what it ought to; missing where it need not
  /// @param mend adds the fix to the report on a thing that has not
  static Optional<Finding> finding(
      Report report, Label label, Reading<Boolean> on, UnaryOperator<Report> mend) {
    return switch (on) {
      case Reading.Missing<Boolean>() -> Optional.empty();
      case Reading.Unresolved<Boolean>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Given<Boolean>(Boolean yes) ->
          yes ? Optional.empty() : Optional.of(mend.apply(report.says("finding", label)).done());
    };
  }
}

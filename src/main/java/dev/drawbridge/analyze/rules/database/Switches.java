package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Property;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
            database -> finding(rule, subject, property, database, on.apply(database)).stream())
        .toList();
  }

  private static Optional<Finding> finding(
      Rule rule,
      Subject subject,
      Property<Boolean> property,
      Database database,
      Reading<Boolean> on) {
    Report report = Report.by(rule, subject).about(database.resource()).at(property.name());
    return switch (on) {
      case Reading.Missing<Boolean>() -> Optional.empty();
      case Reading.Unresolved<Boolean>(String reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Given<Boolean>(Boolean yes) ->
          yes
              ? Optional.empty()
              : Optional.of(
                  report
                      .says("finding", subject.label(database.resource()))
                      .offer(database.resource(), property, true)
                      .done());
    };
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.function.Predicate;

/// What the rules share that want something of a database switched on.
final class Switches {
  private Switches() {}

  /// The databases that have it off, or leave it out, which is the same; one whose argument is not
  /// known is not told.
  static List<Finding> off(
      Rule rule,
      Subject subject,
      String argument,
      Property<Boolean> property,
      Predicate<AwsDataStore> concerned) {
    return subject.facts().dataStores().values().stream()
        .filter(store -> store.resource().type().equals("aws_db_instance"))
        .filter(concerned)
        .map(AwsDataStore::resource)
        .filter(database -> subject.facts().read(database).flag(argument).or(false).is(false))
        .map(database -> finding(rule, subject, database, property))
        .toList();
  }

  private static Finding finding(
      Rule rule, Subject subject, Resource database, Property<Boolean> property) {
    return Report.by(rule, subject)
        .about(database)
        .at(property.name())
        .says("finding", subject.label(database))
        .offer(database, property, true)
        .done();
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Read replicas that are pinned to the availability zone of their source.
public final class ReplicaBesidePrimary implements Rule {
  @Override
  public String id() {
    return "RDS-008";
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
      Optional<AwsDataStore> source = store.source().known().map(subject.facts().dataStores()::get);
      Optional<String> zone = read.text("availability_zone").known();
      Optional<String> other =
          source.flatMap(
              of -> subject.facts().read(of.resource()).text("availability_zone").known());
      if (zone.isPresent() && zone.equals(other)) {
        found.add(
            Report.by(this, subject)
                .about(database)
                .about(source.orElseThrow().resource())
                .says(
                    "finding",
                    subject.label(database),
                    subject.label(source.orElseThrow().resource()),
                    zone.get())
                .fix(
                    subject
                        .component(store.address())
                        .flatMap(component -> Fixes.otherZone(subject, component)))
                .done());
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Subnet groups of databases in fewer availability zones than AWS takes: two, and three for a
/// cluster that RDS keeps in three.
public final class SubnetGroupZones implements Rule {
  @Override
  public String id() {
    return "RDS-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Database database : Database.all(subject)) {
      database
          .subnetGroup()
          .known()
          .flatMap(subject.facts()::find)
          .flatMap(group -> check(subject, database, group))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Database database, Resource group) {
    Reading<List<Reading<Address>>> subnets = subject.facts().read(group).references("subnet_ids");
    Zones zones =
        subnets instanceof Reading.Unresolved<List<Reading<Address>>>(Reason reason)
            ? Zones.named(List.of(Reading.unresolved(reason)))
            : Zones.of(subject.facts(), subnets.known().orElse(List.of()));
    int needed = database.isMultiAzCluster() ? 3 : 2;
    if (zones.count() >= needed) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(database.resource());
    String variant =
        zones.count() == 0 ? "finding.none" : zones.count() == 1 ? "finding" : "finding.three";
    return Optional.of(
        zones.unknown().isEmpty()
            ? report.says(variant, subject.label(database.resource()), zones.names()).done()
            : report.unresolved("title", zones.unknown()).done());
  }
}

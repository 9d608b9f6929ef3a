package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/// Subnet groups of databases in fewer than two availability zones, which AWS refuses.
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
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      boolean own = store.resource().type().equals("aws_db_instance") && !store.isReplica();
      if (!own || store.subnetGroup().isEmpty()) {
        continue;
      }
      List<Reading<Address>> subnets = store.subnets().known().orElse(List.of());
      Zones zones = Zones.of(subject.facts(), subnets);
      if (zones.count() < 2 && zones.unknown().isEmpty() && !store.subnets().isUnresolved()) {
        Resource database = store.resource();
        found.add(
            Report.by(this, subject)
                .about(database)
                .says(
                    zones.count() == 0 ? "finding.none" : "finding",
                    subject.label(database),
                    zones.names())
                .done());
      }
    }
    return found;
  }
}

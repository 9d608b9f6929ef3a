package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;

/// Databases with neither a standby in another zone nor a replica.
public final class NoStandby implements Rule {
  @Override
  public String id() {
    return "RDS-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Switches.off(
        this,
        subject,
        RdsPrimary.MULTI_AZ,
        database ->
            database.isCluster() ? isSpread(subject, database) : hasStandby(subject, database));
  }

  private static Reading<Boolean> hasStandby(Subject subject, Database database) {
    boolean replicated =
        database.isReplica() || subject.facts().isReplicated(database.resource().address());
    return replicated ? Reading.missing() : database.read().flag("multi_az").or(false);
  }

  /// A cluster lives as long as one of its instances does. One without any has them elsewhere, or
  /// needs none.
  private static Reading<Boolean> isSpread(Subject subject, Database cluster) {
    if (cluster.isMultiAzCluster() || cluster.instances().isEmpty()) {
      return Reading.missing();
    }
    long known = 0;
    Optional<String> unknown = Optional.empty();
    for (Resource instance : cluster.instances()) {
      Reading<Long> copies = subject.facts().copies(instance);
      known += copies.known().orElse(0L);
      if (copies instanceof Reading.Unresolved<Long>(String reason)) {
        unknown = Optional.of(reason);
      }
    }
    return known < 2 && unknown.isPresent()
        ? Reading.unresolved(unknown.get())
        : Reading.given(known >= 2);
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
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

/// Read replicas that are pinned to the availability zone of their source, and clusters all of whose
/// instances are pinned to one.
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
      store
          .source()
          .known()
          .map(subject.facts().dataStores()::get)
          .map(AwsDataStore::resource)
          .flatMap(source -> check(subject, store.resource(), source))
          .ifPresent(found::add);
    }
    for (Database cluster : Database.all(subject)) {
      if (cluster.instances().size() > 1) {
        cluster(subject, cluster).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource replica, Resource source) {
    Optional<String> zone = zone(subject, replica);
    return zone.isPresent() && zone.equals(zone(subject, source))
        ? Optional.of(
            Report.by(this, subject)
                .about(replica)
                .about(source)
                .says("finding", subject.label(replica), subject.label(source), zone.get())
                .fix(
                    subject
                        .component(replica.address())
                        .flatMap(component -> Fixes.otherZone(subject, component)))
                .done())
        : Optional.empty();
  }

  private Optional<Finding> cluster(Subject subject, Database cluster) {
    List<Optional<String>> zones =
        cluster.instances().stream().map(one -> zone(subject, one)).distinct().toList();
    return zones.size() == 1 && zones.getFirst().isPresent()
        ? Optional.of(
            Report.by(this, subject)
                .about(cluster.resource())
                .says("finding.cluster", subject.label(cluster.resource()), zones.getFirst().get())
                .done())
        : Optional.empty();
  }

  /// The zone that it is pinned to; one that AWS chooses is not the other's.
  private static Optional<String> zone(Subject subject, Resource database) {
    return subject.facts().read(database).text("availability_zone").known();
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Replicas of nothing, and chains of replicas longer than RDS allows: three behind a primary, for
/// MySQL, MariaDB and PostgreSQL alike.
public final class ReplicaChain implements Rule {
  /// AWS, Using cascading read replicas: a series has at most four instances, the primary among
  /// them.
  private static final int LONGEST = 3;

  @Override
  public String id() {
    return "RDS-010";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      int depth = depth(subject, store);
      if (depth > LONGEST) {
        found.add(
            Report.by(this, subject)
                .about(store.resource())
                .says("finding", subject.label(store.resource()), depth, LONGEST)
                .done());
      }
    }
    for (Node node : subject.document().nodes()) {
      if (node.kind().equals(RdsReplica.KIND.id()) && subject.component(node.id()).isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(node)
                .says("finding.nothing", subject.label(node))
                .done());
      }
    }
    return found;
  }

  /// How many replicas there are from the primary to this one, itself included.
  private static int depth(Subject subject, AwsDataStore store) {
    Set<Address> seen = new HashSet<>();
    int depth = 0;
    Optional<AwsDataStore> next = Optional.of(store);
    while (next.isPresent() && next.get().isReplica() && seen.add(next.get().address())) {
      depth++;
      next = next.get().source().known().map(subject.facts().dataStores()::get);
    }
    return depth;
  }
}

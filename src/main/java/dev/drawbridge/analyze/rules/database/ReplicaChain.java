package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Replicas of nothing, and chains of replicas longer than the engine allows.
public final class ReplicaChain implements Rule {
  /// AWS, Using cascading read replicas: a series of MySQL, MariaDB or PostgreSQL has at most four
  /// instances, the primary among them.
  private static final int LONGEST = 3;

  /// PostgreSQL replicates from replicas since this version.
  private static final int CASCADING = 14;

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
    Map<Address, Integer> depths = new HashMap<>();
    for (AwsDataStore store : subject.facts().dataStores().values()) {
      int depth = depth(subject, store, depths);
      int longest = depth < 2 ? LONGEST : longest(subject, primary(subject, store));
      if (depth > longest) {
        found.add(
            Report.by(this, subject)
                .about(store.resource())
                .says("finding", subject.label(store.resource()), depth, longest)
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
  private static int depth(Subject subject, AwsDataStore store, Map<Address, Integer> known) {
    Deque<AwsDataStore> way = new ArrayDeque<>();
    Set<Address> seen = new HashSet<>();
    Optional<AwsDataStore> next = Optional.of(store);
    while (next.isPresent()
        && next.get().isReplica()
        && !known.containsKey(next.get().address())
        && seen.add(next.get().address())) {
      way.push(next.get());
      next = source(subject, next.get());
    }
    int depth = next.map(one -> known.getOrDefault(one.address(), 0)).orElse(0);
    for (AwsDataStore one : way) {
      known.put(one.address(), ++depth);
    }
    return depth;
  }

  private static Optional<AwsDataStore> source(Subject subject, AwsDataStore store) {
    return store.source().known().map(subject.facts().dataStores()::get);
  }

  /// The end of the chain; only asked of chains, which are short but where they are wrong.
  private static AwsDataStore primary(Subject subject, AwsDataStore store) {
    AwsDataStore at = store;
    for (int i = 0; i <= LONGEST; i++) {
      at = source(subject, at).orElse(at);
    }
    return at;
  }

  /// Oracle, SQL Server and Db2 replicate from a primary only, and so does an old PostgreSQL.
  private static int longest(Subject subject, AwsDataStore primary) {
    Reader read = subject.facts().read(primary.resource());
    String engine = read.text("engine").known().orElse("");
    String version = read.text("engine_version").known().orElse("").replaceFirst("[.].*", "");
    boolean old =
        engine.equals("postgres")
            && version.matches("[0-9]{1,3}")
            && Integer.parseInt(version) < CASCADING;
    return old || engine.matches("(oracle|custom-oracle|sqlserver|custom-sqlserver|db2)-.*")
        ? 1
        : LONGEST;
  }
}

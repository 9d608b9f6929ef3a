package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;

/// Asynchronous replication from a database to its read replica. RDS carries it outside the security
/// groups, so it opens no port there; between AWS and a data centre it does.
public final class Replication {
  public static final Kind KIND =
      Kind.named("replication")
          .in(Group.CONNECTORS)
          .icon("replication")
          .joining(Replication::joins)
          .lower(DataCentreBlocks::replication)
          .build();

  private Replication() {}

  /// Only RDS knows replicas as such: a database that follows one on premises is one of its own to AWS.
  private static boolean joins(Kind source, Kind target) {
    boolean fromRds = source.equals(RdsPrimary.KIND) || source.equals(RdsReplica.KIND);
    if (target.equals(RdsReplica.KIND)) {
      return fromRds;
    }
    boolean onPremises = source.equals(DataCentreDatabase.KIND);
    return target.equals(DataCentreDatabase.KIND)
        ? fromRds || source.equals(Aurora.KIND) || onPremises
        : onPremises && (target.equals(RdsPrimary.KIND) || target.equals(Aurora.KIND));
  }
}

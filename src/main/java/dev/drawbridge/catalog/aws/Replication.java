package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;

/// Asynchronous replication from a database to its read replica. RDS carries it outside the security
/// groups, so it opens no port.
public final class Replication {
  public static final Kind KIND =
      Kind.named("replication")
          .in(Group.CONNECTORS)
          .icon("replication")
          .joining(
              (source, target) ->
                  target.equals(RdsReplica.KIND)
                      && (source.equals(RdsPrimary.KIND) || source.equals(RdsReplica.KIND)))
          .build();

  private Replication() {}
}

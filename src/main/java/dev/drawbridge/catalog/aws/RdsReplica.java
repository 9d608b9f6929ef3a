package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// A read replica of the database from which a replication arrow leads to it.
public final class RdsReplica {
  /// Empty means that of the source.
  public static final Property<String> INSTANCE_CLASS =
      Property.shaped("replicaClass", "instance-class", "|db\\.[a-z0-9.-]{2,40}", "")
          .suggesting("db.t4g.medium", "db.t4g.large", "db.m7g.large", "db.r7g.large");

  public static final Property<Boolean> MULTI_AZ = RdsPrimary.MULTI_AZ.defaulting(false);

  public static final Kind KIND =
      Kind.named("aws.rds_replica")
          .in(Group.DATA)
          .icon("rds-replica")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .using("aws.alarm")
          .traits(Trait.GROUPED, Trait.DATA_STORE)
          .listening(
              (node, document) ->
                  DatabaseBlocks.primary(node, document)
                      .map(primary -> List.of(Port.tcp(RdsPrimary.port(primary))))
                      .orElse(List.of()))
          .zone(Zone.DATA)
          .properties(
              INSTANCE_CLASS,
              MULTI_AZ,
              RdsPrimary.PUBLICLY_ACCESSIBLE,
              RdsPrimary.DELETION_PROTECTION)
          .size(176, 64)
          .reachedAt(DatabaseBlocks::endpoint)
          .lower(DatabaseBlocks::replica)
          .raise("aws_db_instance", RaisedDatabases::replica)
          .raiseLast(RaisedDatabases::replication)
          .build();

  private RdsReplica() {}
}

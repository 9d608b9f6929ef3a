package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.Aurora.Capacity;
import dev.drawbridge.catalog.aws.Aurora.Engine;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Aurora clusters recognised in Terraform: the way back of [AuroraBlocks].
final class RaisedAurora {
  private RaisedAurora() {}

  static void cluster(Resource resource, Raising in) {
    String named = Arguments.text(resource.body(), "engine");
    Optional<Engine> engine =
        Stream.of(Engine.values()).filter(each -> each.engine().equals(named)).findFirst();
    if (engine.isEmpty()) {
      in.leave(resource, "raise.engine", resource.address().toString(), named);
      return;
    }
    Optional<Address> subnetGroup = Arguments.target(resource.body(), "db_subnet_group_name");
    List<RaisedNode> subnets =
        subnetGroup
            .flatMap(in.graph()::find)
            .map(group -> RaisedNetwork.nodes(group.get("subnet_ids"), Subnet.KIND, in))
            .orElse(List.of());
    List<Address> groups = Arguments.targets(resource.get("vpc_security_group_ids"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode cluster =
        in.node(Aurora.KIND, resource)
            .in(vpc.get())
            .over(subnets)
            .with(Aurora.ENGINE, engine.get())
            .reading(Aurora.ENGINE_VERSION, resource.get("engine_version"))
            .reading(RdsPrimary.PORT, resource.get("port"))
            .reading(RdsPrimary.DATABASE_NAME, resource.get("database_name"))
            .reading(RdsPrimary.MASTER_USERNAME, resource.get("master_username"))
            .reading(RdsPrimary.BACKUP_WINDOW, resource.get("preferred_backup_window"))
            .with(
                Aurora.BACKUP_RETENTION,
                Arguments.whole(resource.body(), "backup_retention_period", 1))
            .reading(RdsPrimary.MAINTENANCE_WINDOW, resource.get("preferred_maintenance_window"))
            .with(RdsPrimary.ENCRYPTED, Arguments.isTrue(resource.body(), "storage_encrypted"))
            .with(
                RdsPrimary.DELETION_PROTECTION,
                RaisedBalancers.isProtected(resource.get("deletion_protection")));
    if (cluster.get(Aurora.ENGINE_VERSION).equals(engine.get().version())) {
      cluster.set(Aurora.ENGINE_VERSION, "");
    }
    if (cluster.get(RdsPrimary.PORT) == engine.get().port()) {
      cluster.set(RdsPrimary.PORT, 0);
    }
    RaisedNetwork.groups(cluster, groups, in);
    subnetGroup.ifPresent(address -> in.claim(cluster, address));
    Arguments.target(resource.body(), "db_cluster_parameter_group_name")
        .ifPresent(address -> in.claim(cluster, address));
    instances(cluster, resource, in);
  }

  /// The writer and its readers; a cluster scales where it says between what, or where one of these does.
  private static void instances(RaisedNode cluster, Resource resource, Raising in) {
    List<Resource> instances =
        in.graph().referrers(resource.address()).stream()
            .filter(user -> user.type().equals("aws_rds_cluster_instance"))
            .filter(
                user ->
                    Arguments.targets(user.get("cluster_identifier")).contains(resource.address()))
            .toList();
    instances.forEach(instance -> in.claim(cluster, instance.address()));
    List<Block> bounds = resource.body().blocks("serverlessv2_scaling_configuration");
    boolean serverless =
        instances.isEmpty()
            ? !bounds.isEmpty()
            : instances.stream()
                .anyMatch(
                    one -> Arguments.text(one.body(), "instance_class").equals("db.serverless"));
    cluster
        .with(Aurora.READERS, Math.max(0, instances.size() - 1))
        .with(Aurora.CAPACITY, serverless ? Capacity.SERVERLESS : Capacity.PROVISIONED)
        .with(
            RdsPrimary.PUBLICLY_ACCESSIBLE,
            instances.stream()
                .anyMatch(one -> Arguments.isTrue(one.body(), "publicly_accessible")));
    bounds.forEach(
        block -> {
          cluster.read(Aurora.MIN_CAPACITY, block.get("min_capacity"));
          cluster.read(Aurora.MAX_CAPACITY, block.get("max_capacity"));
        });
    if (!serverless) {
      instances.forEach(one -> cluster.read(Aurora.INSTANCE_CLASS, one.get("instance_class")));
    }
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;

/// Caches recognised in Terraform: the way back of [CacheBlocks].
final class RaisedCaches {
  private RaisedCaches() {}

  static void cache(Resource resource, Raising in) {
    Optional<Address> subnetGroup = Arguments.target(resource.body(), "subnet_group_name");
    List<RaisedNode> subnets =
        subnetGroup
            .flatMap(in.graph()::find)
            .map(group -> RaisedNetwork.nodes(group.get("subnet_ids"), Subnet.KIND, in))
            .orElse(List.of());
    List<Address> groups = Arguments.targets(resource.get("security_group_ids"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode cache = in.node(ElastiCache.KIND, resource).in(vpc.get()).over(subnets);
    RaisedNetwork.groups(cache, groups, in);
    subnetGroup.ifPresent(address -> in.claim(cache, address));
    size(cache, resource);
    boolean token = resource.get("auth_token") != null;
    cache
        .reading(ElastiCache.ENGINE, resource.get("engine"))
        .reading(ElastiCache.ENGINE_VERSION, resource.get("engine_version"))
        .reading(ElastiCache.NODE_TYPE, resource.get("node_type"))
        .reading(ElastiCache.PORT, resource.get("port"))
        .with(RdsPrimary.ENCRYPTED, Arguments.isTrue(resource.body(), "at_rest_encryption_enabled"))
        .with(
            ElastiCache.TRANSIT_ENCRYPTION,
            Arguments.isTrue(resource.body(), "transit_encryption_enabled"))
        .with(ElastiCache.AUTH_TOKEN, token)
        .reading(RdsPrimary.BACKUP_WINDOW, resource.get("snapshot_window"))
        .with(
            ElastiCache.SNAPSHOT_RETENTION,
            Arguments.whole(resource.body(), "snapshot_retention_limit", 0))
        .reading(RdsPrimary.MAINTENANCE_WINDOW, resource.get("maintenance_window"));
    if (cache.get(ElastiCache.ENGINE_VERSION).equals(cache.get(ElastiCache.ENGINE).version())) {
      cache.set(ElastiCache.ENGINE_VERSION, "");
    }
    Arguments.target(resource.body(), "parameter_group_name")
        .flatMap(in.graph()::find)
        .ifPresent(parameters -> parameters(cache, parameters, in));
  }

  /// A cache of a single node without a replication group around it, or one node of such a group.
  static void single(Resource resource, Raising in) {
    String engine = in.text(resource.get("engine")).orElse("redis");
    Optional<RaisedNode> group =
        Arguments.target(resource.body(), "replication_group_id").flatMap(in::nodeOf);
    if (group.isPresent()) {
      in.claim(group.get(), resource.address());
    } else if (engine.equals("memcached")) {
      in.leave(resource, "raise.engine", resource.address().toString(), engine);
    } else {
      cache(resource, in);
      if (in.nodeOf(resource.address()).isPresent()) {
        in.note(resource, "raise.single-cache", resource.address().toString());
      }
    }
  }

  /// With cluster mode the nodes of a shard are told, without it all nodes.
  private static void size(RaisedNode cache, Resource resource) {
    cache.read(ElastiCache.SHARDS, resource.get("num_node_groups"));
    int nodes = Arguments.whole(resource.body(), "num_cache_clusters", 1);
    cache.set(
        ElastiCache.REPLICAS,
        Arguments.whole(resource.body(), "replicas_per_node_group", nodes - 1));
    cache.set(RdsPrimary.MULTI_AZ, Arguments.isTrue(resource.body(), "multi_az_enabled"));
  }

  private static void parameters(RaisedNode cache, Resource group, Raising in) {
    in.claim(cache, group.address());
    for (Block parameter : group.body().blocks("parameter")) {
      if (Arguments.text(parameter, "name").equals("maxmemory-policy")) {
        cache.read(ElastiCache.EVICTION, parameter.get("value"));
      }
    }
  }
}

package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.UsualPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads databases and caches.
final class DataStores {
  private DataStores() {}

  static List<AwsDataStore> all(Resources resources) {
    List<AwsDataStore> all = new ArrayList<>();
    for (Resource instance : resources.of("aws_db_instance")) {
      all.add(database(resources, instance));
    }
    for (Resource cluster : resources.of("aws_rds_cluster")) {
      Reader read = resources.read(cluster);
      if (read.has("db_cluster_instance_class")) {
        all.add(multiAzCluster(resources, cluster, read));
      }
    }
    for (Resource instance : resources.of("aws_rds_cluster_instance")) {
      clusterInstance(resources, instance, "db_subnet_group_name", (_, read) -> enginePort(read))
          .ifPresent(all::add);
    }
    for (Resource instance : resources.of("aws_docdb_cluster_instance")) {
      clusterInstance(resources, instance, "db_subnet_group_name", DataStores::port)
          .ifPresent(all::add);
    }
    for (Resource instance : resources.of("aws_neptune_cluster_instance")) {
      clusterInstance(resources, instance, "neptune_subnet_group_name", DataStores::port)
          .ifPresent(all::add);
    }
    for (Resource cluster : resources.of("aws_redshift_cluster")) {
      all.add(warehouse(resources, cluster));
    }
    for (Resource cache :
        resources.of(
            "aws_elasticache_cluster",
            "aws_elasticache_replication_group",
            "aws_memorydb_cluster")) {
      Reader read = resources.read(cache);
      all.add(
          placed(
              resources,
              cache,
              read.reference("subnet_group_name"),
              read,
              "security_group_ids",
              Reading.given(false),
              Reading.missing(),
              port(cache, read)));
    }
    return all;
  }

  private static AwsDataStore database(Resources resources, Resource instance) {
    Reader read = resources.read(instance);
    Reading<Address> source = read.reference("replicate_source_db");
    // A replica in its source's region takes over subnet group, engine and port.
    Optional<Resource> origin = source.known().flatMap(resources::find);
    Optional<Reader> from = origin.map(resources::read);
    Reading<Address> subnetGroup =
        read.reference("db_subnet_group_name")
            .or(from.map(r -> r.reference("db_subnet_group_name")).orElse(Reading.missing()));
    Reading<String> engine =
        read.text("engine").or(from.map(r -> r.text("engine")).orElse(Reading.missing()));
    Reading<Long> port =
        read.port("port")
            .or(from.map(r -> r.port("port")).orElse(Reading.missing()))
            .or(engine.then(DataStores::usualPort));
    return placed(
        resources,
        instance,
        subnetGroup,
        read,
        "vpc_security_group_ids",
        read.flag("publicly_accessible").or(false),
        source,
        port);
  }

  /// A cluster of three instances that RDS keeps itself, so that nobody writes them down.
  private static AwsDataStore multiAzCluster(Resources resources, Resource cluster, Reader read) {
    return placed(
        resources,
        cluster,
        read.reference("db_subnet_group_name"),
        read,
        "vpc_security_group_ids",
        read.flag("publicly_accessible").or(false),
        Reading.missing(),
        enginePort(read));
  }

  private static Reading<Long> enginePort(Reader cluster) {
    return cluster.port("port").or(cluster.text("engine").then(DataStores::usualPort));
  }

  /// @param subnetGroup the argument that names the subnet group, of the instance or of its cluster
  /// @param port where the instances of a cluster listen
  private static Optional<AwsDataStore> clusterInstance(
      Resources resources,
      Resource instance,
      String subnetGroup,
      BiFunction<Resource, Reader, Reading<Long>> port) {
    Reader read = resources.read(instance);
    return read.reference("cluster_identifier")
        .known()
        .flatMap(resources::find)
        .map(
            cluster -> {
              Reader of = resources.read(cluster);
              return placed(
                  resources,
                  instance,
                  read.reference(subnetGroup).or(of.reference(subnetGroup)),
                  of,
                  "vpc_security_group_ids",
                  read.flag("publicly_accessible").or(false),
                  Reading.missing(),
                  port.apply(cluster, of));
            });
  }

  private static AwsDataStore warehouse(Resources resources, Resource cluster) {
    Reader read = resources.read(cluster);
    Reading<Boolean> otherwise =
        Reading.unresolved(Reason.of("unknown.provider-default", "publicly_accessible"));
    return placed(
        resources,
        cluster,
        read.reference("cluster_subnet_group_name"),
        read,
        "vpc_security_group_ids",
        read.flag("publicly_accessible").or(otherwise),
        Reading.missing(),
        port(cluster, read));
  }

  private static AwsDataStore placed(
      Resources resources,
      Resource resource,
      Reading<Address> subnetGroup,
      Reader networkOf,
      String groups,
      Reading<Boolean> publiclyAccessible,
      Reading<Address> source,
      Reading<Long> port) {
    Optional<Resource> found = subnetGroup.known().flatMap(resources::find);
    return new AwsDataStore(
        resource,
        found,
        found
            .map(group -> resources.read(group).references("subnet_ids"))
            .orElseGet(
                () ->
                    subnetGroup.then(
                        address -> Reading.unresolved(Reason.of("unknown.unknown", address)))),
        networkOf.attributes(groups),
        publiclyAccessible,
        networkOf.text("network_type").or("ipv4").then(DataStores::bearsIpv6),
        source,
        port);
  }

  /// RDS says `DUAL`, ElastiCache `dual_stack` and `ipv6`.
  private static Reading<Boolean> bearsIpv6(String networkType) {
    return Reading.given(!networkType.equalsIgnoreCase("ipv4"));
  }

  /// The port that an engine listens on unless told otherwise.
  private static Reading<Long> usualPort(String engine) {
    return UsualPorts.of("aws_db_instance", engine)
        .map(port -> Reading.given((long) port))
        .orElseGet(() -> Reading.unresolved(Reason.of("unknown.engine-port", engine)));
  }

  /// Where one that names no port listens, of a sort that has the same for all, or tells it by its engine.
  private static Reading<Long> port(Resource store, Reader read) {
    String engine = read.text("engine").known().orElse("");
    return read.port("port")
        .or(
            UsualPorts.of(store.type(), engine)
                .map(port -> Reading.given((long) port))
                .orElse(Reading.missing()));
  }
}

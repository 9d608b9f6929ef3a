package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.RdsPrimary.Engine;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Databases and their read replicas recognised in Terraform: the way back of [DatabaseBlocks].
final class RaisedDatabases {
  private static final String SOURCE = "replicate_source_db";

  private RaisedDatabases() {}

  static void primary(Resource resource, Raising in) {
    if (resource.get(SOURCE) != null) {
      return;
    }
    if (Arguments.read(RdsPrimary.ENGINE.type(), resource.get("engine")).isEmpty()) {
      String engine = Arguments.text(resource.body(), "engine");
      in.leave(resource, "raise.engine", resource.address().toString(), engine);
      return;
    }
    List<RaisedNode> subnets = subnets(resource, in);
    List<Address> groups = Arguments.targets(resource.get("vpc_security_group_ids"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode database = in.node(RdsPrimary.KIND, resource);
    database.read(RdsPrimary.ENGINE, resource.get("engine"));
    Engine engine = database.get(RdsPrimary.ENGINE);
    database.read(RdsPrimary.ENGINE_VERSION, resource.get("engine_version"));
    if (database.get(RdsPrimary.ENGINE_VERSION).equals(engine.version())) {
      database.set(RdsPrimary.ENGINE_VERSION, "");
    }
    database.read(RdsPrimary.PORT, resource.get("port"));
    if (database.get(RdsPrimary.PORT) == engine.port()) {
      database.set(RdsPrimary.PORT, 0);
    }
    boolean multiAz = Arguments.isTrue(resource.body(), "multi_az");
    database
        .reading(RdsPrimary.INSTANCE_CLASS, resource.get("instance_class"))
        .reading(RdsPrimary.STORAGE, resource.get("allocated_storage"))
        .with(RdsPrimary.MAX_STORAGE, 0)
        .reading(RdsPrimary.MAX_STORAGE, resource.get("max_allocated_storage"))
        .with(RdsPrimary.MULTI_AZ, multiAz)
        .reading(RdsPrimary.DATABASE_NAME, resource.get("db_name"))
        .reading(RdsPrimary.MASTER_USERNAME, resource.get("username"))
        .reading(RdsPrimary.BACKUP_WINDOW, resource.get("backup_window"))
        .with(
            RdsPrimary.BACKUP_RETENTION,
            Arguments.whole(resource.body(), "backup_retention_period", 0))
        .reading(RdsPrimary.MAINTENANCE_WINDOW, resource.get("maintenance_window"))
        .with(RdsPrimary.ENCRYPTED, Arguments.isTrue(resource.body(), "storage_encrypted"));
    exposure(database, resource);
    place(database, resource, vpc.get(), subnets);
    RaisedNetwork.groups(database, groups, in);
    Arguments.target(resource.body(), "db_subnet_group_name")
        .ifPresent(address -> in.claim(database, address));
    Arguments.target(resource.body(), "parameter_group_name")
        .ifPresent(address -> in.claim(database, address));
  }

  /// In the subnet of its zone, over the others that its subnet group names. One whose zone is left to AWS
  /// stands in none, unless it stands in two anyway.
  private static void place(
      RaisedNode database, Resource resource, RaisedNode vpc, List<RaisedNode> subnets) {
    String zone = Arguments.text(resource.body(), "availability_zone");
    Optional<RaisedNode> home =
        zone.isEmpty()
            ? subnets.stream()
                .findFirst()
                .filter(_ -> Arguments.isTrue(resource.body(), "multi_az"))
                .filter(subnet -> subnet.around(Vpc.KIND).equals(Optional.of(vpc)))
            : inZone(zone, vpc, subnets);
    database.in(home.orElse(vpc));
    database.over(subnets.stream().filter(s -> !home.equals(Optional.of(s))).toList());
  }

  private static Optional<RaisedNode> inZone(
      String zone, RaisedNode vpc, List<RaisedNode> subnets) {
    return subnets.stream()
        .filter(subnet -> subnet.around(Vpc.KIND).equals(Optional.of(vpc)))
        .filter(
            subnet ->
                subnet
                    .around(AvailabilityZone.KIND)
                    .map(around -> around.get(AvailabilityZone.ZONE))
                    .filter(letter -> !letter.isEmpty() && zone.endsWith(letter))
                    .isPresent())
        .findFirst();
  }

  private static void exposure(RaisedNode database, Resource resource) {
    database.set(
        RdsPrimary.PUBLICLY_ACCESSIBLE, Arguments.isTrue(resource.body(), "publicly_accessible"));
    database.set(
        RdsPrimary.DELETION_PROTECTION,
        RaisedBalancers.isProtected(resource.get("deletion_protection")));
  }

  private static List<RaisedNode> subnets(@Nullable Resource instance, Raising in) {
    return instance == null
        ? List.of()
        : Arguments.target(instance.body(), "db_subnet_group_name")
            .flatMap(in.graph()::find)
            .map(group -> RaisedNetwork.nodes(group.get("subnet_ids"), Subnet.KIND, in))
            .orElse(List.of());
  }

  static void replica(Resource resource, Raising in) {
    if (resource.get(SOURCE) == null) {
      return;
    }
    List<RaisedNode> own = subnets(resource, in);
    boolean owns = resource.get("db_subnet_group_name") != null;
    List<RaisedNode> subnets = owns ? own : subnets(origin(resource, in), in);
    List<Address> groups = Arguments.targets(resource.get("vpc_security_group_ids"));
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode replica = in.node(RdsReplica.KIND, resource);
    Optional<Resource> source = source(resource, in);
    if (source.isEmpty()
        || !Arguments.text(source.get().body(), "instance_class")
            .equals(Arguments.text(resource.body(), "instance_class"))) {
      replica.read(RdsReplica.INSTANCE_CLASS, resource.get("instance_class"));
    }
    boolean multiAz = Arguments.isTrue(resource.body(), "multi_az");
    replica.set(RdsReplica.MULTI_AZ, multiAz);
    exposure(replica, resource);
    RaisedNetwork.groups(replica, groups, in);
    if (!owns) {
      // The subnet group is the source's, and says of none of its subnets whose it is.
      String zone = Arguments.text(resource.body(), "availability_zone");
      List<RaisedNode> near = subnets.stream().filter(s -> s.around(Vpc.KIND).equals(vpc)).toList();
      replica.in(
          multiAz && !near.isEmpty()
              ? near.getLast()
              : inZone(zone, vpc.get(), near).orElse(vpc.get()));
    } else {
      place(replica, resource, vpc.get(), own);
      Arguments.target(resource.body(), "db_subnet_group_name")
          .ifPresent(address -> in.claim(replica, address));
    }
  }

  private static Optional<Resource> source(Resource replica, Raising in) {
    return Arguments.target(replica.body(), SOURCE).flatMap(in.graph()::find);
  }

  /// The primary at the end of the chain.
  private static @Nullable Resource origin(Resource replica, Raising in) {
    Set<Address> seen = new HashSet<>();
    Optional<Resource> next = Optional.of(replica);
    while (next.isPresent() && next.get().get(SOURCE) != null && seen.add(next.get().address())) {
      next = source(next.get(), in);
    }
    return next.orElse(null);
  }

  /// Replication, and replicas that follow nothing, of which there is only the security group.
  static void replication(Raising in) {
    for (Resource resource : in.graph().ofType("aws_db_instance")) {
      Optional<RaisedNode> replica = in.nodeOf(resource.address());
      Optional<RaisedNode> source = Arguments.target(resource.body(), SOURCE).flatMap(in::nodeOf);
      if (replica.isPresent() && source.isPresent()) {
        in.connector(Replication.KIND, source.get(), replica.get(), "", resource);
      }
    }
    for (Resource group : in.graph().ofType("aws_security_group")) {
      if (in.nodesOf(group.address()).isEmpty() && isOfNothing(group, in)) {
        RaisedNetwork.node(group, "vpc_id", Vpc.KIND, in)
            .ifPresent(
                vpc -> {
                  RaisedNode replica = in.node(RdsReplica.KIND, group).in(vpc);
                  RaisedNetwork.groups(replica, List.of(group.address()), in);
                });
      }
    }
  }

  /// A group that is named as ours are and that nothing but rules refers to.
  private static boolean isOfNothing(Resource group, Raising in) {
    String label = group.address().name().replace('_', '-') + "-";
    List<String> types = new ArrayList<>();
    in.graph().referrers(group.address()).forEach(resource -> types.add(resource.type()));
    return in.named(group.get("name_prefix")).filter(label::equals).isPresent()
        && types.stream().allMatch(type -> type.startsWith("aws_vpc_security_group_"));
  }
}

package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A database as one buys it: an instance, or a cluster with its instances.
///
/// @param instances those of a cluster; none of an instance
record Database(Resource resource, Reader read, List<Resource> instances) {
  private static final String CLUSTER = "aws_rds_cluster";
  private static final String OF_CLUSTER = "aws_rds_cluster_instance";

  static List<Database> all(Subject subject) {
    Map<Address, List<Resource>> instances = new LinkedHashMap<>();
    for (Resource instance : subject.facts().ofType(OF_CLUSTER)) {
      subject
          .facts()
          .read(instance)
          .reference("cluster_identifier")
          .known()
          .ifPresent(of -> instances.computeIfAbsent(of, _ -> new ArrayList<>()).add(instance));
    }
    List<Database> all = new ArrayList<>();
    for (Resource database : subject.facts().ofType("aws_db_instance", CLUSTER)) {
      all.add(
          new Database(
              database,
              subject.facts().read(database),
              instances.getOrDefault(database.address(), List.of())));
    }
    return all;
  }

  boolean isCluster() {
    return resource.type().equals(CLUSTER);
  }

  boolean isReplica() {
    return read.has(isCluster() ? "replication_source_identifier" : "replicate_source_db");
  }

  /// Whether it is a cluster of one writer and two readers in three zones, which RDS keeps itself.
  boolean isMultiAzCluster() {
    return isCluster() && read.has("db_cluster_instance_class");
  }

  /// Whether its storage begins as a copy of some other, and is encrypted where that is.
  boolean isRestored() {
    return read.has("snapshot_identifier")
        || !read.blocks("restore_to_point_in_time").isEmpty()
        || read.has("replication_source_identifier");
  }

  /// Days for which its backups are kept. The provider asks for none where nothing is said of an
  /// instance, and for one day where nothing is said of a cluster.
  Reading<Long> retention() {
    return read.whole("backup_retention_period").or(isCluster() ? 1L : 0L);
  }

  Reading<Address> subnetGroup() {
    return read.reference("db_subnet_group_name");
  }

  /// The arguments that tell the windows of a database, a cluster, an instance of one or a cache.
  ///
  /// @param least minutes that AWS wants a window to last
  record WindowArguments(String backup, String maintenance, int least) {
    static WindowArguments of(Resource resource) {
      return switch (resource.type()) {
        case "aws_db_instance" -> new WindowArguments("backup_window", "maintenance_window", 30);
        case Cache.GROUP -> new WindowArguments("snapshot_window", "maintenance_window", 60);
        default ->
            new WindowArguments("preferred_backup_window", "preferred_maintenance_window", 30);
      };
    }
  }

  /// Whatever has windows.
  static List<Resource> windowed(Subject subject) {
    return subject.facts().ofType("aws_db_instance", CLUSTER, OF_CLUSTER, Cache.GROUP);
  }
}

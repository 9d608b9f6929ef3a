package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static dev.drawbridge.analyze.WrittenServices.database;
import static dev.drawbridge.analyze.WrittenServices.subnets;
import static dev.drawbridge.analyze.WrittenServices.unknown;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on databases, in Terraform that nobody drew.
final class WrittenDatabaseExamples {
  private WrittenDatabaseExamples() {}

  static final List<Example> ALL =
      Stream.of(databases(), windows(), clusters()).flatMap(List::stream).toList();

  private static Terraform opened(UnaryOperator<Block.Builder> more, int port) {
    return database(
        zones().group("db", tcp(port, port, "10.0.0.0/16")),
        b ->
            more.apply(
                b.set("vpc_security_group_ids", Value.items(ref("aws_security_group.db.id")))));
  }

  private static List<Example> databases() {
    return List.of(
        violating("RDS-009", "MySQL's port", opened(b -> b, 3306), "aws_db_instance.db"),
        violating(
            "RDS-009",
            "the usual port where another is told",
            opened(b -> b.set("port", 6432), 5432),
            "aws_db_instance.db"),
        passing("RDS-009", "the usual port", opened(b -> b, 5432)),
        passing("RDS-009", "a port of its own", opened(b -> b.set("port", 6432), 6432)),
        undecided("RDS-002", "a standby that a variable tells", site(unknown("multi_az")), DB),
        passing("RDS-002", "a standby", site(b -> b.set("multi_az", true))),
        violating("RDS-005", "no word on backups, so that there are none", site(b -> b), DB),
        violating("RDS-005", "a source with no word on backups", replicated("postgres", 1), DB),
        undecided(
            "RDS-005",
            "a retention that a variable tells",
            site(unknown("backup_retention_period")),
            DB),
        violating("RDS-006", "no word on encryption", site(b -> b), DB),
        undecided(
            "RDS-006",
            "a copy of a snapshot of which nothing is known",
            site(b -> b.set("snapshot_identifier", "before")),
            DB),
        undecided(
            "RDS-007",
            "protection that a variable tells",
            site(unknown("deletion_protection")),
            DB),
        violating(
            "RDS-010", "an Oracle replica of a replica", replicated("oracle-ee", 2), REPLICA + 2),
        violating(
            "RDS-010",
            "a replica of a replica before PostgreSQL 14",
            replicated(b -> b.set("engine", "postgres").set("engine_version", "13.4"), 2),
            REPLICA + 2),
        passing("RDS-010", "a MySQL replica of a replica", replicated("mysql", 2)),
        violating(
            "RDS-010", "a fourth MySQL replica in a row", replicated("mysql", 4), REPLICA + 4));
  }

  private static final String DB = "aws_db_instance.db";
  private static final String REPLICA = "aws_db_instance.copy";

  private static Terraform site(UnaryOperator<Block.Builder> more) {
    return database(zones(), more);
  }

  private static Terraform replicated(String engine, int replicas) {
    return replicated(b -> b.set("engine", engine), replicas);
  }

  /// A database and its replicas in a row, `copy1` and so on.
  private static Terraform replicated(UnaryOperator<Block.Builder> primary, int replicas) {
    Terraform chain = site(primary);
    String source = DB;
    for (int i = 1; i <= replicas; i++) {
      Value of = ref(source + ".identifier");
      source = REPLICA + i;
      chain.add(source, b -> b.set("replicate_source_db", of));
    }
    return chain;
  }

  private static UnaryOperator<Block.Builder> times(String backup, String maintenance) {
    return b -> b.set("backup_window", backup).set("maintenance_window", maintenance);
  }

  private static List<Example> windows() {
    return List.of(
        violating(
            "RDS-003",
            "an overlap in odd letters",
            site(times("04:30-05:30", "Sun:04:00-Sun:05:00")),
            DB),
        violating(
            "RDS-003",
            "an overlap over midnight at the end of the week",
            site(times("23:30-00:30", "sun:23:50-mon:00:20")),
            DB),
        violating(
            "RDS-003",
            "a maintenance that begins before midnight and meets the backup after it",
            site(times("00:10-00:40", "sat:23:30-sun:00:30")),
            DB),
        violating(
            "RDS-003",
            "an overlap in a cluster",
            cluster(
                b ->
                    b.set("preferred_backup_window", "04:30-05:30")
                        .set("preferred_maintenance_window", "sun:04:00-sun:05:00")),
            CLUSTER),
        passing("RDS-003", "windows that touch", site(times("03:00-04:00", "Sun:04:00-Sun:05:00"))),
        passing(
            "RDS-003",
            "one window, which AWS keeps clear",
            site(b -> b.set("backup_window", "03:00-04:00"))),
        undecided(
            "RDS-003",
            "a window that a variable tells",
            site(
                b ->
                    unknown("backup_window")
                        .apply(b)
                        .set("maintenance_window", "sun:04:00-sun:05:00")),
            DB),
        violating(
            "RDS-004",
            "an hour that no day has",
            site(b -> b.set("backup_window", "24:00-24:30")),
            DB),
        violating(
            "RDS-004",
            "a day that is none, in a cluster",
            cluster(b -> b.set("preferred_maintenance_window", "so:04:00-so:05:00")),
            CLUSTER),
        violating(
            "RDS-004",
            "a quarter of an hour, for an instance of a cluster",
            cluster(b -> b)
                .add(
                    INSTANCE + 1,
                    b ->
                        b.set("cluster_identifier", ref(CLUSTER + ".id"))
                            .set("preferred_maintenance_window", "sun:04:00-sun:04:15")),
            INSTANCE + 1),
        passing("RDS-004", "capital letters", site(times("03:00-03:30", "SUN:04:00-SUN:04:30"))));
  }

  private static final String CLUSTER = "aws_rds_cluster.main";
  private static final String INSTANCE = "aws_rds_cluster_instance.one";

  private static Terraform cluster(UnaryOperator<Block.Builder> more) {
    return zones()
        .add("aws_db_subnet_group.db", b -> b.set("subnet_ids", subnets("open", "second")))
        .add(
            CLUSTER,
            b ->
                more.apply(
                    b.set("engine", "aurora-postgresql")
                        .set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))));
  }

  /// An Aurora cluster with instances in these zones.
  private static Terraform aurora(String... zones) {
    Terraform aurora = cluster(b -> b);
    for (int i = 0; i < zones.length; i++) {
      String zone = zones[i];
      aurora.add(
          INSTANCE + i,
          b ->
              b.set("cluster_identifier", ref(CLUSTER + ".id"))
                  .set("availability_zone", "ap-northeast-2" + zone));
    }
    return aurora;
  }

  private static UnaryOperator<Block.Builder> threeZones() {
    return b -> b.set("engine", "postgres").set("db_cluster_instance_class", "db.m6gd.large");
  }

  private static Terraform copies(UnaryOperator<Block.Builder> count) {
    return cluster(b -> b)
        .add(INSTANCE, b -> count.apply(b.set("cluster_identifier", ref(CLUSTER + ".id"))));
  }

  private static List<Example> clusters() {
    return List.of(
        violating("RDS-001", "two zones for a cluster over three", cluster(threeZones()), CLUSTER),
        violating(
            "RDS-001",
            "one zone for Aurora",
            cluster(b -> b)
                .add("aws_db_subnet_group.one", b -> b.set("subnet_ids", subnets("open")))
                .add(
                    "aws_rds_cluster.one",
                    b -> b.set("db_subnet_group_name", ref("aws_db_subnet_group.one.name"))),
            "aws_rds_cluster.one"),
        passing("RDS-001", "two zones for Aurora", cluster(b -> b)),
        undecided(
            "RDS-001",
            "subnets that a variable names",
            zones()
                .add("aws_db_subnet_group.db", unknown("subnet_ids"))
                .add(DB, b -> b.set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))),
            DB),
        violating("RDS-002", "a cluster of one instance", aurora("a"), CLUSTER),
        passing("RDS-002", "a cluster of two", aurora("a", "c")),
        passing("RDS-002", "a cluster of two by count", copies(b -> b.set("count", 2))),
        passing("RDS-002", "a cluster over three zones", cluster(threeZones())),
        undecided(
            "RDS-002",
            "a cluster of as many as a variable tells",
            copies(unknown("count")),
            CLUSTER),
        violating("RDS-005", "a cluster with backups of a day", cluster(b -> b), CLUSTER),
        violating("RDS-006", "a cluster without a word on encryption", cluster(b -> b), CLUSTER),
        passing(
            "RDS-006", "a serverless cluster", cluster(b -> b.set("engine_mode", "serverless"))),
        violating("RDS-007", "a cluster without a word on protection", cluster(b -> b), CLUSTER),
        passing("RDS-007", "a protected cluster", cluster(b -> b.set("deletion_protection", true))),
        violating("RDS-008", "a cluster in one zone", aurora("a", "a"), CLUSTER),
        passing("RDS-008", "a cluster in two zones", aurora("a", "c")),
        violating(
            "DMZ-003",
            "a cluster over three zones with public addresses",
            cluster(b -> threeZones().apply(b).set("publicly_accessible", true)),
            CLUSTER));
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A relational database (RDS) that takes the writes. The subnets of its subnet group are the one that it
/// stands in and those that it spans.
public final class RdsPrimary {
  /// The database software.
  public enum Engine {
    POSTGRES(
        "PostgreSQL",
        5432,
        "16",
        1,
        List.of("postgresql", "upgrade"),
        Map.of("log_min_duration_statement", "1000", "log_statement", "ddl", "rds.force_ssl", "1")),
    MYSQL(
        "MySQL",
        3306,
        "8.4",
        2,
        List.of("error", "slowquery"),
        Map.of(
            "log_output", "FILE",
            "long_query_time", "1",
            "require_secure_transport", "1",
            "slow_query_log", "1")),
    MARIADB(
        "MariaDB",
        3306,
        "11.4",
        2,
        List.of("error", "slowquery"),
        Map.of(
            "log_output", "FILE",
            "long_query_time", "1",
            "require_secure_transport", "1",
            "slow_query_log", "1"));

    private final String title;
    private final int port;
    private final String version;
    private final int familyParts;
    private final List<String> logs;
    private final SequencedMap<String, String> parameters;

    Engine(
        String title,
        int port,
        String version,
        int familyParts,
        List<String> logs,
        Map<String, String> parameters) {
      this.title = title;
      this.port = port;
      this.version = version;
      this.familyParts = familyParts;
      this.logs = logs;
      this.parameters = new TreeMap<>(parameters);
    }

    public String title() {
      return title;
    }

    /// The port that it listens on unless told otherwise.
    public int port() {
      return port;
    }

    /// The version that a new database gets unless told otherwise.
    public String version() {
      return version;
    }

    /// The logs that go to CloudWatch.
    List<String> logs() {
      return logs;
    }

    /// What is set besides the engine's own defaults: encrypted connections, and a log of what is slow.
    SequencedMap<String, String> parameters() {
      return Collections.unmodifiableSequencedMap(parameters);
    }

    /// The parameter group family of a version: `postgres16`, `mysql8.4`.
    String family(String version) {
      List<String> parts = new ArrayList<>(List.of(version.split("\\.")));
      if (parts.size() < familyParts) {
        parts.add(version.equals("10") ? "11" : "4");
      }
      return name().toLowerCase(Locale.ROOT) + String.join(".", parts.subList(0, familyParts));
    }
  }

  public static final Property<Engine> ENGINE =
      Property.choice("engine", Engine.class, Engine.POSTGRES);

  /// Empty means the engine's own default, see [Engine#version].
  public static final Property<String> ENGINE_VERSION =
      Property.shaped("engineVersion", "version", "|[0-9]{1,3}(\\.[0-9]{1,3}){0,2}", "");

  public static final Property<String> INSTANCE_CLASS =
      Property.shaped("instanceClass", "instance-class", "db\\.[a-z0-9.-]{2,40}", "db.t4g.medium")
          .suggesting(
              "db.t4g.medium",
              "db.t4g.large",
              "db.m7g.large",
              "db.m7g.xlarge",
              "db.r7g.large",
              "db.r7g.xlarge");

  public static final Property<Integer> STORAGE =
      Property.whole("allocatedStorage", 20, 65536, "GiB", 50);

  /// Up to which size the storage grows by itself; not above the allocated size: never.
  public static final Property<Integer> MAX_STORAGE =
      Property.whole("maxAllocatedStorage", 0, 65536, "GiB", 200);

  public static final Property<Boolean> MULTI_AZ = Property.flag("multiAz", true);

  /// 0 means the engine's own, see [Engine#port].
  public static final Property<Integer> PORT = Property.whole("databasePort", 0, 65535, "", 0);

  public static final Property<String> DATABASE_NAME =
      Property.shaped("databaseName", "database-name", "[a-z][a-z0-9_]{0,62}", "app");

  public static final Property<String> MASTER_USERNAME =
      Property.shaped("masterUsername", "username", "[a-z][a-z0-9_]{0,15}", "dbadmin");

  /// Daily, in UTC.
  public static final Property<String> BACKUP_WINDOW =
      Property.shaped(
          "backupWindow",
          "daily-window",
          "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]",
          "17:00-18:00");

  /// Days; 0 turns backups off, and with them read replicas.
  public static final Property<Integer> BACKUP_RETENTION =
      Property.whole("backupRetention", 0, 35, "d", 14);

  /// Weekly, in UTC.
  public static final Property<String> MAINTENANCE_WINDOW =
      Property.shaped(
          "maintenanceWindow",
          "weekly-window",
          "(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]"
              + "-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]",
          "sat:18:30-sat:19:30");

  public static final Property<Boolean> PUBLICLY_ACCESSIBLE =
      Property.flag("publiclyAccessible", false);

  public static final Property<Boolean> ENCRYPTED = Property.flag("storageEncrypted", true);

  public static final Property<Boolean> DELETION_PROTECTION =
      Property.flag("deletionProtection", true);

  public static final Kind KIND =
      Kind.named("aws.rds")
          .in(Group.DATA)
          .icon("rds-primary")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .using("aws.alarm")
          .traits(Trait.GROUPED, Trait.DATA_STORE)
          .listening((node, _) -> List.of(Port.tcp(port(node))))
          .zone(Zone.DATA)
          .properties(
              ENGINE,
              ENGINE_VERSION,
              INSTANCE_CLASS,
              MULTI_AZ,
              PORT,
              DATABASE_NAME,
              MASTER_USERNAME)
          .section("storage", STORAGE, MAX_STORAGE)
          .section("upkeep", BACKUP_RETENTION, BACKUP_WINDOW, MAINTENANCE_WINDOW)
          .section("protection", PUBLICLY_ACCESSIBLE, ENCRYPTED, DELETION_PROTECTION)
          .size(176, 64)
          .detail(e -> ENGINE.of(e).title() + " " + port(e))
          .entry(e -> "TCP " + port(e))
          .reachedAt(DatabaseBlocks::endpoint)
          .lower(DatabaseBlocks::primary)
          .raise("aws_db_instance", RaisedDatabases::primary)
          .build();

  private RdsPrimary() {}

  /// The port that this database listens on.
  public static int port(Element element) {
    int told = PORT.of(element);
    return told == 0 ? ENGINE.of(element).port() : told;
  }

  /// The version that this database runs.
  public static String version(Element element) {
    String told = ENGINE_VERSION.of(element);
    return told.isEmpty() ? ENGINE.of(element).version() : told;
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// An Aurora cluster: one writer and its readers over storage that they share in three availability
/// zones. A reader takes over within a minute when the writer is lost. The subnets of its subnet group
/// are the one that it stands in and those that it spans.
public final class Aurora {
  /// The database software. Versions and families of parameters are AWS's.
  public enum Engine {
    POSTGRESQL(
        "Aurora PostgreSQL",
        "aurora-postgresql",
        5432,
        "16",
        List.of("postgresql"),
        Map.of("log_min_duration_statement", "1000", "log_statement", "ddl", "rds.force_ssl", "1")),
    MYSQL(
        "Aurora MySQL",
        "aurora-mysql",
        3306,
        "8.0",
        List.of("error", "slowquery"),
        Map.of("long_query_time", "1", "require_secure_transport", "ON", "slow_query_log", "1"));

    private final String title;
    private final String name;
    private final int port;
    private final String version;
    private final List<String> logs;
    private final SequencedMap<String, String> parameters;

    Engine(
        String title,
        String name,
        int port,
        String version,
        List<String> logs,
        Map<String, String> parameters) {
      this.title = title;
      this.name = name;
      this.port = port;
      this.version = version;
      this.logs = logs;
      this.parameters = new TreeMap<>(parameters);
    }

    public String title() {
      return title;
    }

    /// As AWS calls it.
    String engine() {
      return name;
    }

    /// The port that a cluster listens on unless told otherwise.
    int port() {
      return port;
    }

    /// The version that a cluster runs unless told otherwise.
    String version() {
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

    /// The family of a version's parameters: `aurora-postgresql16`, `aurora-mysql8.0`.
    String family(String version) {
      String[] parts = version.split("\\.");
      return switch (this) {
        case POSTGRESQL -> name + parts[0];
        case MYSQL -> name + (parts.length > 1 ? parts[0] + "." + parts[1] : "8.0");
      };
    }
  }

  /// How the instances get their capacity.
  public enum Capacity {
    /// Serverless v2: between two bounds, by the load.
    SERVERLESS,
    /// Instances of a class.
    PROVISIONED
  }

  public static final Property<Engine> ENGINE =
      Property.choice("auroraEngine", Engine.class, Engine.POSTGRESQL);

  /// Empty means the one that the engine gets unless told otherwise.
  public static final Property<String> ENGINE_VERSION =
      Property.shaped(
              "auroraVersion",
              "aurora-version",
              "|[0-9]{1,2}(\\.[0-9]{1,3})?(\\.mysql_aurora\\.[0-9]{1,2}(\\.[0-9]{1,3}){2})?",
              "")
          .suggesting("16", "17", "8.0");

  public static final Property<Capacity> CAPACITY =
      Property.choice("capacity", Capacity.class, Capacity.SERVERLESS);

  /// In Aurora capacity units, each of about 2 GiB of memory and what belongs to it.
  public static final Property<Integer> MIN_CAPACITY =
      Property.whole("minCapacity", 1, 256, "ACU", 1);

  public static final Property<Integer> MAX_CAPACITY =
      Property.whole("maxCapacity", 1, 256, "ACU", 8);

  /// Of provisioned instances.
  public static final Property<String> INSTANCE_CLASS =
      RdsPrimary.INSTANCE_CLASS
          .defaulting("db.r7g.large")
          .suggesting("db.t4g.medium", "db.t4g.large", "db.r7g.large", "db.r7g.xlarge");

  /// Besides the writer; AWS allows fifteen.
  public static final Property<Integer> READERS = Property.whole("readers", 0, 15, "", 1);

  /// Days; Aurora always keeps at least one.
  public static final Property<Integer> BACKUP_RETENTION =
      Property.whole("backupRetention", 1, 35, "d", 14);

  public static final Kind KIND =
      Kind.named("aws.aurora")
          .in(Group.DATA)
          .icon("aurora")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .using("aws.alarm")
          .traits(Trait.GROUPED, Trait.DATA_STORE)
          .listening((node, _) -> List.of(Port.tcp(port(node))))
          .zone(Zone.DATA)
          .properties(
              ENGINE,
              ENGINE_VERSION,
              CAPACITY,
              MIN_CAPACITY,
              MAX_CAPACITY,
              INSTANCE_CLASS,
              READERS,
              RdsPrimary.PORT,
              RdsPrimary.DATABASE_NAME,
              RdsPrimary.MASTER_USERNAME,
              RdsPrimary.BACKUP_WINDOW,
              BACKUP_RETENTION,
              RdsPrimary.MAINTENANCE_WINDOW,
              RdsPrimary.PUBLICLY_ACCESSIBLE,
              RdsPrimary.ENCRYPTED,
              RdsPrimary.DELETION_PROTECTION)
          .preset("aws.aurora.postgresql", "aurora", Fields.NONE)
          .preset("aws.aurora.mysql", "aurora", ENGINE.set(Fields.NONE, Engine.MYSQL))
          .size(216, 64)
          .detail(e -> ENGINE.of(e).title + " " + port(e))
          .entry(e -> "TCP " + port(e))
          .reachedAt(AuroraBlocks::reached)
          .lower(AuroraBlocks::cluster)
          .raise("aws_rds_cluster", RaisedAurora::cluster)
          .build();

  private Aurora() {}

  /// The port that this cluster listens on.
  public static int port(Element element) {
    int told = RdsPrimary.PORT.of(element);
    return told == 0 ? ENGINE.of(element).port : told;
  }

  /// The version that this cluster runs.
  public static String version(Element element) {
    String told = ENGINE_VERSION.of(element);
    return told.isEmpty() ? ENGINE.of(element).version : told;
  }
}

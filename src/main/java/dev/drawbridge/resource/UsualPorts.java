package dev.drawbridge.resource;

import java.util.Optional;

/// The ports that databases and caches of AWS listen on where nobody says otherwise.
///
/// Source: AWS, CreateDBInstance (Port), CreateDBCluster, CreateCacheCluster, CreateCluster of each service.
public final class UsualPorts {
  private UsualPorts() {}

  /// @param type of the resource
  /// @param engine empty where it names none
  public static Optional<Integer> of(String type, String engine) {
    return switch (type) {
      case "aws_db_instance", "aws_rds_cluster" -> ofEngine(engine);
      case "aws_docdb_cluster" -> Optional.of(27017);
      case "aws_neptune_cluster" -> Optional.of(8182);
      case "aws_redshift_cluster" -> Optional.of(5439);
      case "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_memorydb_cluster" ->
          Optional.of(engine.equals("memcached") ? 11211 : 6379);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> ofEngine(String engine) {
    String family = engine.replaceFirst("^aurora-", "").replaceFirst("-.*", "");
    return switch (family) {
      case "postgres", "postgresql" -> Optional.of(5432);
      case "mysql", "mariadb", "aurora" -> Optional.of(3306);
      case "oracle", "custom" -> Optional.of(1521);
      case "sqlserver" -> Optional.of(1433);
      case "db2" -> Optional.of(50000);
      default -> Optional.empty();
    };
  }
}

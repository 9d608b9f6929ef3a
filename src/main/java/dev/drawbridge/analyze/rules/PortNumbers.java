package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.network.PortSet;
import java.util.List;

/// Well-known ports (IANA's registry, and the defaults of the products).
public final class PortNumbers {
  /// What a public site is expected to answer on.
  public static final PortSet WEB = PortSet.ofAll(List.of(80, 443));

  /// Ports through which machines and clusters are administered: SSH, Telnet, RPC, SMB, Docker,
  /// etcd, RDP, Kibana, VNC, WinRM, Kubernetes, AJP, Vault, Consul.
  public static final PortSet ADMINISTRATION =
      PortSet.ofAll(
          List.of(
              22, 23, 135, 445, 2375, 2376, 2379, 2380, 3389, 5601, 5900, 5985, 5986, 6443, 8009,
              8200, 8500, 10250));

  /// Ports of databases, caches and queues: SQL Server, Oracle, MySQL, PostgreSQL, CouchDB, Redis,
  /// Cassandra, Kafka, Elasticsearch, memcached, MongoDB, Db2.
  public static final PortSet DATA =
      PortSet.ofAll(
          List.of(
              1433, 1434, 1521, 3306, 5432, 5984, 6379, 9042, 9092, 9200, 9300, 11211, 27017, 27018,
              27019, 50000));

  /// Ports of an application server that only its operators need: SSH, RDP, JMX and RMI, the Java
  /// debugger, AJP, WinRM, Telnet.
  public static final PortSet APP_ADMINISTRATION =
      PortSet.ofAll(List.of(22, 23, 1090, 1098, 1099, 3389, 5005, 5985, 5986, 8009, 9010, 9990));

  private PortNumbers() {}

  public static PortClass classOf(PortSet ports) {
    if (ports.isEmpty()) {
      return PortClass.NONE;
    }
    if (ports.size() > 60000) {
      return PortClass.ALL;
    }
    if (ports.overlaps(ADMINISTRATION)) {
      return PortClass.ADMINISTRATION;
    }
    if (ports.overlaps(DATA)) {
      return PortClass.DATABASE;
    }
    return WEB.containsAll(ports) ? PortClass.WEB : PortClass.OTHER;
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Element;
import java.util.List;

/// The servers of a Consul cluster. An arrow to them asks for names or talks to their interface; an arrow
/// from them makes a service of its target: the servers look after its health, and answer with its address
/// as `<name>.service.consul`. An association joins it to the servers of another data centre.
public final class ConsulTier {
  static final String ID = "tier.consul";

  /// HashiCorp, "Required ports": DNS, HTTP and HTTPS interface.
  static final int DNS = 8600;

  static final int HTTP = 8500;
  static final int HTTPS = 8501;

  /// Of which a majority must live: an odd number, from three.
  public static final Property<Integer> SERVERS = Property.whole("servers", 1, 9, "", 3);

  /// The name of the data centre, which stands in the names of its services; empty means the region's.
  public static final Property<String> DATACENTER =
      Property.shaped("datacenter", "datacenter", "|[a-z0-9][a-z0-9-]{0,39}", "");

  /// With a certificate that is an input of the Terraform; only over HTTPS then.
  public static final Property<Boolean> TLS = Property.flag("clusterTls", true);

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.OPERATIONS)
          .icon("consul")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .using(ID, DataCentreConsul.ID)
          .runs(new ConsulWorkload())
          .listening((node, _) -> List.of(Port.tcp(api(node)), Port.tcp(DNS), Port.udp(DNS)))
          .zone(Zone.APP)
          .properties(SERVERS, DATACENTER, TLS)
          .section("instances", Instances.INSTANCE_TYPE, Instances.AMI, Instances.ROOT_VOLUME)
          .size(168, 64)
          .detail(e -> "Consul × " + SERVERS.of(e))
          .entry(e -> (TLS.of(e) ? "HTTPS " : "HTTP ") + api(e) + ", DNS " + DNS)
          .lower(ClusterBlocks::consul)
          .raise("aws_security_group", RaisedTiers::consul)
          .raiseLast(RaisedClusters::federation)
          .build();

  private ConsulTier() {}

  private static int api(Element element) {
    return TLS.of(element) ? HTTPS : HTTP;
  }
}

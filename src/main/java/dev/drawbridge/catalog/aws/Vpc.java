package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;

/// A virtual private cloud: one address block in one region, over all its availability zones.
public final class Vpc {
  /// IPv4 address block; AWS allows /16 to /28.
  public static final Property<String> CIDR =
      Property.cidr("vpcCidr", "10.0.0.0/16")
          .suggesting("10.0.0.0/16", "10.1.0.0/16", "172.16.0.0/16", "192.168.0.0/16");

  public static final Property<Boolean> FLOW_LOGS = Property.flag("flowLogs", true);

  public static final Kind KIND =
      Kind.named("aws.vpc")
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("vpc")
          .placedIn("aws.region")
          .properties(CIDR, FLOW_LOGS)
          .size(1000, 660)
          .detail(CIDR::of)
          .addresses(CIDR)
          .fresh(FreshAddresses::ofVpc)
          .lower(NetworkBlocks::vpc)
          .raise("aws_vpc", RaisedNetwork::vpc)
          .raise("aws_default_vpc", RaisedNetwork::vpc)
          .build();

  private Vpc() {}
}

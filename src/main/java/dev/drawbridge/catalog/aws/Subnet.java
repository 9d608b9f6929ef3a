package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Fields;

/// A subnet: an address block in one availability zone, and where its packets may leave to.
public final class Subnet {
  /// Where the default route leads.
  public enum Routing {
    /// To the VPC's internet gateway, where one is drawn.
    PUBLIC,
    /// To the NAT gateway of its availability zone, or else the first drawn in the VPC.
    PRIVATE,
    /// Nowhere: only the VPC itself can be reached.
    ISOLATED
  }

  /// IPv4 address block; AWS allows /16 to /28 within that of the VPC. Empty until it is chosen.
  public static final Property<String> CIDR = Property.cidr("cidr", "");

  public static final Property<Routing> ROUTING =
      Property.choice("routing", Routing.class, Routing.PRIVATE);

  /// Whether what is started here gets a public address without asking.
  public static final Property<Boolean> MAP_PUBLIC_IP = Property.flag("mapPublicIp", false);

  public static final Kind KIND =
      Kind.named("aws.subnet")
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("subnet-private")
          .iconBy(e -> ROUTING.of(e) == Routing.PUBLIC ? "subnet-public" : "subnet-private")
          .placedIn("aws.availability_zone")
          .properties(CIDR, ROUTING, MAP_PUBLIC_IP)
          .preset("aws.subnet.public", "subnet-public", ROUTING.set(Fields.NONE, Routing.PUBLIC))
          .preset("aws.subnet.private", "subnet-private", ROUTING.set(Fields.NONE, Routing.PRIVATE))
          .preset(
              "aws.subnet.isolated", "subnet-private", ROUTING.set(Fields.NONE, Routing.ISOLATED))
          .size(400, 140)
          .detail(CIDR::of)
          .addresses(CIDR)
          .fresh(FreshAddresses::ofSubnet)
          .lower(NetworkBlocks::subnet)
          .raise("aws_subnet", RaisedNetwork::subnet)
          .raise("aws_default_subnet", RaisedNetwork::subnet)
          .build();

  private Subnet() {}
}

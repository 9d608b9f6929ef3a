package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;

/// The VPC's end of Direct Connect: a line of one's own to data centres, beside the internet. The port at
/// the location is ordered by hand; Terraform is told its id.
public final class DirectConnectGateway {
  static final String ID = "aws.dx_gateway";

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.GATEWAYS)
          .role(Role.DOCKED)
          .icon("dx-gateway")
          .placedIn("aws.vpc")
          .properties(VpnGateway.ASN)
          .size(64, 64)
          .lower(LinkBlocks::directConnectGateway)
          .raise("aws_dx_gateway", RaisedDataCentres::directConnectGateway)
          .build();

  private DirectConnectGateway() {}
}

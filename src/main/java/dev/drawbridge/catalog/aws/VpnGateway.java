package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;

/// The VPC's end of site-to-site VPNs (a virtual private gateway): encrypted tunnels over the internet to
/// data centres. It opens no port: arrows do.
public final class VpnGateway {
  static final String ID = "aws.vpn_gateway";

  /// What AWS's end is called among those who speak BGP.
  public static final Property<Integer> ASN = Property.whole("amazonAsn", 64512, 65534, "", 64512);

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.GATEWAYS)
          .role(Role.DOCKED)
          .icon("vpn-gateway")
          .placedIn("aws.vpc")
          .properties(ASN)
          .size(64, 64)
          .lower(LinkBlocks::vpnGateway)
          .raise("aws_vpn_gateway", RaisedDataCentres::vpnGateway)
          .build();

  private VpnGateway() {}
}

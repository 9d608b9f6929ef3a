package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The organisation's own data centre (IDC), at the far end of a VPN or of Direct Connect. AWS knows
/// nothing of it but its addresses and the router at its edge.
public final class DataCentre {
  static final String ID = "idc";

  /// IPv4 address block: where what stands in it has its addresses.
  public static final Property<String> CIDR =
      Property.cidr("idcCidr", "192.168.0.0/16")
          .suggesting("192.168.0.0/16", "172.20.0.0/16", "10.200.0.0/16");

  /// The public IPv4 address of the router at which VPNs end; empty asks for it when Terraform runs.
  public static final Property<String> ROUTER =
      Property.shaped("routerAddress", "ipv4", "|" + DataCentreServer.IPV4, "")
          .suggesting("203.0.113.10");

  /// What its router is called among those who speak BGP.
  public static final Property<Integer> ASN =
      Property.whole("idcAsn", 1, Integer.MAX_VALUE, "", 65000);

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("idc")
          .placedIn(Kind.TOP)
          .traits(Trait.SENDS, Trait.ON_PREMISES)
          .listening((_, _) -> List.of(Port.tcp(443)))
          .zone(Zone.IDC)
          .properties(CIDR, ROUTER, ASN)
          .size(400, 320)
          .detail(CIDR::of)
          .addresses(CIDR)
          .fresh(FreshAddresses::ofDataCentre)
          .raise("aws_customer_gateway", RaisedDataCentres::customerGateway)
          .raise("aws_dx_private_virtual_interface", RaisedDataCentres::virtualInterface)
          .build();

  private DataCentre() {}

  /// The data centre in which something stands, or itself.
  public static Optional<Node> around(Node node, Document document) {
    return Stream.concat(Stream.of(node), document.ancestors(node).stream())
        .filter(one -> one.kind().equals(ID))
        .findFirst();
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Element;
import java.util.Set;

/// The line between a VPC's gateway and a data centre, with the routes of the VPC to it: a site-to-site VPN
/// of two tunnels at a VPN gateway, a virtual interface at a Direct Connect gateway.
public final class DataCentreLink {
  static final String ID = "idc_link";

  private static final Set<String> GATEWAYS = Set.of(VpnGateway.ID, DirectConnectGateway.ID);

  /// How a VPN's router learns what lies behind the gateway. Direct Connect knows BGP only.
  public enum Routing {
    /// Both ends tell each other, and turn to the other tunnel when one fails.
    BGP,
    /// Routes are told by hand, for a router that knows no BGP.
    STATIC
  }

  public static final Property<Routing> ROUTING =
      Property.choice("linkRouting", Routing.class, Routing.BGP);

  /// The number of the virtual LAN on the Direct Connect port.
  public static final Property<Integer> VLAN = Property.whole("vlan", 1, 4094, "", 101);

  public static final Kind KIND =
      Kind.named(ID)
          .in(Group.CONNECTORS)
          .icon("idc-link")
          .joining(
              (source, target) ->
                  GATEWAYS.contains(source.id()) && target.id().equals(DataCentre.ID)
                      || source.id().equals(DataCentre.ID) && GATEWAYS.contains(target.id()))
          .properties(ROUTING, VLAN)
          .lower(LinkBlocks::link)
          .raiseLast(RaisedDataCentres::links)
          .build();

  private DataCentreLink() {}

  /// Whether an element is a gateway at which a link may begin.
  public static boolean beginsAt(Element element) {
    return GATEWAYS.contains(element.kind());
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.List;

/// A server, or several of one sort, in a data centre: an application that is called from AWS, or that
/// calls what stands there. It becomes nothing in Terraform but the addresses that rules name.
public final class DataCentreServer {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";

  /// Its address, or a block of those it may have; empty means any of the data centre.
  public static final Property<String> ADDRESS =
      Property.shaped("address", "address", "|" + IPV4 + "(/(3[0-2]|[12]?[0-9]))?", "")
          .suggesting("192.168.10.10", "192.168.10.0/24");

  public static final Property<Integer> PORT = Property.port("serverPort", 443);

  public static final Kind KIND =
      Kind.named("idc.server")
          .in(Group.COMPUTE)
          .icon("idc-server")
          .placedIn(DataCentre.ID)
          .traits(Trait.SENDS, Trait.ON_PREMISES)
          .listening((node, _) -> List.of(Port.tcp(PORT.of(node))))
          .zone(Zone.IDC)
          .properties(ADDRESS, PORT)
          .size(176, 64)
          .detail(ADDRESS::of)
          .entry(e -> "TCP " + PORT.of(e))
          .reachedAt(DataCentreServer::endpoint)
          .build();

  private DataCentreServer() {}

  /// Where its clients find it: at its address, where that is a single one.
  static Endpoint endpoint(Node node, Lowering out) {
    String address = ADDRESS.of(node);
    return address.isEmpty() || address.contains("/")
        ? Endpoint.NONE
        : Endpoint.at(Value.of(address));
  }
}

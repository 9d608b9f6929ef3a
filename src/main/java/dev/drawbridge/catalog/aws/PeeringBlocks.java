package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.Optional;

/// Peerings of VPCs in Terraform.
final class PeeringBlocks {
  private static final String TYPE = "aws_vpc_peering_connection";

  private PeeringBlocks() {}

  static void peering(Element element, Lowering out) {
    if (!(element instanceof Connector peering)) {
      return;
    }
    Node one = out.document().node(peering.source());
    Node other = out.document().node(peering.target());
    if (!isVpc(one) || !isVpc(other) || one.id().equals(other.id())) {
      out.warn(peering, null, "lower.peering-of-others");
      return;
    }
    if (!first(peering, one, other, out)) {
      out.warn(peering, null, "lower.peering-twice");
      return;
    }
    Address address = out.address(TYPE, peering.id());
    String region = out.around().regionCode(other);
    boolean near = region.equals(out.around().regionCode(one));
    Block.Builder body =
        Block.builder()
            .set("vpc_id", Terms.vpcId(out, one))
            .set("peer_vpc_id", Terms.vpcId(out, other));
    if (near) {
      body.set("auto_accept", true);
    } else {
      body.set("peer_region", region);
    }
    body.set("tags", Terms.nameTag(out.tagName(peering.id())));
    if (near) {
      Block dns =
          Block.builder().set("allow_remote_vpc_dns_resolution", Peering.DNS.of(peering)).build();
      body.block("accepter", dns).block("requester", dns);
    }
    out.add(peering, address, body.build());
    Value connection = Terms.id(address);
    if (!near) {
      Address accepter = out.address(TYPE + "_accepter", peering.id());
      out.add(
          peering,
          accepter,
          Block.builder()
              .set("vpc_peering_connection_id", connection)
              .set("auto_accept", true)
              .set("tags", Terms.nameTag(out.tagName(peering.id())))
              .build());
    }
    routes(peering, one, other, "there", connection, out);
    routes(peering, other, one, "back", connection, out);
  }

  /// From every route table of the one VPC to the other.
  private static void routes(
      Connector peering, Node from, Node to, String way, Value connection, Lowering out) {
    for (Address table : NetworkBlocks.tables(from, out).keySet()) {
      out.add(
          from,
          out.address("aws_route", peering.id(), way + "_" + table.name()),
          Block.builder()
              .set("route_table_id", Terms.id(table))
              .set("destination_cidr_block", out.address("aws_vpc", to.id()).dot("cidr_block"))
              .set("vpc_peering_connection_id", connection)
              .build());
    }
  }

  private static boolean first(Connector peering, Node one, Node other, Lowering out) {
    return out.document().connectorsOf(one.id()).stream()
        .filter(connector -> isPeering(connector, one, other))
        .findFirst()
        .filter(peering::equals)
        .isPresent();
  }

  private static boolean isPeering(Connector connector, Node one, Node other) {
    return connector.kind().equals(Peering.KIND.id())
        && (connector.source().equals(one.id()) && connector.target().equals(other.id())
            || connector.source().equals(other.id()) && connector.target().equals(one.id()));
  }

  private static boolean isVpc(Node node) {
    return node.kind().equals(Vpc.KIND.id());
  }

  /// Whether the VPCs around two nodes are peers.
  static boolean join(Node source, Node target, Lowering out) {
    Optional<Node> one = out.around().vpc(source);
    Optional<Node> other = out.around().vpc(target);
    return one.isPresent()
        && other.isPresent()
        && out.document().connectorsOf(one.get().id()).stream()
            .anyMatch(connector -> isPeering(connector, one.get(), other.get()));
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import java.util.Optional;

/// Peerings of VPCs recognised in Terraform: the way back of [PeeringBlocks].
final class RaisedPeerings {
  private RaisedPeerings() {}

  static void raise(Raising in) {
    for (Resource resource : in.graph().ofType("aws_vpc_peering_connection")) {
      Optional<RaisedNode> one = RaisedNetwork.node(resource, "vpc_id", Vpc.KIND, in);
      Optional<RaisedNode> other = RaisedNetwork.node(resource, "peer_vpc_id", Vpc.KIND, in);
      if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
        in.leave(resource, "raise.without-vpc", resource.address().toString());
      } else {
        draw(resource, one.get(), other.get(), in);
      }
    }
  }

  private static void draw(Resource resource, RaisedNode one, RaisedNode other, Raising in) {
    RaisedConnector peering =
        in.connector(Peering.KIND, one, other, resource.address().name(), resource);
    in.claim(peering, resource.address());
    in.named(Arguments.entry(resource.body(), "tags", "Name")).ifPresent(peering::tagged);
    peering.read(
        Peering.DNS,
        Arguments.block(resource.body(), "requester").get("allow_remote_vpc_dns_resolution"));
    for (Resource user : in.graph().referrers(resource.address())) {
      if (user.type().equals("aws_route")
          || user.type().equals("aws_vpc_peering_connection_accepter")) {
        in.claim(peering, user.address());
      }
    }
  }
}

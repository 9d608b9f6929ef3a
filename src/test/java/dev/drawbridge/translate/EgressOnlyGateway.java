package dev.drawbridge.translate;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The example of `adding-a-component.md`: an egress-only internet gateway, which lets IPv6 out of a VPC and nobody
/// in. It is in no catalogue, so nobody can draw it.
final class EgressOnlyGateway {
  static final Kind KIND =
      Kind.named("example.egress_only_gateway")
          .in(Group.GATEWAYS)
          .role(Role.DOCKED)
          .icon("igw")
          .placedIn("aws.vpc")
          .size(64, 64)
          .lower(EgressOnlyGateway::lower)
          .raise("aws_egress_only_internet_gateway", EgressOnlyGateway::raise)
          .build();

  private EgressOnlyGateway() {}

  private static void lower(Element element, Lowering out) {
    if (!(element instanceof Node gateway)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(gateway);
    if (vpc.isEmpty()) {
      out.warn(gateway, null, "lower.without-vpc");
      return;
    }
    Value name = out.tagName(gateway.id());
    out.add(
        gateway,
        out.address("aws_egress_only_internet_gateway", gateway.id()),
        Block.builder()
            .set("vpc_id", out.address("aws_vpc", vpc.get().id()).dot("id"))
            .set("tags", new Value.Mapping(new LinkedHashMap<>(Map.of("Name", name))))
            .build());
  }

  private static void raise(Resource resource, Raising in) {
    Optional<RaisedNode> vpc = Arguments.target(resource.body(), "vpc_id").flatMap(in::nodeOf);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    in.node(KIND, resource).in(vpc.get());
  }
}

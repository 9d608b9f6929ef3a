package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.stream.Stream;

/// Consul and Vault clusters recognised in Terraform: the way back of [ClusterBlocks].
final class RaisedClusters {
  static final List<String> RULES =
      List.of("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule");

  /// HashiCorp, "Required ports": gossip between data centres, which nothing else uses.
  private static final String WAN = "_8302";

  private RaisedClusters() {}

  static void consul(RaisedNode tier, RaisedScript told, Resource group, Raising in) {
    tier.read(ConsulTier.DATACENTER, told.argument("datacenter"));
    String region = tier.around(Region.KIND).map(r -> r.get(Region.CODE)).orElse("");
    if (tier.get(ConsulTier.DATACENTER).equals(region)) {
      tier.set(ConsulTier.DATACENTER, "");
    }
    tier.read(ConsulTier.TLS, told.argument("tls"));
    tier.read(ConsulTier.SERVERS, told.argument("servers"));
    among(tier, group, in);
    RaisedFederation.draw(tier, told.argument("wan"), group, in);
  }

  /// What the servers say to each other is no arrow.
  static void among(RaisedNode tier, Resource group, Raising in) {
    for (Resource rule : in.graph().referrers(group.address())) {
      if (RULES.contains(rule.type())
          && rule.address().name().startsWith(tier.label() + "_among_")
          && Arguments.targets(rule.get("referenced_security_group_id"))
              .equals(List.of(group.address()))) {
        in.claim(tier, rule.address());
      }
    }
  }

  /// Data centres that are joined open their gossip to each other, whoever begins.
  static void federation(Raising in) {
    List<RaisedNode> all =
        in.graph().ofType("aws_security_group").stream()
            .flatMap(group -> in.nodesOf(group.address()).stream())
            .filter(node -> node.kind().equals(ConsulTier.KIND))
            .distinct()
            .toList();
    for (RaisedNode one : all) {
      for (RaisedNode other : all) {
        if (!one.equals(other) && isJoined(one, other, in)) {
          rules(one, other, in).forEach(rule -> in.claim(one, rule.address()));
          if (all.indexOf(one) < all.indexOf(other)) {
            in.connector(
                Association.KIND, one, other, "", rules(one, other, in).findFirst().orElseThrow());
          }
        }
      }
    }
  }

  private static boolean isJoined(RaisedNode one, RaisedNode other, Raising in) {
    return rules(one, other, in).anyMatch(rule -> rule.address().name().endsWith(WAN));
  }

  private static Stream<Resource> rules(RaisedNode one, RaisedNode other, Raising in) {
    String front = one.label() + "_" + other.label() + "_";
    return RULES.stream()
        .flatMap(type -> in.graph().ofType(type).stream())
        .filter(rule -> rule.address().name().startsWith(front))
        .filter(
            rule ->
                Arguments.targets(rule.get("security_group_id")).stream()
                    .flatMap(group -> in.nodesOf(group).stream())
                    .anyMatch(one::equals));
  }

  /// Whether servers of Consul elsewhere gossip with those that bear a group, of whom there are none yet.
  static boolean isFederated(Resource group, Raising in) {
    return RULES.stream()
        .flatMap(type -> in.graph().ofType(type).stream())
        .filter(rule -> Arguments.targets(rule.get("security_group_id")).contains(group.address()))
        .map(rule -> rule.address().name())
        .anyMatch(
            name ->
                name.startsWith(group.address().name() + "_")
                    && name.endsWith(WAN)
                    && !name.contains("_to_"));
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.Bastion.Access;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Bastions recognised in Terraform: the way back of [BastionBlocks].
final class RaisedBastions {
  /// SSH and RDP.
  private static final Set<Integer> ADMINISTRATION = Set.of(Bastion.SSH_PORT, 3389);

  private RaisedBastions() {}

  static void bastion(Resource group, Raising in) {
    Optional<Resource> instance = instance(group, in);
    if (instance.isEmpty() || !in.nodesOf(group.address()).isEmpty()) {
      return;
    }
    Resource host = instance.get();
    RaisedNode subnet = RaisedNetwork.node(host, "subnet_id", Subnet.KIND, in).orElseThrow();
    RaisedNode bastion =
        in.node(Bastion.KIND, group)
            .in(subnet)
            .with(
                Bastion.ACCESS,
                admitted(group, in).isEmpty() ? Access.SESSION_MANAGER : Access.SSH);
    TierServers.address(bastion, host.get("associate_public_ip_address"), List.of(subnet));
    for (Resource address : TierServers.elastic(host, in)) {
      in.claim(bastion, address.address());
      bastion.set(Instances.PUBLIC_IP, true);
    }
    RaisedCompute.bear(bastion, group, in);
    in.claim(bastion, host.address());
    RaisedCompute.template(host, in)
        .ifPresent(
            template -> {
              in.claim(bastion, template.address());
              RaisedCompute.machine(bastion, Bastion.INSTANCE_TYPE, template);
            });
    bastion.read(Bastion.INSTANCE_TYPE, host.get("instance_type"));
  }

  /// The instance of a bastion that bears the group: it is tagged as one, or its group lets in nothing but
  /// administration, from addresses, and no tag says what else it serves.
  static Optional<Resource> instance(Resource group, Raising in) {
    List<Resource> bearers =
        in.graph().referrers(group.address()).stream()
            .filter(bearer -> bearer.type().equals("aws_instance"))
            .filter(bearer -> TierServers.groupsOf(bearer).contains(group.address()))
            .toList();
    if (bearers.size() != 1
        || RaisedNetwork.node(bearers.getFirst(), "subnet_id", Subnet.KIND, in).isEmpty()) {
      return Optional.empty();
    }
    @Nullable Value tier = Arguments.entry(bearers.getFirst().body(), "tags", "Tier");
    boolean tagged = Value.of(BastionBlocks.TIER).equals(tier);
    boolean serves =
        Catalog.kinds().stream()
            .flatMap(kind -> kind.workload().stream())
            .anyMatch(workload -> Value.of(workload.tier()).equals(tier));
    List<Integer> ports = admitted(group, in);
    boolean only = TierServers.groupsOf(bearers.getFirst()).size() == 1;
    boolean administered = !serves && only && !ports.isEmpty() && ADMINISTRATION.containsAll(ports);
    return tagged || administered ? Optional.of(bearers.getFirst()) : Optional.empty();
  }

  /// The ports that a group opens to addresses, those to other groups as 0: of them nobody knows what for.
  private static List<Integer> admitted(Resource group, Raising in) {
    List<Integer> ports = new ArrayList<>();
    for (Block rule : group.body().blocks("ingress")) {
      ports.add(port(rule));
    }
    for (Resource rule : in.graph().referrers(group.address())) {
      boolean ingress =
          rule.type().equals("aws_vpc_security_group_ingress_rule")
              || (rule.type().equals("aws_security_group_rule")
                  && Arguments.text(rule.body(), "type").equals("ingress"));
      if (ingress && Arguments.targets(rule.get("security_group_id")).contains(group.address())) {
        ports.add(port(rule.body()));
      }
    }
    return ports;
  }

  private static int port(Block rule) {
    int from = Arguments.whole(rule, "from_port", 0);
    boolean group =
        rule.get("referenced_security_group_id") != null
            || rule.get("source_security_group_id") != null
            || rule.get("security_groups") != null;
    return group || from != Arguments.whole(rule, "to_port", 0) ? 0 : from;
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.AutoScalingGroup.HealthCheck;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Auto Scaling groups and tiers recognised in Terraform: the way back of [ComputeBlocks]. What a tier runs is
/// told by the template of its user data.
final class RaisedCompute {
  private RaisedCompute() {}

  static void group(Resource resource, Raising in) {
    Optional<Resource> template = template(resource, in);
    List<Address> groups = template.map(RaisedCompute::groups).orElse(List.of());
    List<RaisedNode> subnets =
        RaisedNetwork.nodes(resource.get("vpc_zone_identifier"), Subnet.KIND, in);
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    boolean behind = !Arguments.targets(resource.get("target_group_arns")).isEmpty();
    boolean ec2 = Arguments.text(resource.body(), "health_check_type").equals("EC2");
    RaisedNode group =
        in.node(AutoScalingGroup.KIND, resource)
            .in(vpc.get())
            .over(subnets)
            .reading(AutoScalingGroup.MIN, resource.get("min_size"))
            .reading(AutoScalingGroup.MAX, resource.get("max_size"))
            .reading(AutoScalingGroup.DESIRED, resource.get("desired_capacity"))
            .with(AutoScalingGroup.HEALTH_CHECK, behind && ec2 ? HealthCheck.EC2 : HealthCheck.ELB)
            .reading(AutoScalingGroup.GRACE_PERIOD, resource.get("health_check_grace_period"))
            .reading(AutoScalingGroup.WARM_UP, resource.get("default_instance_warmup"));
    RaisedScaling.tell(group, resource, in);
    in.named(name(resource)).ifPresent(group::tagged);
    template.ifPresent(
        found -> {
          in.claim(group, found.address());
          in.text(found.get("description")).ifPresent(group::worded);
          machine(group, Instances.INSTANCE_TYPE, found);
          if (found.get("user_data") == null) {
            groups.stream()
                .filter(address -> address.name().equals(group.label()))
                .flatMap(address -> in.graph().find(address).stream())
                .forEach(own -> bear(group, own, in));
          }
        });
  }

  /// Takes a security group and the rule that every server has.
  private static void bear(RaisedNode node, Resource group, Raising in) {
    RaisedNetwork.groups(node, List.of(group.address()), in);
    updates(group, in).ifPresent(rule -> in.claim(node, rule.address()));
  }

  private static @Nullable Value name(Resource group) {
    return group.body().blocks("tag").stream()
        .filter(tag -> Arguments.text(tag, "key").equals("Name"))
        .map(tag -> tag.get("value"))
        .findFirst()
        .orElse(null);
  }

  static Optional<Resource> template(Resource user, Raising in) {
    return Arguments.target(Arguments.block(user.body(), "launch_template"), "id")
        .flatMap(in.graph()::find);
  }

  static List<Address> groups(Resource template) {
    List<Address> groups =
        new ArrayList<>(Arguments.targets(template.get("vpc_security_group_ids")));
    for (Block card : template.body().blocks("network_interfaces")) {
      groups.addAll(Arguments.targets(card.get("security_groups")));
    }
    return groups;
  }

  /// What is said of single instances and of those of a group alike.
  private static void machine(RaisedNode node, Property<String> type, Resource template) {
    node.read(type, template.get("instance_type"));
    String image = Arguments.text(template.body(), "image_id");
    if (!image.isEmpty() && !Value.of(image).equals(ComputeBlocks.image("", node.get(type)))) {
      node.read(Instances.AMI, template.get("image_id"));
    }
    for (Block device : template.body().blocks("block_device_mappings")) {
      node.read(Instances.ROOT_VOLUME, Arguments.block(device, "ebs").get("volume_size"));
    }
  }

  /// A tier is what bears a security group and runs on instances: of an Auto Scaling group, or its own.
  static void web(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (in.nodesOf(group.address()).isEmpty()
        && servers.script().filter(script -> RaisedServers.isWeb(group, script, in)).isPresent()) {
      servers
          .draw(WebTier.KIND, Instances.INSTANCE_TYPE, in)
          .ifPresent(tier -> servers.script().ifPresent(told -> RaisedServers.web(tier, told, in)));
    }
  }

  static void was(Resource group, Raising in) {
    Servers servers = Servers.of(group, in);
    if (in.nodesOf(group.address()).isEmpty()
        && servers.run()
        && servers.script().map(RaisedServers::isApplication).orElse(true)) {
      servers
          .draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in)
          .ifPresent(tier -> servers.script().ifPresent(told -> RaisedServers.was(tier, told, in)));
    }
  }

  /// A group on which nothing runs yet, but which may fetch updates, is that of a tier without a place.
  static void homeless(Raising in) {
    for (Resource group : in.graph().ofType("aws_security_group")) {
      boolean bare =
          in.graph().referrers(group.address()).stream()
              .allMatch(resource -> resource.type().startsWith("aws_vpc_security_group_"));
      if (in.nodesOf(group.address()).isEmpty() && bare && updates(group, in).isPresent()) {
        new Servers(group, Optional.empty(), Optional.empty(), List.of(), Optional.empty())
            .draw(WasTier.KIND, WasTier.INSTANCE_TYPE, in);
      }
    }
  }

  /// The rule that lets a tier install its software.
  private static Optional<Resource> updates(Resource group, Raising in) {
    return in.graph()
        .find(new Address("aws_vpc_security_group_egress_rule", group.address().name() + "_https"))
        .filter(rule -> Arguments.targets(rule.get("security_group_id")).contains(group.address()))
        .filter(rule -> Arguments.text(rule.body(), "cidr_ipv4").equals(Terms.ANYWHERE))
        .filter(rule -> Arguments.whole(rule.body(), "to_port", 0) == 443);
  }

  /// The servers that bear a security group.
  ///
  /// @param fleet the Auto Scaling group that they run on
  /// @param instances single ones, where they run on none
  private record Servers(
      Resource group,
      Optional<RaisedNode> fleet,
      Optional<Resource> template,
      List<Resource> instances,
      Optional<RaisedScript> script) {
    static Servers of(Resource group, Raising in) {
      List<Resource> bearers = in.graph().referrers(group.address());
      for (Resource bearer : bearers) {
        if (bearer.type().equals("aws_launch_template")) {
          Optional<RaisedNode> fleet =
              in.nodesOf(bearer.address()).stream()
                  .filter(node -> node.kind().equals(AutoScalingGroup.KIND))
                  .findFirst();
          int at = groups(bearer).indexOf(group.address());
          if (fleet.isPresent() && at >= 0) {
            List<RaisedScript> scripts = RaisedScript.of(bearer.get("user_data"));
            Optional<RaisedScript> own =
                at < scripts.size() ? Optional.of(scripts.get(at)) : Optional.empty();
            return new Servers(group, fleet, Optional.of(bearer), List.of(), own);
          }
        }
      }
      List<Resource> instances =
          bearers.stream()
              .filter(bearer -> bearer.type().equals("aws_instance"))
              .filter(
                  bearer ->
                      Arguments.targets(bearer.get("vpc_security_group_ids"))
                          .contains(group.address()))
              .toList();
      Optional<Resource> template =
          instances.stream()
              .flatMap(instance -> RaisedCompute.template(instance, in).stream())
              .findFirst();
      Optional<RaisedScript> script =
          template.flatMap(found -> RaisedScript.of(found.get("user_data")).stream().findFirst());
      return new Servers(group, Optional.empty(), template, instances, script);
    }

    boolean run() {
      return fleet.isPresent() || !instances.isEmpty();
    }

    /// A tier where there is a place for it.
    Optional<RaisedNode> draw(Kind kind, Property<String> type, Raising in) {
      SequencedSet<RaisedNode> subnets = new LinkedHashSet<>();
      for (Resource instance : instances) {
        subnets.addAll(RaisedNetwork.nodes(instance.get("subnet_id"), Subnet.KIND, in));
      }
      Optional<RaisedNode> vpc =
          RaisedNetwork.vpc(List.copyOf(subnets), List.of(group.address()), in);
      if (vpc.isEmpty()) {
        in.leave(group, "raise.without-vpc", group.address().toString());
        return Optional.empty();
      }
      RaisedNode tier = in.node(kind, group);
      bear(tier, group, in);
      if (fleet.isPresent()) {
        tier.in(fleet.get());
        template
            .flatMap(found -> found.body().blocks("network_interfaces").stream().findFirst())
            .ifPresent(
                card -> tier.read(Instances.PUBLIC_IP, card.get("associate_public_ip_address")));
        return Optional.of(tier);
      }
      if (subnets.size() == 1 && subnets.getFirst().around(Vpc.KIND).equals(vpc)) {
        tier.in(subnets.getFirst());
      } else {
        tier.in(vpc.get()).over(subnets);
      }
      template.ifPresent(
          found -> {
            in.claim(tier, found.address());
            machine(tier, type, found);
          });
      for (Resource instance : instances) {
        in.claim(tier, instance.address());
        tier.read(Instances.PUBLIC_IP, instance.get("associate_public_ip_address"));
        tier.read(type, instance.get("instance_type"));
      }
      if (!subnets.isEmpty()) {
        tier.set(Instances.PER_SUBNET, Math.max(1, instances.size() / subnets.size()));
      }
      return Optional.of(tier);
    }
  }
}

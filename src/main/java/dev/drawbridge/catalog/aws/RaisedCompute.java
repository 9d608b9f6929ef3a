package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.AutoScalingGroup.HealthCheck;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Auto Scaling groups recognised in Terraform, and what is said of instances: the way back of
/// [ComputeBlocks]. What runs on them is drawn by [RaisedTiers].
final class RaisedCompute {
  private RaisedCompute() {}

  static void group(Resource resource, Raising in) {
    if (RaisedEcs.bears(resource, in)) {
      return;
    }
    Optional<Resource> template = template(resource, in);
    List<Address> groups = template.map(RaisedCompute::groups).orElse(List.of());
    List<RaisedNode> subnets =
        RaisedNetwork.nodes(resource.get("vpc_zone_identifier"), Subnet.KIND, in);
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    boolean behind =
        !Arguments.targets(resource.get("target_group_arns")).isEmpty()
            || !Arguments.targets(resource.get("load_balancers")).isEmpty();
    boolean ec2 = Arguments.text(resource.body(), "health_check_type").equals("EC2");
    RaisedNode group =
        in.node(AutoScalingGroup.KIND, resource)
            .in(vpc.get())
            .over(subnets)
            .reading(AutoScalingGroup.MIN, resource.get("min_size"))
            .reading(AutoScalingGroup.MAX, resource.get("max_size"))
            .reading(AutoScalingGroup.DESIRED, desired(resource))
            .with(AutoScalingGroup.HEALTH_CHECK, behind && ec2 ? HealthCheck.EC2 : HealthCheck.ELB)
            .reading(AutoScalingGroup.GRACE_PERIOD, resource.get("health_check_grace_period"))
            .reading(AutoScalingGroup.WARM_UP, resource.get("default_instance_warmup"));
    RaisedScaling.tell(group, resource, in);
    in.named(name(resource)).ifPresent(group::tagged);
    template.ifPresent(
        found -> {
          in.claim(group, found.address());
          if (isOldTemplate(found)) {
            in.note(found, "raise.launch-configuration", found.address().toString());
          }
          in.text(found.get("description")).ifPresent(group::worded);
          machine(group, Instances.INSTANCE_TYPE, found);
          if (found.get("user_data") == null && !behind) {
            groups.stream()
                .filter(address -> address.name().equals(group.label()))
                .flatMap(address -> in.graph().find(address).stream())
                .filter(own -> isOurs(own, in))
                .forEach(own -> bear(group, own, in));
          }
        });
  }

  /// Whether nothing but arrows opens a security group, as of a group of servers that nothing runs on yet. One that
  /// others wrote is that of servers whose image has all that they run.
  private static boolean isOurs(Resource group, Raising in) {
    return group.body().blocks("ingress").isEmpty()
        && in.graph().referrers(group.address()).stream()
            .filter(
                rule -> Arguments.targets(rule.get("security_group_id")).contains(group.address()))
            .noneMatch(
                rule ->
                    rule.type().equals("aws_security_group_rule")
                        || rule.type().equals("aws_vpc_security_group_ingress_rule")
                            && !rule.address().name().contains("_to_" + group.address().name()));
  }

  /// A group that is not told how many servers to start with starts as few as it may.
  private static @Nullable Value desired(Resource group) {
    Value desired = group.get("desired_capacity");
    return desired == null ? group.get("min_size") : desired;
  }

  /// Takes a security group and the rule that every server has.
  static void bear(RaisedNode node, Resource group, Raising in) {
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

  /// The launch template that instances are started from, or the launch configuration that groups had before
  /// there were templates. Of the templates of mixed instances it is the one that most of them share.
  static Optional<Resource> template(Resource user, Raising in) {
    return template(user, in.graph()::find);
  }

  static Optional<Resource> template(Resource user, Function<Address, Optional<Resource>> find) {
    Block mixed = Arguments.block(user.body(), "mixed_instances_policy");
    Block shared =
        Arguments.block(Arguments.block(mixed, "launch_template"), "launch_template_specification");
    Block own = Arguments.block(user.body(), "launch_template");
    return Stream.of(
            Arguments.target(own, "id"),
            Arguments.target(own, "name"),
            Arguments.target(shared, "launch_template_id"),
            Arguments.target(shared, "launch_template_name"),
            Arguments.target(user.body(), "launch_configuration"))
        .flatMap(Optional::stream)
        .flatMap(address -> find.apply(address).stream())
        .findFirst();
  }

  static boolean isOldTemplate(Resource template) {
    return template.type().equals("aws_launch_configuration");
  }

  static List<Address> groups(Resource template) {
    List<Address> groups =
        new ArrayList<>(Arguments.targets(template.get("vpc_security_group_ids")));
    if (isOldTemplate(template)) {
      groups.addAll(Arguments.targets(template.get("security_groups")));
    }
    for (Block card : template.body().blocks("network_interfaces")) {
      groups.addAll(Arguments.targets(card.get("security_groups")));
    }
    return groups;
  }

  /// What is said of single instances and of those of a group alike.
  static void machine(RaisedNode node, Property<String> type, Resource template) {
    node.read(type, template.get("instance_type"));
    String image = Arguments.text(template.body(), "image_id");
    if (!image.isEmpty() && !Value.of(image).equals(ComputeBlocks.image("", node.get(type)))) {
      node.read(Instances.AMI, template.get("image_id"));
    }
    for (Block device : template.body().blocks("block_device_mappings")) {
      node.read(Instances.ROOT_VOLUME, Arguments.block(device, "ebs").get("volume_size"));
    }
    node.read(
        Instances.ROOT_VOLUME,
        Arguments.block(template.body(), "root_block_device").get("volume_size"));
  }

  /// The rule that lets a tier install its software.
  static Optional<Resource> updates(Resource group, Raising in) {
    return in.graph()
        .find(new Address("aws_vpc_security_group_egress_rule", group.address().name() + "_https"))
        .filter(rule -> Arguments.targets(rule.get("security_group_id")).contains(group.address()))
        .filter(rule -> Arguments.text(rule.body(), "cidr_ipv4").equals(Terms.ANYWHERE))
        .filter(rule -> Arguments.whole(rule.body(), "to_port", 0) == 443);
  }
}

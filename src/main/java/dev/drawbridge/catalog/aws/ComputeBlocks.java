package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Auto Scaling groups in Terraform, and what they and single instances have in common: see [InstanceBlocks].
final class ComputeBlocks {
  private static final Pattern ARM =
      Pattern.compile("(a1|[a-z]+[0-9]+[a-z]*g[a-z]*(-[a-z0-9]+)?)\\..*");

  private static final List<String> METRICS =
      List.of(
          "GroupDesiredCapacity",
          "GroupInServiceInstances",
          "GroupMaxSize",
          "GroupMinSize",
          "GroupPendingInstances",
          "GroupTerminatingInstances",
          "GroupTotalInstances");

  private ComputeBlocks() {}

  /// What runs on a fleet: servers that may; a file may hold others in it.
  static List<Node> tiers(Node fleet, Lowering out) {
    return out.around().inGroup(fleet).stream()
        .filter(
            node ->
                Catalog.of(node)
                    .filter(kind -> kind.is(Trait.SERVERS))
                    .filter(kind -> kind.placedIn().contains(fleet.kind()))
                    .isPresent())
        .toList();
  }

  /// How a load balancer names what it passes requests on to.
  static String targetType(Node tier, Lowering out) {
    return out.around()
            .group(tier)
            .filter(fleet -> Catalog.is(fleet, Trait.CONTAINERS))
            .filter(fleet -> !out.around().subnets(fleet).isEmpty())
            .isPresent()
        ? "ip"
        : "instance";
  }

  static void group(Element element, Lowering out) {
    if (!(element instanceof Node group)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(group);
    if (vpc.isEmpty()) {
      out.warn(group, null, "lower.without-vpc");
      return;
    }
    List<Node> tiers = tiers(group, out);
    if (tiers.isEmpty()) {
      out.warn(group, null, "lower.empty-group");
      SecurityBlocks.group(group, vpc.get(), out);
      SecurityBlocks.updates(group, out);
    }
    List<Node> subnets = out.around().subnets(group);
    if (subnets.isEmpty()) {
      out.warn(group, null, "lower.without-subnets");
    }
    AccountBlocks.instanceRole(group, out);
    DockerBlocks.pulls(group, tiers, out);
    groupTemplate(group, tiers, subnets, out);
    scaling(group, tiers, subnets, out);
  }

  private static void groupTemplate(
      Node group, List<Node> tiers, List<Node> subnets, Lowering out) {
    List<Value> groups = new ArrayList<>();
    for (Node bearer : tiers.isEmpty() ? List.of(group) : tiers) {
      groups.add(SecurityBlocks.id(out, bearer.id()));
    }
    Block.Builder template =
        launchTemplate(
            group,
            Instances.INSTANCE_TYPE.of(group),
            image(group, Instances.INSTANCE_TYPE.of(group)),
            userData(tiers, out),
            tierName(tiers),
            List.of("instance", "network-interface", "volume"),
            out);
    connect(template, groups, tiers.stream().anyMatch(Instances.PUBLIC_IP::of), subnets);
    out.add(
        group,
        out.address("aws_launch_template", group.id()),
        template.block("lifecycle", Terms.replaceFirst()).build());
  }

  /// Gives the instances of a group their security groups. An interface is described only where it is to have
  /// a public address, or none although a subnet would give it one.
  static void connect(
      Block.Builder template, List<Value> groups, boolean publicIp, List<Node> subnets) {
    if (!publicIp && subnets.stream().noneMatch(Subnet.MAP_PUBLIC_IP::of)) {
      template.set("vpc_security_group_ids", Value.of(groups));
    } else {
      template.block(
          "network_interfaces",
          Block.builder()
              .set("associate_public_ip_address", publicIp)
              .set("delete_on_termination", true)
              .set("security_groups", Value.of(groups)));
    }
  }

  /// What the instances of a group, or of a tier on its own, have in common.
  static Block.Builder launchTemplate(
      Node node,
      String type,
      Value image,
      @Nullable Value userData,
      String tier,
      List<String> tagged,
      Lowering out) {
    Block.Builder body =
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(node.id(), 60)))
            .set("description", out.words(node))
            .set("update_default_version", true)
            .set("image_id", image)
            .set("instance_type", type)
            .set("ebs_optimized", true);
    if (userData != null) {
      body.set("user_data", userData);
    }
    Address profile = out.address("aws_iam_instance_profile", node.id());
    body.set("tags", Terms.nameTag(out.tagName(node.id())))
        .block("iam_instance_profile", Block.builder().set("arn", Terms.arn(profile)))
        .block(
            "metadata_options",
            Block.builder()
                .set("http_endpoint", "enabled")
                .set("http_tokens", "required")
                .set("http_put_response_hop_limit", 1)
                .set("instance_metadata_tags", "enabled"))
        .block("monitoring", Block.builder().set("enabled", true))
        .block(
            "block_device_mappings",
            Block.builder()
                .set("device_name", "/dev/xvda")
                .block(
                    "ebs",
                    Block.builder()
                        .set("volume_type", "gp3")
                        .set("volume_size", Instances.ROOT_VOLUME.of(node))
                        .set("encrypted", true)
                        .set("delete_on_termination", true)));
    Value tags =
        Value.call(
            "merge",
            Value.symbol("local.tags"),
            Terms.map("Name", out.tagName(node.id()), "Tier", tier));
    for (String launched : tagged) {
      body.block(
          "tag_specifications", Block.builder().set("resource_type", launched).set("tags", tags));
    }
    return body;
  }

  private static void scaling(Node group, List<Node> tiers, List<Node> subnets, Lowering out) {
    List<Value> targets = new ArrayList<>();
    SequencedSet<Value> classic = new LinkedHashSet<>();
    List<Connector> arrows = new ArrayList<>();
    for (Node tier : tiers) {
      for (Connector arrow : out.document().connectorsOf(tier.id())) {
        if (arrow.target().equals(tier.id()) && BalancerBlocks.isTarget(arrow, out)) {
          BalancerBlocks.targetGroups(arrow, out).forEach(one -> targets.add(Terms.arn(one)));
          ClassicBalancerBlocks.before(arrow, out).ifPresent(one -> classic.add(one.dot("name")));
          if (BalancerBlocks.carriesRequests(arrow, out)) {
            arrows.add(arrow);
          }
        }
      }
    }
    // Elastic Load Balancing has no say where no load balancer stands before the group.
    boolean elb =
        AutoScalingGroup.HEALTH_CHECK.of(group) == AutoScalingGroup.HealthCheck.ELB
            && !(targets.isEmpty() && classic.isEmpty());
    int grace = AutoScalingGroup.GRACE_PERIOD.of(group);
    int healthy = AutoScalingGroup.REFRESH_MIN_HEALTHY.of(group);
    Address template = out.address("aws_launch_template", group.id());
    Address address = out.address("aws_autoscaling_group", group.id());
    Block.Builder body =
        Block.builder()
            .set("name", out.name(group.id(), 60))
            .set("vpc_zone_identifier", Terms.subnetIds(out, subnets));
    if (!targets.isEmpty()) {
      body.set("target_group_arns", Value.of(targets));
    }
    if (!classic.isEmpty()) {
      body.set("load_balancers", Value.of(List.copyOf(classic)));
    }
    body.set("min_size", AutoScalingGroup.MIN.of(group))
        .set("max_size", AutoScalingGroup.MAX.of(group))
        .set("desired_capacity", AutoScalingGroup.DESIRED.of(group))
        .set("health_check_type", elb ? "ELB" : "EC2")
        .set("health_check_grace_period", grace)
        .set("default_instance_warmup", AutoScalingGroup.WARM_UP.of(group))
        .set("termination_policies", termination(group))
        .set("wait_for_capacity_timeout", "10m")
        .set("enabled_metrics", Value.of(METRICS.stream().map(Value::of).toList()))
        .block(
            "launch_template",
            Block.builder()
                .set("id", Terms.id(template))
                .set("version", template.dot("latest_version")))
        .block(
            "instance_refresh",
            Block.builder()
                .set("strategy", "Rolling")
                .block(
                    "preferences",
                    Block.builder()
                        .set("auto_rollback", AutoScalingGroup.REFRESH_ROLLBACK.of(group))
                        .set("min_healthy_percentage", healthy)
                        // AWS wants at most a hundred between the two.
                        .set("max_healthy_percentage", Math.clamp(healthy + 50L, 100, 200))))
        .block("tag", tag("Name", out.tagName(group.id())))
        .block("tag", tag("Tier", Value.of(tierName(tiers))));
    boolean scales = ScalingBlocks.scales(group, arrows);
    Block.Builder lifecycle = Block.builder().set("create_before_destroy", true);
    if (scales) {
      lifecycle.set("ignore_changes", Value.items(Value.symbol("desired_capacity")));
    }
    List<Value> after = new ArrayList<>(AccountBlocks.rolePolicies(group, out));
    subnets.stream()
        .flatMap(subnet -> NetworkBlocks.defaultRoute(out, subnet).stream())
        .distinct()
        .map(Terms::whole)
        .forEach(after::add);
    out.add(
        group,
        address,
        body.block("lifecycle", lifecycle).set("depends_on", Value.of(after)).build());
    ScalingBlocks.add(group, address, arrows, out);
    ObservabilityBlocks.group(group, address, out);
    out.graph()
        .add(
            new Output(
                out.label(group.id()) + "_autoscaling_group_name",
                "Name of the Auto Scaling group " + out.words(group) + ".",
                address.dot("name")));
  }

  private static Value termination(Node group) {
    return Value.items(Value.of(AutoScalingGroup.TERMINATION.of(group).term()));
  }

  static Block tag(String key, Value value) {
    return Block.builder()
        .set("key", key)
        .set("value", value)
        .set("propagate_at_launch", true)
        .build();
  }

  static Workload workload(Node tier) {
    return Catalog.workload(tier)
        .orElseThrow(() -> new IllegalArgumentException(tier.kind() + " is not servers"));
  }

  static String tierName(Node tier) {
    return workload(tier).tier();
  }

  static String tierName(List<Node> tiers) {
    return tiers.isEmpty() ? "none" : tierName(tiers.getFirst());
  }

  static boolean isArm(String type) {
    return ARM.matcher(type).matches();
  }

  static Value image(Node node, String type) {
    return image(Instances.AMI.of(node), type);
  }

  /// The image that is drawn, or else the newest one for the instance type.
  static Value image(String drawn, String type) {
    String architecture = isArm(type) ? "arm64" : "x86_64";
    return Value.of(
        drawn.isEmpty()
            ? "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-"
                + architecture
            : drawn);
  }

  private static @Nullable Value script(Node tier, Lowering out) {
    return DockerBlocks.isDocker(tier)
        ? DockerBlocks.script(tier, out)
        : workload(tier).script(tier, out);
  }

  /// Base64, as launch templates want it; null where there is nothing to run.
  static @Nullable Value userData(List<Node> tiers, Lowering out) {
    List<Value> scripts = new ArrayList<>();
    for (Node tier : tiers) {
      Value script = script(tier, out);
      if (script != null) {
        scripts.add(script);
      }
    }
    if (scripts.isEmpty()) {
      return null;
    }
    Value text =
        scripts.size() == 1
            ? scripts.getFirst()
            : Value.call("join", Value.of("\n"), Value.of(scripts));
    return Value.call("base64encode", text);
  }
}

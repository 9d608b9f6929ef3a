package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;

/// The instances on which the tasks of an ECS service run that is not on Fargate: a capacity provider, which
/// starts as many of an Auto Scaling group as the tasks need.
final class EcsInstances {
  private EcsInstances() {}

  /// Returns the capacity provider.
  static Address add(
      Node service, Node vpc, List<Node> tiers, List<Node> subnets, Address cluster, Lowering out) {
    SecurityBlocks.group(service, vpc, out);
    SecurityBlocks.updates(service, out);
    AccountBlocks.instanceRole(service, out);
    Address agent = out.address("aws_iam_role_policy_attachment", service.id(), "ecs");
    out.imply(
        service,
        agent,
        Block.builder()
            .set("role", out.address("aws_iam_role", service.id()).dot("name"))
            .set(
                "policy_arn",
                AccountBlocks.managed("service-role/AmazonEC2ContainerServiceforEC2Role"))
            .build(),
        "The agent on the instances joins the cluster.");
    Address template = template(service, tiers, cluster, out);
    Address group = group(service, tiers, subnets, template, agent, out);
    Address provider = out.address("aws_ecs_capacity_provider", service.id());
    out.add(
        service,
        provider,
        Block.builder()
            .set("name", out.name(service.id(), 60))
            .set("tags", Terms.nameTag(out.tagName(service.id())))
            .block(
                "auto_scaling_group_provider",
                Block.builder()
                    .set("auto_scaling_group_arn", Terms.arn(group))
                    .set("managed_draining", "ENABLED")
                    .set("managed_termination_protection", "ENABLED")
                    .block(
                        "managed_scaling",
                        Block.builder().set("status", "ENABLED").set("target_capacity", 100)))
            .build());
    out.add(
        service,
        out.address("aws_ecs_cluster_capacity_providers", service.id()),
        Block.builder()
            .set("cluster_name", cluster.dot("name"))
            .set("capacity_providers", Value.items(provider.dot("name")))
            .block(
                "default_capacity_provider_strategy",
                Block.builder().set("capacity_provider", provider.dot("name")).set("weight", 1))
            .build());
    return provider;
  }

  /// What instances of a type run unless another image is drawn.
  static String usualImage(String type) {
    return "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/"
        + (ComputeBlocks.isArm(type) ? "arm64/" : "")
        + "recommended/image_id";
  }

  private static Address template(Node service, List<Node> tiers, Address cluster, Lowering out) {
    String type = Instances.INSTANCE_TYPE.of(service);
    String drawn = Instances.AMI.of(service);
    Value image = Value.of(drawn.isEmpty() ? usualImage(type) : drawn);
    Value script =
        ConfigurationFiles.script("ecs.sh.tftpl", Terms.map("cluster", cluster.dot("name")), out);
    Address template = out.address("aws_launch_template", service.id());
    Block.Builder body =
        ComputeBlocks.launchTemplate(
            service,
            type,
            image,
            Value.call("base64encode", script),
            ComputeBlocks.tierName(tiers),
            List.of("instance", "network-interface", "volume"),
            out);
    List<Value> groups = List.of(SecurityBlocks.id(out, service.id()));
    ComputeBlocks.connect(body, groups, false, out.around().subnets(service));
    out.add(service, template, body.block("lifecycle", Terms.replaceFirst()).build());
    return template;
  }

  private static Address group(
      Node service,
      List<Node> tiers,
      List<Node> subnets,
      Address template,
      Address agent,
      Lowering out) {
    List<Value> after = new ArrayList<>(AccountBlocks.rolePolicies(service, out));
    after.add(Terms.whole(agent));
    subnets.stream()
        .flatMap(subnet -> NetworkBlocks.defaultRoute(out, subnet).stream())
        .distinct()
        .map(Terms::whole)
        .forEach(after::add);
    int least = AutoScalingGroup.MIN.of(service);
    Address group = out.address("aws_autoscaling_group", service.id());
    out.add(
        service,
        group,
        Block.builder()
            .set("name", out.name(service.id(), 60))
            .set("vpc_zone_identifier", Terms.subnetIds(out, subnets))
            .set("min_size", least)
            .set("max_size", Math.max(least, AutoScalingGroup.MAX.of(service)))
            .set("health_check_type", "EC2")
            // ECS ends instances once their tasks have left.
            .set("protect_from_scale_in", true)
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
                            .set("auto_rollback", true)
                            .set("min_healthy_percentage", 100)
                            .set("max_healthy_percentage", 150)
                            .set("scale_in_protected_instances", "Refresh")))
            .block("tag", ComputeBlocks.tag("Name", out.tagName(service.id())))
            .block("tag", ComputeBlocks.tag("Tier", Value.of(ComputeBlocks.tierName(tiers))))
            // ECS sets it; without it here, every plan would take it away.
            .block("tag", ComputeBlocks.tag("AmazonECSManaged", Value.of("true")))
            .block(
                "lifecycle",
                Block.builder()
                    .set("create_before_destroy", true)
                    .set("ignore_changes", Value.items(Value.symbol("desired_capacity"))))
            .set("depends_on", Value.of(after))
            .build());
    ObservabilityBlocks.group(service, group, out);
    return group;
  }
}

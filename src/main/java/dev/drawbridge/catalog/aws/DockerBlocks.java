package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.Instances.Runtime;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;

/// Tiers whose software runs in a container on their instances.
final class DockerBlocks {
  private DockerBlocks() {}

  static boolean isDocker(Node tier) {
    return Instances.RUNTIME.of(tier) == Runtime.DOCKER;
  }

  /// What an instance runs at its first start: Docker, and in it the tier's image.
  static Value script(Node tier, Lowering out) {
    Address logs = out.address("aws_cloudwatch_log_group", tier.id());
    ObservabilityBlocks.logGroup(
        tier,
        logs,
        Value.template(
            Value.of("/"),
            Value.symbol("local.name"),
            Value.of("/docker/" + NetworkBlocks.hyphens(out, tier))),
        out);
    return ConfigurationFiles.script(
        "docker.sh.tftpl",
        Terms.map(
            "environment",
            new Value.Mapping(ComputeBlocks.workload(tier).container(tier, out)),
            "image",
            TaskBlocks.image(tier, out),
            "log_group",
            logs.dot("name"),
            "name",
            TaskBlocks.name(tier, out),
            "region",
            out.around().regionCode(tier),
            "shutdown",
            Value.of(ComputeBlocks.workload(tier).shutdown(tier))),
        out);
  }

  /// Lets instances pull from the registry of the account.
  static void pulls(Node component, List<Node> tiers, Lowering out) {
    if (tiers.stream().noneMatch(DockerBlocks::isDocker)) {
      return;
    }
    out.imply(
        component,
        out.address("aws_iam_role_policy_attachment", component.id(), "registry"),
        Block.builder()
            .set("role", out.address("aws_iam_role", component.id()).dot("name"))
            .set("policy_arn", AccountBlocks.managed("AmazonEC2ContainerRegistryReadOnly"))
            .build(),
        "Pulls container images.");
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;

/// Bastions in Terraform.
final class BastionBlocks {
  static final String TIER = "bastion";

  private BastionBlocks() {}

  static void bastion(Element element, Lowering out) {
    if (!(element instanceof Node bastion)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(bastion);
    if (vpc.isEmpty()) {
      out.warn(bastion, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(bastion, vpc.get(), out);
    SecurityBlocks.updates(bastion, out);
    Optional<Node> subnet = out.around().subnet(bastion);
    if (subnet.isEmpty()) {
      out.warn(bastion, null, "lower.without-subnet");
      return;
    }
    InstanceBlocks.bastion(bastion, subnet.get(), out);
    out.graph()
        .add(
            new Output(
                out.label(bastion.id()) + "_instance_id",
                "ID of the bastion " + out.words(bastion) + ", for aws ssm start-session.",
                Terms.id(out.address("aws_instance", bastion.id()))));
  }

  /// The addresses from which it may be called; empty where Terraform asks for them.
  static List<String> sources(Node bastion) {
    return Bastion.ALLOWED.of(bastion).stream()
        .map(Traffic.SOURCE_CIDR::in)
        .filter(source -> !source.isEmpty())
        .distinct()
        .toList();
  }

  /// The input that tells these addresses: everybody is none of them.
  static Value asked(Node bastion, Lowering out) {
    return Terms.ask(
        Variable.asked(
            out.label(bastion.id()) + "_allowed_cidrs",
            "IPv4 CIDR blocks from which SSH to "
                + out.words(bastion)
                + " is allowed, at least /8 each.",
            "set(string)",
            "alltrue([for cidr in {} : can(cidrhost(cidr, 0)) &&"
                + " try(tonumber(split(\"/\", cidr)[1]) >= 8, false)])",
            "must be IPv4 CIDR blocks of at least /8, never 0.0.0.0/0.",
            Value.items(Value.of("203.0.113.0/24"))),
        out);
  }
}

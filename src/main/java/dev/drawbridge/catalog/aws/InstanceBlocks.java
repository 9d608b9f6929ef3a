package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What runs on single instances in Terraform: tiers outside of Auto Scaling groups.
final class InstanceBlocks {
  /// What scanners look for in an instance although its launch template says it.
  private static final SequencedMap<String, String> TOLD_BY_TEMPLATE = new LinkedHashMap<>();

  static {
    TOLD_BY_TEMPLATE.put("CKV_AWS_8", "The launch template encrypts the volume.");
    TOLD_BY_TEMPLATE.put("CKV_AWS_79", "The launch template requires IMDSv2.");
    TOLD_BY_TEMPLATE.put("CKV_AWS_126", "The launch template turns monitoring on.");
    TOLD_BY_TEMPLATE.put("CKV_AWS_135", "The launch template turns EBS optimization on.");
    TOLD_BY_TEMPLATE.put("CKV2_AWS_41", "The launch template gives the role.");
    TOLD_BY_TEMPLATE.put("AVD-AWS-0131", "The launch template encrypts the volume.");
  }

  private InstanceBlocks() {}

  static void tier(Element element, Lowering out) {
    if (!(element instanceof Node tier)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(tier);
    if (vpc.isEmpty()) {
      out.warn(tier, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(tier, vpc.get(), out);
    SecurityBlocks.updates(tier, out);
    if (out.around().group(tier).isPresent()) {
      return;
    }
    List<Place> places = places(tier, out);
    if (places.isEmpty()) {
      out.warn(tier, null, "lower.without-subnets");
      return;
    }
    AccountBlocks.instanceRole(tier, out);
    DockerBlocks.pulls(tier, List.of(tier), out);
    String type = workload(tier).instanceType().of(tier);
    Machine machine =
        new Machine(
            tier,
            ComputeBlocks.tierName(tier),
            type,
            ComputeBlocks.userData(List.of(tier), out),
            workload(tier).servers(tier) > 1);
    stand(machine, places, workload(tier).tags(tier, out), out);
  }

  /// A host without a part in its label: there is but one.
  static void bastion(Node bastion, Node subnet, Lowering out) {
    AccountBlocks.instanceRole(bastion, out);
    Machine machine =
        new Machine(bastion, BastionBlocks.TIER, Bastion.INSTANCE_TYPE.of(bastion), null, false);
    stand(machine, List.of(new Place(subnet, "")), new LinkedHashMap<>(), out);
  }

  /// What its instances are started as.
  ///
  /// @param quorum whether they lose what they hold when most of them go at once
  private record Machine(
      Node node, String tier, String type, @Nullable Value userData, boolean quorum) {}

  private static void stand(
      Machine machine, List<Place> places, SequencedMap<String, Value> tags, Lowering out) {
    Node node = machine.node;
    // An instance cannot name its image by a parameter without being replaced at the next plan; a
    // launch template can.
    out.add(
        node,
        out.address("aws_launch_template", node.id()),
        ComputeBlocks.launchTemplate(
                node,
                machine.type,
                ComputeBlocks.image(node, machine.type),
                machine.userData,
                machine.tier,
                List.of("network-interface", "volume"),
                out)
            .block("lifecycle", Terms.replaceFirst())
            .build());
    for (Place place : places) {
      instance(machine, place, tags, out);
    }
  }

  /// One single instance: the subnet, and what tells its label from its siblings'.
  private record Place(Node subnet, String part) {
    Address instance(Node node, Lowering out) {
      return part.isEmpty()
          ? out.address("aws_instance", node.id())
          : out.address("aws_instance", node.id(), part);
    }
  }

  private static List<Place> places(Node tier, Lowering out) {
    int count = Instances.PER_SUBNET.of(tier);
    int servers = workload(tier).servers(tier);
    List<Node> subnets = out.around().subnets(tier);
    List<Place> places = new ArrayList<>();
    if (servers > 0) {
      for (int i = 0; i < servers && !subnets.isEmpty(); i++) {
        places.add(new Place(subnets.get(i % subnets.size()), String.valueOf(i + 1)));
      }
      return places;
    }
    for (Node subnet : subnets) {
      String label = out.label(subnet.id());
      for (int i = 1; i <= count; i++) {
        places.add(new Place(subnet, count == 1 ? label : label + "_" + i));
      }
    }
    return places;
  }

  private static void instance(
      Machine machine, Place place, SequencedMap<String, Value> more, Lowering out) {
    Node tier = machine.node;
    List<Value> after = new ArrayList<>(AccountBlocks.rolePolicies(tier, out));
    NetworkBlocks.defaultRoute(out, place.subnet).map(Terms::whole).ifPresent(after::add);
    String name = NetworkBlocks.hyphens(out, tier);
    String suffix = place.part.isEmpty() ? "" : "-" + place.part.replace('_', '-');
    SequencedMap<String, Value> tags = new LinkedHashMap<>();
    tags.put("Name", Terms.named("-" + name + suffix));
    tags.put("Tier", Value.of(machine.tier));
    tags.putAll(more);
    Address template = out.address("aws_launch_template", tier.id());
    Block.Builder body = Block.builder();
    TOLD_BY_TEMPLATE.forEach(body::accept);
    if (machine.quorum) {
      body.block(
          "lifecycle",
          Block.builder()
              .remark("A new template must not replace all servers at once, for they hold the data")
              .remark("together: terraform apply -replace=ADDRESS takes it up one by one.")
              .set("ignore_changes", Value.items(Value.symbol("launch_template"))));
    }
    out.add(
        tier,
        place.instance(tier, out),
        body.set("subnet_id", Terms.id(out.address("aws_subnet", place.subnet.id())))
            .set("vpc_security_group_ids", Value.items(SecurityBlocks.id(out, tier.id())))
            .set("associate_public_ip_address", Instances.PUBLIC_IP.of(tier))
            .set("tags", new Value.Mapping(tags))
            .set("depends_on", Value.of(after))
            .block(
                "launch_template",
                Block.builder()
                    .set("id", Terms.id(template))
                    .set("version", template.dot("latest_version")))
            .build());
  }

  /// The addresses of its single instances.
  static List<Value> addresses(Node tier, Lowering out) {
    return endpoint(tier, out).hosts();
  }

  /// Single instances keep their addresses; those of a group come and go.
  static Endpoint endpoint(Node tier, Lowering out) {
    if (out.around().vpc(tier).isEmpty() || out.around().group(tier).isPresent()) {
      return Endpoint.NONE;
    }
    return new Endpoint(
        places(tier, out).stream()
            .<Value>map(place -> place.instance(tier, out).dot("private_ip"))
            .toList(),
        List.of(),
        Set.of());
  }

  /// Makes the tier's instances targets; those of an Auto Scaling group register by themselves.
  static void attach(Connector arrow, Node tier, Address targetGroup, String part, Lowering out) {
    if (out.around().group(tier).isPresent()) {
      return;
    }
    for (Place place : places(tier, out)) {
      out.add(
          arrow,
          out.address("aws_lb_target_group_attachment", arrow.id(), place.part + part),
          Block.builder()
              .set("target_group_arn", Terms.arn(targetGroup))
              .set("target_id", Terms.id(place.instance(tier, out)))
              .build());
    }
  }

  /// As above, behind a classic load balancer, of which it is no target twice.
  static void attachClassic(Connector arrow, Node tier, Address balancer, Lowering out) {
    if (out.around().group(tier).isPresent()) {
      return;
    }
    for (Place place : places(tier, out)) {
      Address instance = place.instance(tier, out);
      if (out.first(balancer + " before " + instance)) {
        out.add(
            arrow,
            out.address("aws_elb_attachment", arrow.id(), place.part),
            Block.builder()
                .set("elb", balancer.dot("name"))
                .set("instance", Terms.id(instance))
                .build());
      }
    }
  }

  private static Workload workload(Node tier) {
    return ComputeBlocks.workload(tier);
  }
}

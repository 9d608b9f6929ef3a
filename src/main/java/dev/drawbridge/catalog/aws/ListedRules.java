package dev.drawbridge.catalog.aws;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.RaisedRules.Step;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of security groups in their older forms, which list groups and ranges: inside the group, or as
/// resources of their own. Drawbridge writes none, but others do.
final class ListedRules {
  private static final String INGRESS = "ingress";
  private static final String GROUP = "aws_security_group";
  private static final List<String> RANGES = List.of("cidr_blocks", "ipv6_cidr_blocks");
  private static final int SSH = 22;

  private final Raising in;
  private final Outside outside;

  /// Groups that let out everything.
  private final SequencedSet<Resource> open = new LinkedHashSet<>();

  /// Who stands at the other end of a rule for a range of addresses.
  @FunctionalInterface
  interface Outside {
    RaisedNode end(Resource rule, RaisedNode bearer, boolean ingress, Value range, Ports ports);
  }

  ListedRules(Raising in, Outside outside) {
    this.in = in;
    this.outside = outside;
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String type : List.of(GROUP, "aws_default_security_group")) {
      for (Resource group : in.graph().ofType(type)) {
        for (Block.Nested nested : group.body().blocks()) {
          boolean ingress = nested.type().equals(INGRESS);
          if (ingress || nested.type().equals("egress")) {
            steps.addAll(read(group, nested.body(), ingress, in.nodesOf(group.address())));
          }
        }
      }
    }
    if (!open.isEmpty()) {
      String names =
          open.stream().map(each -> each.address().toString()).collect(Collectors.joining(", "));
      in.note(open.getFirst(), "raise.open-egress", names);
    }
    for (Resource rule : in.graph().ofType("aws_security_group_rule")) {
      boolean ingress = Arguments.text(rule.body(), "type").equals(INGRESS);
      List<RaisedNode> bearers =
          Arguments.target(rule.body(), "security_group_id").map(in::nodesOf).orElse(List.of());
      List<Step> found = read(rule, rule.body(), ingress, bearers);
      if (found.isEmpty()) {
        leave(rule, bearers);
      }
      steps.addAll(found);
    }
    return steps;
  }

  private void leave(Resource rule, List<RaisedNode> bearers) {
    Optional<Ports> ports = RaisedRules.ports(rule.body());
    boolean out = Arguments.text(rule.body(), "type").equals("egress");
    if (out
        && ranges(rule.body()).stream()
            .anyMatch(range -> RaisedRules.isOpen(Value.of(range), ports))) {
      in.leave(rule, "raise.open-egress", rule.address().toString());
      return;
    }
    if (out && isWithin(rule.body(), bearers, ports)) {
      in.leave(rule, "raise.egress-within", rule.address().toString());
      return;
    }
    boolean portless = ports.isEmpty() && !bearers.isEmpty();
    String other = portless ? "raise.rule-without-port" : "raise.rule-of-nobody";
    in.leave(
        rule,
        Arguments.isTrue(rule.body(), "self") ? "raise.rule-within" : other,
        rule.address().toString());
  }

  private boolean isWithin(Block body, List<RaisedNode> bearers, Optional<Ports> ports) {
    return ports.isPresent()
        && bearers.stream()
            .anyMatch(
                bearer ->
                    ranges(body).stream()
                        .anyMatch(range -> inside(range, bearer, ports.get()).isPresent()));
  }

  private List<Step> read(
      Resource resource, Block body, boolean ingress, List<RaisedNode> bearers) {
    Optional<Ports> ports = RaisedRules.ports(body);
    if (ports.isEmpty()) {
      return List.of();
    }
    List<Address> groups = new ArrayList<>(Arguments.targets(body.get("security_groups")));
    groups.addAll(Arguments.targets(body.get("source_security_group_id")));
    List<Step> steps = new ArrayList<>();
    for (RaisedNode bearer : bearers) {
      for (Address group : groups) {
        for (RaisedNode other : in.nodesOf(group)) {
          steps.add(step(resource, ingress, bearer, other, "", ports.get()));
        }
      }
      for (RaisedNode other : addressed(body)) {
        steps.add(step(resource, ingress, bearer, other, "", ports.get()));
      }
      untold(body)
          .ifPresent(
              reason -> {
                if (ingress && bearer.kind().equals(Bastion.KIND)) {
                  // Whom a bastion admits is an input in a drawing, too.
                  RaisedNode other =
                      outside.end(resource, bearer, true, Value.of(Terms.ANYWHERE), ports.get());
                  steps.add(step(resource, true, bearer, other, "", ports.get()));
                } else {
                  in.note(resource, "raise.rule-untold", resource.address().toString(), reason);
                }
              });
      for (String range : ranges(body)) {
        if (!ingress && RaisedRules.isOpen(Value.of(range), ports)) {
          if (!resource.type().equals("aws_security_group_rule")) {
            open.add(resource);
          }
          continue;
        }
        Optional<List<RaisedNode>> inside = inside(range, bearer, ports.get());
        if (inside.isPresent()) {
          // Where it may lead within the VPC, those tell who let it in.
          for (RaisedNode other : ingress ? inside.get() : List.<RaisedNode>of()) {
            steps.add(step(resource, ingress, bearer, other, "", ports.get()));
          }
          continue;
        }
        RaisedNode other = outside.end(resource, bearer, ingress, Value.of(range), ports.get());
        boolean internet = other.kind().equals(Internet.KIND);
        steps.add(
            step(resource, ingress, bearer, other, ingress && internet ? range : "", ports.get()));
      }
    }
    return steps;
  }

  private static Step step(
      Resource resource,
      boolean ingress,
      RaisedNode bearer,
      RaisedNode other,
      String cidr,
      Ports ports) {
    return new Step(
        resource, ingress, ingress ? other : bearer, ingress ? bearer : other, cidr, ports);
  }

  /// What is drawn and named by an address of its own that AWS will give it.
  private List<RaisedNode> addressed(Block body) {
    List<RaisedNode> found = new ArrayList<>();
    for (Value value : listed(body)) {
      if (value instanceof Value.Template(List<Value> parts)
          && parts.getFirst() instanceof Value.Reference(Address target, String attribute)
          && attribute.matches("(private|public)_ip")) {
        found.addAll(in.nodesOf(target));
      }
    }
    return found;
  }

  /// Why it cannot be told which addresses a rule names; empty where it can.
  private Optional<Reason> untold(Block body) {
    return Stream.concat(
            RANGES.stream().flatMap(name -> Stream.ofNullable(body.get(name))),
            listed(body).stream())
        .flatMap(
            value ->
                value instanceof Value.Unknown(Reason reason) ? Stream.of(reason) : Stream.empty())
        .findFirst();
  }

  private static List<Value> listed(Block body) {
    return RANGES.stream()
        .flatMap(name -> Stream.ofNullable(body.get(name)))
        .flatMap(
            value ->
                value instanceof Value.Items(List<Value> values) ? values.stream() : Stream.empty())
        .toList();
  }

  private List<String> ranges(Block body) {
    return listed(body).stream().flatMap(value -> range(value).stream()).toList();
  }

  /// Addresses are often named by the VPC or subnet that has them.
  private Optional<String> range(Value value) {
    return value instanceof Value.Reference(Address target, String attribute)
            && attribute.equals("cidr_block")
        ? in.graph().find(target).flatMap(place -> in.text(place.get(attribute)))
        : in.text(value);
  }

  /// Who stands behind addresses of the bearer's own VPC: whatever sends from the subnets among them, and the
  /// load balancers that have the bearer for a target. Empty where they are others.
  Optional<List<RaisedNode>> inside(String range, RaisedNode bearer, Ports ports) {
    Optional<AddressBlock> block = AddressBlock.parse(range);
    Optional<RaisedNode> vpc = bearer.around(Vpc.KIND);
    boolean own =
        block.isPresent()
            && vpc.flatMap(place -> AddressBlock.parse(place.get(Vpc.CIDR)))
                .filter(whole -> whole.contains(block.get()))
                .isPresent();
    if (!own) {
      return Optional.empty();
    }
    return Optional.of(
        in.nodes(Trait.GROUPED).stream()
            .filter(node -> !node.equals(bearer) && node.around(Vpc.KIND).equals(vpc))
            .filter(
                node ->
                    node.kind().is(Trait.BALANCER)
                        ? balances(new TargetEnds(node, bearer), ports)
                        : node.kind().is(Trait.SENDS) && stands(node, block.get()))
            .toList());
  }

  private static boolean stands(RaisedNode node, AddressBlock block) {
    return Stream.concat(node.around(Subnet.KIND).stream(), node.spans().stream())
        .flatMap(subnet -> AddressBlock.parse(subnet.get(Subnet.CIDR)).stream())
        .anyMatch(block::contains);
  }

  /// Whether the servers are targets of the load balancer at one of these ports.
  private boolean balances(TargetEnds ends, Ports ports) {
    return Stream.of("aws_lb_target_group", "aws_alb_target_group")
            .flatMap(type -> in.graph().ofType(type).stream())
            .filter(group -> ports.holds(Arguments.whole(group.body(), "port", 0)))
            .anyMatch(group -> TargetEnds.of(group, in).contains(ends))
        || in.graph().ofType("aws_elb").stream()
            .filter(classic -> in.nodesOf(classic.address()).contains(ends.balancer()))
            .filter(
                classic ->
                    RaisedClassicBalancers.instancePorts(classic).stream().anyMatch(ports::holds))
            .anyMatch(
                classic -> RaisedClassicBalancers.members(classic, in).contains(ends.servers()));
  }

  /// The first single port that a group opens, but for that of administration: what bears it listens there.
  static Optional<Integer> firstPort(Resource group, Raising in) {
    List<Block> openings = new ArrayList<>(group.body().blocks(INGRESS));
    for (Resource rule : in.graph().referrers(group.address())) {
      boolean ingress =
          rule.type().equals("aws_vpc_security_group_ingress_rule")
              || (rule.type().equals("aws_security_group_rule")
                  && Arguments.text(rule.body(), "type").equals(INGRESS));
      if (ingress && Arguments.targets(rule.get("security_group_id")).contains(group.address())) {
        openings.add(rule.body());
      }
    }
    return openings.stream()
        .filter(body -> !Arguments.isTrue(body, "self"))
        .flatMap(body -> RaisedRules.ports(body).stream())
        .filter(ports -> ports.transport() == Transport.TCP && ports.from() == ports.to())
        .map(Ports::from)
        .filter(port -> port > 0 && port != SSH)
        .findFirst();
  }
}

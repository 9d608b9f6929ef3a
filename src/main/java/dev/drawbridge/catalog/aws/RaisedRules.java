package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of security groups, each as a step from one node to another.
final class RaisedRules {
  /// A rule between two nodes.
  ///
  /// @param cidr where the internet stands at one end: the addresses that the rule names
  record Step(Resource resource, RaisedNode source, RaisedNode target, String cidr, Ports ports) {}

  private static final int SSH = 22;

  private final Raising in;
  private final Map<String, RaisedNode> outside = new LinkedHashMap<>();

  RaisedRules(Raising in) {
    this.in = in;
  }

  /// All rules that lead from a node to a node, in the graph's order: resources of their own, in the old and
  /// the new form, and those inside a group.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Resource resource : in.graph().resources().values()) {
      switch (resource.type()) {
        case "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule" -> {
          if (in.nodesOf(resource.address()).isEmpty()) {
            boolean ingress = resource.type().contains("_ingress_");
            read(resource, resource.body(), ingress, steps);
          }
        }
        case "aws_security_group_rule" -> {
          boolean ingress = Arguments.text(resource.body(), "type").equals("ingress");
          List<RaisedNode> bearers = nodes(resource.body(), "security_group_id");
          if (!listed(resource, resource.body(), ingress, bearers, steps)) {
            leave(resource, resource.body(), bearers);
          }
        }
        case "aws_security_group" -> {
          for (Block.Nested nested : resource.body().blocks()) {
            boolean ingress = nested.type().equals("ingress");
            if (ingress || nested.type().equals("egress")) {
              List<RaisedNode> bearers = in.nodesOf(resource.address());
              listed(resource, nested.body(), ingress, bearers, steps);
            }
          }
        }
        default -> {}
      }
    }
    return steps.stream()
        .filter(step -> Traffic.KIND.mayConnect(step.source().kind(), step.target().kind()))
        .filter(step -> !step.source().equals(step.target()))
        .toList();
  }

  private void leave(Resource resource, Block body, List<RaisedNode> bearers) {
    boolean within = Arguments.isTrue(body, "self");
    in.leave(
        resource,
        within
            ? "raise.rule-within"
            : ports(body).isEmpty() && !bearers.isEmpty()
                ? "raise.rule-without-port"
                : "raise.rule-of-nobody",
        resource.address().toString());
  }

  /// A rule in the older form, which lists groups and ranges.
  ///
  /// @return whether it leads anywhere
  private boolean listed(
      Resource resource, Block body, boolean ingress, List<RaisedNode> bearers, List<Step> steps) {
    Optional<Ports> ports = ports(body);
    if (ports.isEmpty()) {
      return false;
    }
    List<RaisedNode> others = new ArrayList<>(nodes(body, "source_security_group_id"));
    Arguments.targets(body.get("security_groups"))
        .forEach(group -> others.addAll(in.nodesOf(group)));
    boolean found = false;
    for (RaisedNode bearer : bearers) {
      for (RaisedNode other : others) {
        steps.add(step(resource, ingress, bearer, other, "", ports.get()));
        found = true;
      }
      for (String cidr : ranges(body)) {
        RaisedNode other = outside(resource, bearer, ingress, ports.get());
        steps.add(step(resource, ingress, bearer, other, ingress ? cidr : "", ports.get()));
        found = true;
      }
    }
    return found;
  }

  private static Step step(
      Resource resource,
      boolean ingress,
      RaisedNode bearer,
      RaisedNode other,
      String cidr,
      Ports ports) {
    return new Step(resource, ingress ? other : bearer, ingress ? bearer : other, cidr, ports);
  }

  private List<String> ranges(Block body) {
    List<String> ranges = new ArrayList<>();
    for (String argument : List.of("cidr_blocks", "ipv6_cidr_blocks")) {
      if (body.get(argument) instanceof Value.Items(List<Value> values)) {
        values.forEach(value -> in.text(value).ifPresent(ranges::add));
      }
    }
    return ranges;
  }

  private void read(Resource resource, Block body, boolean ingress, List<Step> steps) {
    Optional<Ports> ports = ports(body);
    List<RaisedNode> bearers = nodes(body, "security_group_id");
    String cidr = Arguments.text(body, "cidr_ipv4") + Arguments.text(body, "cidr_ipv6");
    List<RaisedNode> others = new ArrayList<>(nodes(body, "referenced_security_group_id"));
    boolean within = !bearers.isEmpty() && others.equals(bearers);
    if (ports.isEmpty() || bearers.isEmpty() || within) {
      in.leave(
          resource,
          within
              ? "raise.rule-within"
              : ports.isEmpty() ? "raise.rule-without-port" : "raise.rule-of-nobody",
          resource.address().toString());
      return;
    }
    nodes(body, "cidr_ipv4").forEach(vpc -> others.addAll(far(resource, bearers, ingress, vpc)));
    for (RaisedNode bearer : bearers) {
      List<RaisedNode> ends =
          cidr.isEmpty() ? others : List.of(outside(resource, bearer, ingress, ports.get()));
      if (ends.isEmpty()) {
        in.leave(resource, "raise.rule-of-nobody", resource.address().toString());
      }
      for (RaisedNode other : ends) {
        steps.add(step(resource, ingress, bearer, other, ingress ? cidr : "", ports.get()));
      }
    }
  }

  /// The other end in another region, for which the addresses of its VPC stand: our own rules are called
  /// after their ends.
  private List<RaisedNode> far(
      Resource rule, List<RaisedNode> bearers, boolean ingress, RaisedNode vpc) {
    String name = rule.address().name();
    @Nullable RaisedNode best = null;
    int length = -1;
    for (RaisedNode bearer : bearers) {
      for (RaisedNode node : in.nodes(Trait.GROUPED)) {
        String ends =
            ingress
                ? node.label() + "_to_" + bearer.label()
                : bearer.label() + "_to_" + node.label();
        if (node.around(Vpc.KIND).equals(Optional.of(vpc))
            && (name.equals(ends) || name.startsWith(ends + "_"))
            && ends.length() > length) {
          best = node;
          length = ends.length();
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /// The first single port that a group opens, but for that of administration: what bears it listens there.
  static Optional<Integer> firstPort(Resource group, Raising in) {
    List<Block> openings = new ArrayList<>(group.body().blocks("ingress"));
    for (Resource rule : in.graph().referrers(group.address())) {
      boolean ingress =
          rule.type().equals("aws_vpc_security_group_ingress_rule")
              || (rule.type().equals("aws_security_group_rule")
                  && Arguments.text(rule.body(), "type").equals("ingress"));
      if (ingress && Arguments.targets(rule.get("security_group_id")).contains(group.address())) {
        openings.add(rule.body());
      }
    }
    return openings.stream()
        .filter(body -> !Arguments.isTrue(body, "self"))
        .flatMap(body -> ports(body).stream())
        .filter(ports -> ports.transport() == Transport.TCP && ports.from() == ports.to())
        .map(Ports::from)
        .filter(port -> port > 0 && port != SSH)
        .findFirst();
  }

  private List<RaisedNode> nodes(Block body, String argument) {
    return Arguments.target(body, argument).map(in::nodesOf).orElse(List.of());
  }

  private static Optional<Ports> ports(Block body) {
    Optional<Integer> from = Arguments.whole(body.get("from_port"));
    Optional<Integer> to = Arguments.whole(body.get("to_port"));
    @Nullable Transport transport =
        switch (Arguments.text(body, "ip_protocol") + Arguments.text(body, "protocol")) {
          case "tcp", "6" -> Transport.TCP;
          case "udp", "17" -> Transport.UDP;
          default -> null;
        };
    return transport == null || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ports(transport, from.get(), to.get()));
  }

  /// The internet, of which a design may draw several: our own rules are called after their ends.
  private RaisedNode outside(Resource rule, RaisedNode bearer, boolean ingress, Ports ports) {
    String name = rule.address().name();
    String described =
        in.text(rule.get("description"))
            .map(text -> text.replaceFirst("^(TCP|UDP) ports? [0-9-]+ (from|to) ", ""))
            .orElse("");
    String label = "internet";
    int at = ingress ? name.indexOf("_to_" + bearer.label()) : -1;
    if (at > 0) {
      label = name.substring(0, at);
    } else if (!ingress && name.startsWith(bearer.label() + "_to_")) {
      String rest = name.substring(bearer.label().length() + 4);
      String front = Labels.of(described, label);
      String known =
          Stream.concat(outside.keySet().stream(), Stream.of(front))
              .filter(each -> rest.equals(each) || rest.startsWith(each + "_"))
              .reduce("", (one, two) -> one.length() > two.length() ? one : two);
      String part = "_" + ports.part();
      label =
          !known.isEmpty()
              ? known
              : rest.endsWith(part) ? rest.substring(0, rest.length() - part.length()) : rest;
    }
    RaisedNode node = outside.computeIfAbsent(label, wanted -> in.node(Internet.KIND, wanted));
    String front = Labels.of(described, "internet");
    if (node.words() == null && (label.equals(front) || label.startsWith(front + "_"))) {
      node.worded(described);
    }
    return node;
  }
}

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

  private final Raising in;
  private final Map<String, RaisedNode> outside = new LinkedHashMap<>();

  RaisedRules(Raising in) {
    this.in = in;
  }

  /// All rules that lead from a node to a node, in the graph's order.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Resource resource : in.graph().resources().values()) {
      boolean ingress = resource.type().equals("aws_vpc_security_group_ingress_rule");
      boolean egress = resource.type().equals("aws_vpc_security_group_egress_rule");
      if ((ingress || egress) && in.nodesOf(resource.address()).isEmpty()) {
        read(resource, resource.body(), ingress, steps);
      }
    }
    return steps;
  }

  private void read(Resource resource, Block body, boolean ingress, List<Step> steps) {
    Optional<Ports> ports = ports(body);
    List<RaisedNode> bearers = nodes(body, "security_group_id");
    if (ports.isEmpty() || bearers.isEmpty()) {
      in.leave(
          resource,
          ports.isEmpty() ? "raise.rule-without-port" : "raise.rule-of-nobody",
          resource.address().toString());
      return;
    }
    String cidr = Arguments.text(body, "cidr_ipv4") + Arguments.text(body, "cidr_ipv6");
    List<RaisedNode> others = new ArrayList<>(nodes(body, "referenced_security_group_id"));
    nodes(body, "cidr_ipv4").forEach(vpc -> others.addAll(far(resource, bearers, ingress, vpc)));
    for (RaisedNode bearer : bearers) {
      List<RaisedNode> ends =
          cidr.isEmpty() && !isTold(body)
              ? others
              : List.of(outside(resource, bearer, ingress, ports.get()));
      if (ends.isEmpty()) {
        in.leave(resource, "raise.rule-of-nobody", resource.address().toString());
      }
      for (RaisedNode other : ends) {
        steps.add(
            new Step(
                resource,
                ingress ? other : bearer,
                ingress ? bearer : other,
                ingress ? cidr : "",
                ports.get()));
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

  /// Whether the addresses are an input of the module.
  private static boolean isTold(Block body) {
    return body.get("for_each") instanceof Value.Symbol
        && Value.symbol("each.value").equals(body.get("cidr_ipv4"));
  }

  private List<RaisedNode> nodes(Block body, String argument) {
    return Arguments.target(body, argument).map(in::nodesOf).orElse(List.of());
  }

  private static Optional<Ports> ports(Block body) {
    Optional<Integer> from = Arguments.whole(body.get("from_port"));
    Optional<Integer> to = Arguments.whole(body.get("to_port"));
    @Nullable Transport transport =
        switch (Arguments.text(body, "ip_protocol")) {
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

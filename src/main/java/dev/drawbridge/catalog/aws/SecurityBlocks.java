package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Security groups: one a component, and a rule of its own for each arrow, direction and run of ports, which
/// keeps diffs small and lets two groups refer to each other without a cycle.
final class SecurityBlocks {
  private static final String GROUP = "aws_security_group";
  private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
  private static final String EGRESS = "aws_vpc_security_group_egress_rule";

  /// The kinds that bear a security group.
  private static final Set<String> BEARERS =
      Set.of("aws.alb", "tier.web", "tier.was", "aws.rds", "aws.rds_replica");

  private SecurityBlocks() {}

  /// From one port to another, both included.
  record Ports(int from, int to) {
    String words() {
      return from == to ? "port " + from : "ports " + from + "-" + to;
    }
  }

  static Value id(Lowering out, ElementId component) {
    return Terms.id(out.address(GROUP, component));
  }

  /// The component's own group, without rules.
  static void group(Node component, Node vpc, Lowering out) {
    out.add(
        component,
        out.address(GROUP, component.id()),
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(component.id(), 60)))
            .set("description", out.words(component))
            .set("vpc_id", Terms.vpcId(out, vpc))
            .set("tags", Terms.nameTag(out.tagName(component.id())))
            .block("lifecycle", Terms.replaceFirst())
            .build());
  }

  /// What an instance needs to install its software and to be reached by Session Manager.
  static void updates(Node component, Lowering out) {
    first(EGRESS, component, Terms.ANYWHERE, "TCP", new Ports(443, 443), out);
    out.imply(
        component,
        out.address(EGRESS, component.id(), "https"),
        Block.builder()
            .set("security_group_id", id(out, component.id()))
            .set("description", "HTTPS to AWS APIs and package repositories")
            .set("cidr_ipv4", Terms.ANYWHERE)
            .set("ip_protocol", "tcp")
            .set("from_port", 443)
            .set("to_port", 443)
            .build(),
        "Installs packages and reaches Session Manager.");
  }

  static void traffic(Element element, Lowering out) {
    if (!(element instanceof Connector arrow)) {
      return;
    }
    Node source = out.document().node(arrow.source());
    Node target = out.document().node(arrow.target());
    boolean fromInternet = source.kind().equals(Internet.KIND.id());
    boolean toInternet = target.kind().equals(Internet.KIND.id());
    if ((!fromInternet && !bears(source, out))
        || (!toInternet && !bears(target, out))
        || (fromInternet && toInternet)) {
      out.warn(arrow, null, "lower.arrow-without-group");
      return;
    }
    if (!fromInternet
        && !toInternet
        && !out.around().vpc(source).equals(out.around().vpc(target))) {
      out.warn(arrow, null, "lower.arrow-across-vpcs");
    }
    List<Ports> ports = ports(arrow, out);
    if (ports.isEmpty()) {
      out.warn(arrow, Traffic.PORTS.name(), "lower.arrow-without-port");
    }
    for (Ports run : ports) {
      String part = ports.size() == 1 ? "" : run.from + (run.from == run.to ? "" : "_" + run.to);
      if (!toInternet) {
        rule(INGRESS, target, source, arrow, run, part, out);
      }
      if (!fromInternet) {
        rule(EGRESS, source, target, arrow, run, part, out);
      }
    }
    if (ApplicationLoadBalancer.KIND.id().equals(source.kind())) {
      BalancerBlocks.target(arrow, source, target, out);
    }
  }

  private static void rule(
      String type,
      Node bearer,
      Node other,
      Connector arrow,
      Ports ports,
      String part,
      Lowering out) {
    String protocol = Traffic.PROTOCOL.of(arrow).name();
    boolean outside = other.kind().equals(Internet.KIND.id());
    String from = type.equals(INGRESS) ? Traffic.SOURCE_CIDR.of(arrow) : "";
    String range = from.isEmpty() ? Terms.ANYWHERE : from;
    if (!first(type, bearer, outside ? range : other.id().value(), protocol, ports, out)) {
      return;
    }
    Block.Builder body =
        Block.builder()
            .set("security_group_id", id(out, bearer.id()))
            .set(
                "description",
                cut(
                    protocol
                        + " "
                        + ports.words()
                        + (type.equals(INGRESS) ? " from " : " to ")
                        + out.words(other)));
    if (outside) {
      body.set(range.contains(":") ? "cidr_ipv6" : "cidr_ipv4", range);
    } else {
      body.set("referenced_security_group_id", id(out, other.id()));
    }
    Address address =
        part.isEmpty() ? out.address(type, arrow.id()) : out.address(type, arrow.id(), part);
    out.add(
        arrow,
        address,
        body.set("ip_protocol", protocol.toLowerCase(Locale.ROOT))
            .set("from_port", ports.from)
            .set("to_port", ports.to)
            .build());
  }

  /// Whether nothing asked for the same rule before: AWS refuses a second one.
  private static boolean first(
      String type, Node bearer, String other, String protocol, Ports ports, Lowering out) {
    return out.first(String.join(" ", type, bearer.id().value(), other, protocol, ports.words()));
  }

  /// Whether the component exists in Terraform with a group of its own.
  static boolean bears(Node node, Lowering out) {
    return BEARERS.contains(node.kind()) && out.around().vpc(node).isPresent();
  }

  /// The ports that the arrow opens: those it names, or those on which its target listens.
  static List<Ports> ports(Connector arrow, Lowering out) {
    List<Ports> found = new ArrayList<>();
    String named = Traffic.PORTS.of(arrow);
    if (named.isEmpty()) {
      Node target = out.document().node(arrow.target());
      for (int port : listening(target, out)) {
        Ports run = new Ports(port, port);
        if (!found.contains(run)) {
          found.add(run);
        }
      }
      return found;
    }
    for (String part : named.split(",")) {
      String[] ends = part.split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      Ports run = new Ports(from, to);
      if (from <= to && to <= 65535 && !found.contains(run)) {
        found.add(run);
      }
    }
    return found;
  }

  private static List<Integer> listening(Node node, Lowering out) {
    return switch (node.kind()) {
      case "aws.alb" ->
          ApplicationLoadBalancer.LISTENERS.of(node).stream()
              .map(ApplicationLoadBalancer.LISTENER_PORT::in)
              .toList();
      case "tier.web" -> List.of(WebTier.PORT.of(node));
      case "tier.was" -> List.of(WasTier.PORT.of(node));
      case "aws.rds" -> List.of(RdsPrimary.port(node));
      case "aws.rds_replica" ->
          DatabaseBlocks.primary(node, out.document())
              .map(primary -> List.of(RdsPrimary.port(primary)))
              .orElse(List.of());
      case "internet" -> List.of(443);
      default -> List.of();
    };
  }

  /// AWS takes at most 255 characters.
  private static String cut(String description) {
    return description.length() <= 255 ? description : description.substring(0, 255).strip();
  }
}

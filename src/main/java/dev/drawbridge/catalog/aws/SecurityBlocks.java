package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Trait;
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
import java.util.Optional;

/// Security groups: one a component, and a rule of its own for each arrow, direction and run of ports, which
/// keeps diffs small and lets two groups refer to each other without a cycle.
final class SecurityBlocks {
  private static final String GROUP = "aws_security_group";
  private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
  private static final String EGRESS = "aws_vpc_security_group_egress_rule";

  private SecurityBlocks() {}

  /// From one port to another, both included.
  record Ports(Transport transport, int from, int to) {
    /// All traffic, whatever the protocol; AWS itself has -1 for its ports.
    static final Ports ALL = new Ports(Transport.TCP, -1, -1);

    /// Whether this is among the ports that it names.
    boolean holds(int port) {
      return from <= port && port <= to;
    }

    String words() {
      return equals(ALL)
          ? "All traffic"
          : transport + (from == to ? " port " + from : " ports " + from + "-" + to);
    }

    /// What tells a rule's label from those of the arrow's other runs.
    String part() {
      return equals(ALL)
          ? Traffic.ALL
          : (transport == Transport.UDP ? "udp_" : "") + from + (from == to ? "" : "_" + to);
    }

    private Block.Builder in(Block.Builder rule) {
      return equals(ALL)
          ? rule.set("ip_protocol", "-1")
          : rule.set("ip_protocol", transport.name().toLowerCase(Locale.ROOT))
              .set("from_port", from)
              .set("to_port", to);
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
    first(EGRESS, component, Terms.ANYWHERE, new Ports(Transport.TCP, 443, 443), out);
    out.imply(
        component,
        out.address(EGRESS, component.id(), "https"),
        Block.builder()
            .accept("AVD-AWS-0104", "Neither has addresses that could be named.")
            .set("security_group_id", id(out, component.id()))
            .set("description", "HTTPS to AWS APIs and package repositories")
            .set("cidr_ipv4", Terms.ANYWHERE)
            .set("ip_protocol", "tcp")
            .set("from_port", 443)
            .set("to_port", 443)
            .build(),
        "Installs packages and reaches Session Manager.");
  }

  /// Lets the whole VPC call a component by HTTPS, as AWS's own services are called.
  static void fromVpc(Node component, Node vpc, Lowering out) {
    out.add(
        component,
        out.address(INGRESS, component.id(), "vpc"),
        Block.builder()
            .set("security_group_id", id(out, component.id()))
            .set("description", "HTTPS from the VPC")
            .set("cidr_ipv4", out.address("aws_vpc", vpc.id()).dot("cidr_block"))
            .set("ip_protocol", "tcp")
            .set("from_port", 443)
            .set("to_port", 443)
            .build());
  }

  /// What the servers of a component say to each other.
  static void among(Node component, List<Port> ports, Lowering out) {
    between(component, component, ports, out);
  }

  /// What two components say to each other, whoever begins. A group of another VPC cannot be named, so the
  /// addresses of that VPC stand for it; what stands in a data centre, which the other may, has none.
  static void between(Node one, Node other, List<Port> ports, Lowering out) {
    for (Port port : ports) {
      Ports run = new Ports(port.transport(), port.number(), port.number());
      for (String type : List.of(INGRESS, EGRESS)) {
        peer(type, one, other, run, out);
        if (!DataCentreBlocks.isOnPremises(other)) {
          peer(type, other, one, run, out);
        }
      }
    }
  }

  private static void peer(String type, Node bearer, Node other, Ports run, Lowering out) {
    boolean onPremises = DataCentreBlocks.isOnPremises(other);
    Optional<Value> far =
        onPremises
            ? DataCentreBlocks.range(other, out)
            : out.around()
                .vpc(other)
                .filter(vpc -> !out.around().vpc(bearer).equals(Optional.of(vpc)))
                .map(vpc -> out.address("aws_vpc", vpc.id()).dot("cidr_block"));
    String named = onPremises ? far.map(SecurityBlocks::key).orElse("") : other.id().value();
    if (named.isEmpty() || !first(type, bearer, named, run, out)) {
      return;
    }
    String direction = bearer.equals(other) ? " among " : type.equals(INGRESS) ? " from " : " to ";
    String part =
        bearer.equals(other) ? "among_" + run.part() : out.label(other.id()) + "_" + run.part();
    Block.Builder body =
        Block.builder()
            .set("security_group_id", id(out, bearer.id()))
            .set("description", cut(run.words() + direction + out.words(other)));
    if (far.isPresent()) {
      body.set("cidr_ipv4", far.get());
    } else {
      body.set("referenced_security_group_id", id(out, other.id()));
    }
    out.add(bearer, out.address(type, bearer.id(), part), run.in(body).build());
  }

  static void traffic(Element element, Lowering out) {
    if (!(element instanceof Connector arrow)) {
      return;
    }
    Node source = out.document().node(arrow.source());
    Node target = out.document().node(arrow.target());
    boolean fromOutside = isOutside(source);
    boolean toOutside = isOutside(target);
    boolean onPremises =
        DataCentreBlocks.isOnPremises(source) || DataCentreBlocks.isOnPremises(target);
    if (fromOutside && toOutside && onPremises) {
      // What a data centre says to itself and to the internet does not pass through AWS.
      return;
    }
    if ((!fromOutside && !bears(source, out))
        || (!toOutside && !bears(target, out))
        || (fromOutside && toOutside)) {
      out.warn(arrow, null, "lower.arrow-without-group");
      return;
    }
    if (onPremises && !DataCentreBlocks.join(source, target, out)) {
      out.warn(arrow, null, "lower.arrow-without-link");
      return;
    }
    if (!fromOutside
        && !toOutside
        && !out.around().vpc(source).equals(out.around().vpc(target))
        && !PeeringBlocks.join(source, target, out)) {
      out.warn(arrow, null, "lower.arrow-across-vpcs");
    }
    List<Ports> ports = ports(arrow, out);
    if (ports.isEmpty()) {
      out.warn(arrow, Traffic.PORTS.name(), "lower.arrow-without-port");
    }
    for (Ports run : ports) {
      String part = ports.size() == 1 ? "" : run.part();
      if (isOpenTo(source, target) && Traffic.SOURCE_CIDR.of(arrow).isEmpty()) {
        told(target, source, arrow, run, part, out);
      } else if (!toOutside) {
        rule(INGRESS, target, source, arrow, run, part, out);
      }
      if (!fromOutside) {
        rule(EGRESS, source, target, arrow, run, part, out);
      }
    }
    if (Catalog.is(source, Trait.BALANCER)) {
      BalancerBlocks.target(arrow, source, target, out);
    }
  }

  private static boolean isOpenTo(Node source, Node target) {
    return source.kind().equals(Internet.KIND.id()) && Bastion.is(target);
  }

  /// A bastion is open to the addresses that it names, or else to those that Terraform is told.
  private static void told(
      Node bastion, Node internet, Connector arrow, Ports run, String part, Lowering out) {
    List<String> sources = BastionBlocks.sources(bastion);
    for (int i = 0; i < sources.size(); i++) {
      String own = sources.size() == 1 ? part : joined("from_" + (i + 1), part);
      Optional<Value> source = Optional.of(Value.of(sources.get(i)));
      rule(INGRESS, bastion, internet, source, arrow, run, own, out);
    }
    if (!sources.isEmpty() || !first(INGRESS, bastion, "told", run, out)) {
      return;
    }
    out.add(
        arrow,
        part.isEmpty() ? out.address(INGRESS, arrow.id()) : out.address(INGRESS, arrow.id(), part),
        run.in(
                Block.builder()
                    .set("for_each", BastionBlocks.asked(bastion, out))
                    .set("security_group_id", id(out, bastion.id()))
                    .set("description", cut(run.words() + " from " + out.words(internet)))
                    .set("cidr_ipv4", Value.symbol("each.value")))
            .build());
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + "_" + second;
  }

  /// Whether addresses stand for it, since it has no group.
  private static boolean isOutside(Node node) {
    return node.kind().equals(Internet.KIND.id()) || DataCentreBlocks.isOnPremises(node);
  }

  /// What lets a session across the border to a data centre pass, in the group of the end that has one.
  ///
  /// @param arrow that the rule comes from
  static void call(Node caller, Node called, Connector arrow, Port port, Lowering out) {
    Ports run = new Ports(port.transport(), port.number(), port.number());
    if (isOutside(caller)) {
      rule(INGRESS, called, caller, arrow, run, "", out);
    } else {
      rule(EGRESS, caller, called, arrow, run, "", out);
    }
  }

  /// The addresses that stand for one that has no group; empty where it has none either.
  ///
  /// @param type of the rule that names them
  private static Optional<Value> range(Node outside, String type, Connector arrow, Lowering out) {
    if (DataCentreBlocks.isOnPremises(outside)) {
      return DataCentreBlocks.range(outside, out);
    }
    String from = type.equals(INGRESS) ? Traffic.SOURCE_CIDR.of(arrow) : "";
    return Optional.of(Value.of(from.isEmpty() ? Terms.ANYWHERE : from));
  }

  private static void rule(
      String type,
      Node bearer,
      Node other,
      Connector arrow,
      Ports ports,
      String part,
      Lowering out) {
    Optional<Value> range = isOutside(other) ? range(other, type, arrow, out) : Optional.empty();
    rule(type, bearer, other, range, arrow, ports, part, out);
  }

  /// @param range the addresses that stand for the other end; empty where its group does
  private static void rule(
      String type,
      Node bearer,
      Node other,
      Optional<Value> range,
      Connector arrow,
      Ports ports,
      String part,
      Lowering out) {
    boolean outside = isOutside(other);
    if (outside && range.isEmpty()
        || !first(
            type, bearer, range.map(SecurityBlocks::key).orElse(other.id().value()), ports, out)) {
      return;
    }
    Block.Builder body =
        Block.builder()
            .set("security_group_id", id(out, bearer.id()))
            .set(
                "description",
                cut(ports.words() + (type.equals(INGRESS) ? " from " : " to ") + out.words(other)));
    if (range.isPresent()) {
      body.set(key(range.get()).contains(":") ? "cidr_ipv6" : "cidr_ipv4", range.get());
    } else if (out.around().regionCode(bearer).equals(out.around().regionCode(other))) {
      body.set("referenced_security_group_id", id(out, other.id()));
    } else {
      // AWS knows the groups of a peer in the same region only.
      Node far = out.around().vpc(other).orElseThrow();
      body.set("cidr_ipv4", out.address("aws_vpc", far.id()).dot("cidr_block"));
    }
    Address address =
        part.isEmpty() ? out.address(type, arrow.id()) : out.address(type, arrow.id(), part);
    out.add(arrow, address, ports.in(body).build());
  }

  /// A range as a text: itself, or the name of what holds it.
  private static String key(Value range) {
    return range instanceof Value.Text(String text) ? text : range.toString();
  }

  /// Whether nothing asked for the same rule before: AWS refuses a second one.
  private static boolean first(String type, Node bearer, String other, Ports ports, Lowering out) {
    return out.first(String.join(" ", type, bearer.id().value(), other, ports.words()));
  }

  /// Whether the component exists in Terraform with a group of its own.
  static boolean bears(Node node, Lowering out) {
    return Catalog.is(node, Trait.GROUPED) && out.around().vpc(node).isPresent();
  }

  /// The ports that the arrow opens: those it names, or those on which its target listens.
  static List<Ports> ports(Connector arrow, Lowering out) {
    List<Ports> found = new ArrayList<>();
    String named = Traffic.PORTS.of(arrow);
    if (named.equals(Traffic.ALL)) {
      return List.of(Ports.ALL);
    }
    if (named.isEmpty()) {
      boolean told = arrow.properties().get(Traffic.PROTOCOL.name()) != null;
      Node target = out.document().node(arrow.target());
      for (Port port : listening(target, out)) {
        Transport transport = told ? Traffic.PROTOCOL.of(arrow) : port.transport();
        Ports run = new Ports(transport, port.number(), port.number());
        if (!found.contains(run)) {
          found.add(run);
        }
      }
      return found;
    }
    for (String part : named.split(",")) {
      String[] told = part.split("/");
      String[] ends = told[0].split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      Transport transport =
          told.length == 1
              ? Traffic.PROTOCOL.of(arrow)
              : Transport.valueOf(told[1].toUpperCase(Locale.ROOT));
      Ports run = new Ports(transport, from, to);
      if (from <= to && to <= 65535 && !found.contains(run)) {
        found.add(run);
      }
    }
    return found;
  }

  /// The ports at which the arrow reaches its target: those it opens, or where it opens all those on which the
  /// target listens.
  static List<Ports> reached(Connector arrow, Lowering out) {
    List<Ports> opened = ports(arrow, out);
    return opened.contains(Ports.ALL)
        ? listening(out.document().node(arrow.target()), out).stream()
            .map(port -> new Ports(port.transport(), port.number(), port.number()))
            .distinct()
            .toList()
        : opened;
  }

  private static List<Port> listening(Node node, Lowering out) {
    return Catalog.of(node).map(kind -> kind.listening(node, out.document())).orElse(List.of());
  }

  /// AWS takes at most 255 characters.
  private static String cut(String description) {
    return description.length() <= 255 ? description : description.substring(0, 255).strip();
  }
}

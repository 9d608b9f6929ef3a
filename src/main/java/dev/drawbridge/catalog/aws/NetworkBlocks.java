package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// VPCs, subnets, gateways and routes in Terraform.
final class NetworkBlocks {
  private NetworkBlocks() {}

  static void vpc(Element element, Lowering out) {
    if (!(element instanceof Node vpc)) {
      return;
    }
    Address address = out.address("aws_vpc", vpc.id());
    out.add(
        vpc,
        address,
        Block.builder()
            .set("cidr_block", Vpc.CIDR.of(vpc))
            .set("enable_dns_hostnames", true)
            .set("enable_dns_support", true)
            .set("tags", Terms.nameTag(out.tagName(vpc.id())))
            .build());
    out.imply(
        vpc,
        out.address("aws_default_security_group", vpc.id()),
        Block.builder()
            .set("vpc_id", Terms.id(address))
            .set(
                "tags", Terms.nameTag(Terms.named("-" + hyphens(out, vpc) + "-default-do-not-use")))
            .build(),
        "Adopts the VPC's default security group and removes all its rules.");
    routes(vpc, out);
    if (Vpc.FLOW_LOGS.of(vpc)) {
      ObservabilityBlocks.flowLogs(vpc, out);
    }
    out.graph()
        .add(
            new Output(
                out.label(vpc.id()) + "_vpc_id",
                "ID of the VPC " + out.words(vpc) + ".",
                Terms.id(address)));
  }

  static void subnet(Element element, Lowering out) {
    if (!(element instanceof Node subnet)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(subnet);
    if (vpc.isEmpty()) {
      out.warn(subnet, null, "lower.without-vpc");
      return;
    }
    Block.Builder body = Block.builder().set("vpc_id", Terms.vpcId(out, vpc.get()));
    out.around()
        .zoneName(subnet)
        .ifPresentOrElse(
            zone -> body.set("availability_zone", zone),
            () -> out.warn(subnet, null, "lower.without-zone"));
    out.add(
        subnet,
        out.address("aws_subnet", subnet.id()),
        body.set("cidr_block", cidr(subnet, out))
            .set("map_public_ip_on_launch", Subnet.MAP_PUBLIC_IP.of(subnet))
            .set(
                "tags",
                Terms.map(
                    "Name",
                    out.tagName(subnet.id()),
                    "Tier",
                    PropertyType.Choice.key(Subnet.ROUTING.of(subnet))))
            .build());
  }

  /// A subnet whose addresses nobody chose yet asks for them: guessing would make them change with
  /// whatever else is drawn.
  private static Value cidr(Node subnet, Lowering out) {
    String drawn = Subnet.CIDR.of(subnet);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    out.warn(subnet, Subnet.CIDR.name(), "lower.without-cidr");
    return Terms.ask(
        Variable.asked(
            out.label(subnet.id()) + "_cidr",
            "IPv4 CIDR block of the subnet " + out.words(subnet) + ".",
            "string",
            "can(cidrhost({}, 0))",
            "must be a valid IPv4 CIDR block.",
            Value.of("10.0.0.0/24")),
        out);
  }

  static void internetGateway(Element element, Lowering out) {
    if (!(element instanceof Node gateway)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(gateway);
    if (vpc.isEmpty()) {
      out.warn(gateway, null, "lower.without-vpc");
      return;
    }
    if (!out.around().inVpc(vpc.get(), gateway.kind()).getFirst().id().equals(gateway.id())) {
      // AWS attaches at most one to a VPC.
      out.warn(gateway, null, "lower.second-gateway");
      return;
    }
    out.add(
        gateway,
        out.address("aws_internet_gateway", gateway.id()),
        Block.builder()
            .set("vpc_id", Terms.vpcId(out, vpc.get()))
            .set("tags", Terms.nameTag(out.tagName(gateway.id())))
            .build());
  }

  static void natGateway(Element element, Lowering out) {
    if (!(element instanceof Node nat)) {
      return;
    }
    Optional<Node> subnet = out.around().subnet(nat);
    if (subnet.isEmpty() || out.around().vpc(nat).isEmpty()) {
      out.warn(nat, null, "lower.without-subnet");
      return;
    }
    List<Value> after = new ArrayList<>();
    gateway(out, nat).ifPresent(g -> after.add(Terms.whole(g)));
    Address address = out.address("aws_eip", nat.id());
    Block.Builder eip =
        Block.builder().set("domain", "vpc").set("tags", Terms.nameTag(out.tagName(nat.id())));
    Block.Builder body =
        Block.builder()
            .set("allocation_id", Terms.id(address))
            .set("subnet_id", Terms.id(out.address("aws_subnet", subnet.get().id())))
            .set("tags", Terms.nameTag(out.tagName(nat.id())));
    if (!after.isEmpty()) {
      eip.set("depends_on", Value.of(after));
      body.set("depends_on", Value.of(after));
    }
    out.add(nat, address, eip.build());
    out.add(nat, out.address("aws_nat_gateway", nat.id()), body.build());
    out.graph()
        .add(
            new Output(
                out.label(nat.id()) + "_public_ip",
                "Public IP address of outbound traffic through " + out.words(nat) + ".",
                address.dot("public_ip")));
  }

  /// The internet gateway of the VPC around a node.
  static Optional<Address> gateway(Lowering out, Node node) {
    return out.around()
        .vpc(node)
        .flatMap(vpc -> out.around().inVpc(vpc, InternetGateway.KIND.id()).stream().findFirst())
        .map(gateway -> out.address("aws_internet_gateway", gateway.id()));
  }

  /// The route that makes a subnet public or lets it out; empty for one without.
  static Optional<Address> defaultRoute(Lowering out, Node subnet) {
    Optional<Node> vpc = out.around().vpc(subnet);
    if (vpc.isEmpty()) {
      return Optional.empty();
    }
    return switch (Subnet.ROUTING.of(subnet)) {
      case PUBLIC ->
          gateway(out, subnet)
              .map(_ -> out.address("aws_route", vpc.get().id(), "public_internet"));
      case PRIVATE ->
          nats(vpc.get(), out).isEmpty()
              ? Optional.empty()
              : Optional.of(out.address("aws_route", vpc.get().id(), table(subnet, out) + "_nat"));
      case ISOLATED -> Optional.empty();
    };
  }

  /// The part of a route table's label that tells it from the others of its VPC: one for all public
  /// subnets, one for the private ones of each zone, one for all isolated ones.
  private static String table(Node subnet, Lowering out) {
    return switch (Subnet.ROUTING.of(subnet)) {
      case PUBLIC -> "public";
      case PRIVATE ->
          out.around()
              .zoneName(subnet)
              .map(zone -> "private_" + zone.charAt(zone.length() - 1))
              .orElse("private");
      case ISOLATED -> "isolated";
    };
  }

  /// The route tables of a VPC, with the subnets that use each.
  static SequencedMap<Address, List<Node>> tables(Node vpc, Lowering out) {
    SequencedMap<Address, List<Node>> tables = new LinkedHashMap<>();
    parts(vpc, out)
        .forEach(
            (part, subnets) -> tables.put(out.address("aws_route_table", vpc.id(), part), subnets));
    return tables;
  }

  private static SequencedMap<String, List<Node>> parts(Node vpc, Lowering out) {
    SequencedMap<String, List<Node>> tables = new LinkedHashMap<>();
    for (Node subnet : out.around().inVpc(vpc, Subnet.KIND.id())) {
      tables.computeIfAbsent(table(subnet, out), _ -> new ArrayList<>()).add(subnet);
    }
    return tables;
  }

  private static void routes(Node vpc, Lowering out) {
    Map<String, List<Node>> tables = parts(vpc, out);
    List<Value> privateTables = new ArrayList<>();
    tables.forEach(
        (part, subnets) -> {
          Address table = out.address("aws_route_table", vpc.id(), part);
          out.imply(
              vpc,
              table,
              Block.builder()
                  .set("vpc_id", Terms.vpcId(out, vpc))
                  .set(
                      "tags",
                      Terms.nameTag(
                          Terms.named("-" + hyphens(out, vpc) + "-" + part.replace('_', '-'))))
                  .build(),
              part.equals("isolated") ? "No route leads out of the VPC." : "");
          defaultRoute(vpc, subnets.getFirst(), table, out);
          for (Node subnet : subnets) {
            out.add(
                subnet,
                out.address("aws_route_table_association", subnet.id()),
                Block.builder()
                    .set("subnet_id", Terms.id(out.address("aws_subnet", subnet.id())))
                    .set("route_table_id", Terms.id(table))
                    .build());
          }
          if (Subnet.ROUTING.of(subnets.getFirst()) == Subnet.Routing.PRIVATE) {
            privateTables.add(Terms.id(table));
          }
        });
    if (!privateTables.isEmpty() && !EndpointBlocks.isDrawn("s3", vpc, out)) {
      out.imply(
          vpc,
          out.address("aws_vpc_endpoint", vpc.id(), "s3"),
          Block.builder()
              .set("vpc_id", Terms.vpcId(out, vpc))
              .set("service_name", "com.amazonaws." + out.around().regionCode(vpc) + ".s3")
              .set("vpc_endpoint_type", "Gateway")
              .set("route_table_ids", Value.of(privateTables))
              .set("tags", Terms.nameTag(Terms.named("-" + hyphens(out, vpc) + "-s3")))
              .build(),
          "Keeps S3 traffic off the NAT gateways. Gateway endpoints are free.");
    }
  }

  private static void defaultRoute(Node vpc, Node subnet, Address table, Lowering out) {
    Optional<Address> route = defaultRoute(out, subnet);
    if (route.isEmpty()) {
      return;
    }
    Block.Builder body =
        Block.builder()
            .set("route_table_id", Terms.id(table))
            .set("destination_cidr_block", Terms.ANYWHERE);
    if (Subnet.ROUTING.of(subnet) == Subnet.Routing.PUBLIC) {
      Node gateway = out.around().inVpc(vpc, InternetGateway.KIND.id()).getFirst();
      Address target = out.address("aws_internet_gateway", gateway.id());
      out.add(gateway, route.get(), body.set("gateway_id", Terms.id(target)).build());
    } else {
      Node nat = natFor(vpc, subnet, out);
      Address target = out.address("aws_nat_gateway", nat.id());
      out.add(nat, route.get(), body.set("nat_gateway_id", Terms.id(target)).build());
    }
  }

  /// The NAT gateway of the subnet's own zone, so that the loss of another zone does not cut it off; the
  /// first drawn where its zone has none.
  private static Node natFor(Node vpc, Node subnet, Lowering out) {
    List<Node> nats = nats(vpc, out);
    Optional<String> zone = out.around().zoneName(subnet);
    return nats.stream()
        .filter(nat -> zone.isPresent() && out.around().zoneName(nat).equals(zone))
        .findFirst()
        .orElse(nats.getFirst());
  }

  private static List<Node> nats(Node vpc, Lowering out) {
    return out.around().inVpc(vpc, NatGateway.KIND.id()).stream()
        .filter(nat -> out.around().subnet(nat).isPresent())
        .toList();
  }

  static String hyphens(Lowering out, Element element) {
    return out.label(element.id()).replace('_', '-');
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// VPCs, subnets and gateways recognised in Terraform: the way back of [NetworkBlocks].
final class RaisedNetwork {
  private static final String ZONE = "availability_zone";

  /// No region has more.
  private static final int MOST_ZONES = 6;

  private RaisedNetwork() {}

  static void vpc(Resource resource, Raising in) {
    RaisedNode vpc =
        in.node(Vpc.KIND, resource)
            .in(in.region(resource))
            .reading(Vpc.CIDR, resource.get("cidr_block"))
            .with(Vpc.FLOW_LOGS, !flowLogs(resource, in).isEmpty());
    in.told(Terms.id(resource.address()), "ID of the VPC ", ".").ifPresent(vpc::worded);
    adopted(resource, in);
  }

  /// What AWS made for the account is made anew where the design is exported.
  private static void adopted(Resource resource, Raising in) {
    if (resource.type().startsWith("aws_default_")) {
      in.note(resource, "raise.default", resource.address().toString());
    }
  }

  private static List<Resource> flowLogs(Resource vpc, Raising in) {
    return in.graph().referrers(vpc.address()).stream()
        .filter(resource -> resource.type().equals("aws_flow_log"))
        .toList();
  }

  static void subnet(Resource resource, Raising in) {
    Optional<RaisedNode> vpc = node(resource, "vpc_id", Vpc.KIND, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode place = in.zone(vpc.get(), zone(resource, vpc.get(), in)).orElse(vpc.get());
    RaisedNode subnet =
        in.node(Subnet.KIND, resource)
            .in(place)
            .reading(Subnet.CIDR, resource.get("cidr_block"))
            .with(Subnet.ROUTING, routing(resource, in))
            .reading(Subnet.MAP_PUBLIC_IP, resource.get("map_public_ip_on_launch"));
    adopted(resource, in);
    tables(resource, in).stream()
        .filter(found -> !found.type().equals("aws_route") || isDrawn(found))
        .forEach(found -> in.claim(subnet, found.address()));
    if (resource.get("cidr_block") instanceof Value.Symbol(String path)) {
      in.described(path, "IPv4 CIDR block of the subnet ", ".").ifPresent(subnet::worded);
    }
  }

  /// The availability zone. Where those of all subnets are inputs, each input is taken for a zone of its own.
  private static String zone(Resource subnet, RaisedNode vpc, Raising in) {
    if (!(subnet.get(ZONE) instanceof Value.Unknown unknown)) {
      return Arguments.text(subnet.body(), ZONE);
    }
    List<Resource> all =
        in.graph().ofType(subnet.type()).stream()
            .filter(isIn(Arguments.targets(subnet.get("vpc_id"))))
            .toList();
    List<Value> zones =
        all.stream().flatMap(each -> Stream.ofNullable(each.get(ZONE))).distinct().toList();
    if (zones.size() < 2
        || zones.size() > MOST_ZONES
        || !zones.stream().allMatch(Value.Unknown.class::isInstance)) {
      return "";
    }
    char letter = (char) ('a' + zones.indexOf(unknown));
    boolean first =
        all.stream().filter(each -> unknown.equals(each.get(ZONE))).findFirst().stream()
            .anyMatch(subnet::equals);
    if (first) {
      String name = subnet.address().toString();
      in.note(subnet, "raise.zone", name, String.valueOf(letter), unknown.reason());
    }
    return vpc.around(Region.KIND).map(region -> region.get(Region.CODE)).orElse("") + letter;
  }

  /// Whether it leads to what a subnet's routing tells; another is whatever it leads to.
  private static boolean isDrawn(Resource route) {
    return leadsOut(route.body()) || route.get("nat_gateway_id") != null;
  }

  /// Whether it leads to an internet gateway: a VPN gateway is named by the same argument.
  private static boolean leadsOut(Block route) {
    return Arguments.targets(route.get("gateway_id")).stream()
        .anyMatch(gateway -> gateway.type().equals("aws_internet_gateway"));
  }

  /// As the default route of its table says. Where there is none, the tag tells whether one is missing only
  /// because nothing is there to lead to.
  private static Routing routing(Resource subnet, Raising in) {
    List<Address> vpc = Arguments.targets(subnet.get("vpc_id"));
    for (Block route : routes(subnet, in)) {
      if (Terms.ANYWHERE.equals(Arguments.text(route, "destination_cidr_block"))
          || Terms.ANYWHERE.equals(Arguments.text(route, "cidr_block"))) {
        if (!Arguments.targets(route.get("nat_gateway_id")).isEmpty()) {
          return Routing.PRIVATE;
        }
        if (leadsOut(route)) {
          return Routing.PUBLIC;
        }
      }
    }
    Routing tagged =
        Arguments.read(
                new PropertyType.Choice<>(Routing.class),
                Arguments.entry(subnet.body(), "tags", "Tier"))
            .orElse(Routing.ISOLATED);
    boolean leads =
        switch (tagged) {
          case PUBLIC -> in.graph().ofType("aws_internet_gateway").stream().anyMatch(isIn(vpc));
          case PRIVATE -> hasNat(vpc, in);
          case ISOLATED -> false;
        };
    return leads ? Routing.ISOLATED : tagged;
  }

  private static Predicate<Resource> isIn(List<Address> vpc) {
    return resource -> Arguments.targets(resource.get("vpc_id")).equals(vpc);
  }

  private static boolean hasNat(List<Address> vpc, Raising in) {
    return in.graph().ofType("aws_nat_gateway").stream()
        .flatMap(nat -> Arguments.target(nat.body(), "subnet_id").stream())
        .flatMap(subnet -> in.graph().find(subnet).stream())
        .anyMatch(isIn(vpc));
  }

  /// The route table that a subnet is associated with, or its VPC's main one, and what belongs to it.
  private static List<Resource> tables(Resource subnet, Raising in) {
    List<Resource> own =
        in.graph().referrers(subnet.address()).stream()
            .filter(resource -> resource.type().equals("aws_route_table_association"))
            .toList();
    Stream<Address> associated =
        own.stream().flatMap(found -> Arguments.target(found.body(), "route_table_id").stream());
    Stream<Address> main =
        Arguments.targets(subnet.get("vpc_id")).stream()
            .flatMap(vpc -> in.graph().referrers(vpc).stream())
            .flatMap(RaisedNetwork::mainTable);
    // The main one has no block of its own where routes name it by its VPC.
    Stream<Address> unwritten = Arguments.targets(subnet.get("vpc_id")).stream();
    List<Resource> tables = new ArrayList<>(own);
    Stream.of(associated, main, unwritten)
        .flatMap(table -> table)
        .findFirst()
        .ifPresent(
            table -> {
              in.graph()
                  .find(table)
                  .filter(found -> found.type().endsWith("_route_table"))
                  .ifPresent(tables::add);
              in.graph().referrers(table).stream()
                  .filter(resource -> resource.type().equals("aws_route"))
                  .forEach(tables::add);
            });
    return tables;
  }

  /// The routes that hold for a subnet.
  private static List<Block> routes(Resource subnet, Raising in) {
    return tables(subnet, in).stream()
        .flatMap(
            found ->
                found.type().equals("aws_route")
                    ? Stream.of(found.body())
                    : found.body().blocks("route").stream())
        .toList();
  }

  private static Stream<Address> mainTable(Resource resource) {
    return switch (resource.type()) {
      case "aws_main_route_table_association" ->
          Arguments.target(resource.body(), "route_table_id").stream();
      case "aws_default_route_table" -> Stream.of(resource.address());
      default -> Stream.empty();
    };
  }

  static void internetGateway(Resource resource, Raising in) {
    Optional<RaisedNode> vpc = node(resource, "vpc_id", Vpc.KIND, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    in.node(InternetGateway.KIND, resource).in(vpc.get());
  }

  static void natGateway(Resource resource, Raising in) {
    Optional<RaisedNode> subnet = node(resource, "subnet_id", Subnet.KIND, in);
    if (subnet.isEmpty()) {
      in.leave(resource, "raise.without-subnet", resource.address().toString());
      return;
    }
    RaisedNode nat = in.node(NatGateway.KIND, resource).in(subnet.get());
    Arguments.target(resource.body(), "allocation_id")
        .ifPresent(
            address -> {
              in.claim(nat, address);
              Value ip = address.dot("public_ip");
              in.told(ip, "Public IP address of outbound traffic through ", ".")
                  .ifPresent(nat::worded);
            });
  }

  /// The node of a kind to which an argument refers.
  static Optional<RaisedNode> node(Resource resource, String argument, Kind kind, Raising in) {
    return nodes(resource.get(argument), kind, in).stream().findFirst();
  }

  /// The nodes of a kind to which a value refers, in its order.
  static List<RaisedNode> nodes(@Nullable Value value, Kind kind, Raising in) {
    return Arguments.targets(value).stream()
        .flatMap(address -> in.nodesOf(address).stream())
        .filter(node -> node.kind().equals(kind))
        .toList();
  }

  /// Whether what starts there gets a public address without asking.
  static boolean giveAddresses(Collection<RaisedNode> subnets) {
    return subnets.stream().anyMatch(subnet -> subnet.get(Subnet.MAP_PUBLIC_IP));
  }

  /// The VPC of something with subnets and security groups.
  static Optional<RaisedNode> vpc(List<RaisedNode> subnets, List<Address> groups, Raising in) {
    return Stream.concat(
            groups.stream()
                .flatMap(group -> in.graph().find(group).stream())
                .flatMap(group -> node(group, "vpc_id", Vpc.KIND, in).stream()),
            subnets.stream().flatMap(subnet -> subnet.around(Vpc.KIND).stream()))
        .findFirst();
  }

  /// A component takes its security groups, and the words of that which bears its label.
  static void groups(RaisedNode node, List<Address> groups, Raising in) {
    for (Address group : groups) {
      in.claim(node, group);
      in.graph()
          .find(group)
          .flatMap(resource -> in.text(resource.get("description")))
          .filter(_ -> group.name().equals(node.label()))
          .ifPresent(node::worded);
    }
  }
}

package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The VPC that every account has in every region, where a configuration looks it up: as AWS makes it, with a
/// public subnet in each of three zones. It is read as if it were written, by resources that stand for it.
///
/// Source: AWS, Default VPCs (172.31.0.0/16, a /20 a zone, a main route table that leads to an internet
/// gateway, public addresses for whatever starts there).
final class DefaultVpc {
  private static final String BLOCK = "172.31.0.0/16";
  private static final List<String> SUBNETS =
      List.of("172.31.0.0/20", "172.31.16.0/20", "172.31.32.0/20");

  private final Declared lookup;
  private final String name;
  private final List<String> zones;

  private DefaultVpc(Declared lookup, String name, List<String> zones) {
    this.lookup = lookup;
    this.name = name;
    this.zones = zones;
  }

  /// That which the root module looks up first; empty where it looks up none.
  ///
  /// @param zones the names of three availability zones
  static Optional<DefaultVpc> of(Module root, Evaluator evaluator, List<String> zones) {
    Predicate<Expression> yes =
        told -> Texts.of(evaluator.worth(told, root)).filter("true"::equals).isPresent();
    return root.source().data().values().stream()
        .filter(data -> data.block().labels().getFirst().equals("aws_vpc"))
        .filter(data -> data.body().value("default").filter(yes).isPresent())
        .findFirst()
        .map(data -> new DefaultVpc(data, free(root), zones));
  }

  /// A name that no resource of these types bears.
  private static String free(Module root) {
    String name = "default";
    while (taken(root, name)) {
      name = name + "_vpc";
    }
    return name;
  }

  private static boolean taken(Module root, String name) {
    return root.source().resources().keySet().stream()
        .map(key -> key.substring(key.indexOf('.') + 1))
        .anyMatch(one -> one.equals(name) || one.startsWith(name + "_"));
  }

  Declared lookup() {
    return lookup;
  }

  /// What a lookup of the VPC says.
  Optional<Value> attribute(String attribute) {
    return switch (attribute) {
      case "cidr_block" -> Optional.of(Value.of(BLOCK));
      case "id", "arn", "main_route_table_id" -> Optional.of(vpc().dot(attribute));
      default -> Optional.empty();
    };
  }

  /// What a lookup of its subnets says of their ids.
  Value subnetIds() {
    List<Value> ids = new ArrayList<>();
    for (int i = 0; i < SUBNETS.size(); i++) {
      ids.add(subnet(i).dot("id"));
    }
    return Value.of(ids);
  }

  /// Whether a lookup of subnets asks for those of this VPC.
  boolean holds(Body lookup, Function<Expression, Value> evaluate) {
    List<Expression> told = new ArrayList<>();
    lookup.value("vpc_id").ifPresent(told::add);
    lookup
        .blocks()
        .filter(block -> block.type().equals("filter"))
        .map(filter -> filter.body().value("values"))
        .flatMap(Optional::stream)
        .forEach(told::add);
    Value id = vpc().dot("id");
    return told.stream()
        .map(evaluate)
        .anyMatch(
            value ->
                value.equals(id)
                    || value instanceof Value.Items(List<Value> several) && several.contains(id));
  }

  void addTo(ResourceGraph.Builder graph) {
    add(graph, vpc(), Block.builder().set("cidr_block", BLOCK));
    Address gateway = new Address("aws_internet_gateway", name);
    add(graph, gateway, Block.builder().set("vpc_id", vpc().dot("id")));
    add(
        graph,
        new Address("aws_default_route_table", name),
        Block.builder()
            .set("default_route_table_id", vpc().dot("default_route_table_id"))
            .block(
                "route",
                Block.builder()
                    .set("cidr_block", "0.0.0.0/0")
                    .set("gateway_id", gateway.dot("id"))));
    for (int i = 0; i < SUBNETS.size(); i++) {
      add(
          graph,
          subnet(i),
          Block.builder()
              .set("vpc_id", vpc().dot("id"))
              .set("cidr_block", SUBNETS.get(i))
              .set("availability_zone", zones.get(i))
              .set("map_public_ip_on_launch", true));
    }
  }

  private void add(ResourceGraph.Builder graph, Address address, Block.Builder body) {
    graph.add(new Resource(address, body.build(), new Origin.Source(lookup.file(), lookup.line())));
  }

  private Address vpc() {
    return new Address("aws_vpc", name);
  }

  private Address subnet(int index) {
    return new Address("aws_subnet", name + "_" + (char) ('a' + index));
  }
}

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The VPC that every account has in every region, where a configuration looks it up, or where its resources
/// leave out where they stand, which AWS takes for this: as AWS makes it, with a public subnet in each of three
/// zones. It is read as if it were written, by resources that stand for it; those that adopt it or its subnets,
/// `aws_default_vpc` and `aws_default_subnet`, are it, and get the blocks that it has.
///
/// Source: AWS, Default VPCs (172.31.0.0/16, a /20 a zone, a main route table that leads to an internet
/// gateway, public addresses for whatever starts there); Configure security groups for your Classic Load Balancer
/// (one group for all that name none, open on the ports of their listeners).
final class DefaultVpc {
  private static final String BLOCK = "172.31.0.0/16";
  private static final String VPC = "aws_default_vpc";
  private static final String SUBNET = "aws_default_subnet";

  private final Module root;
  private final Evaluator evaluator;
  private final @Nullable Declared lookup;
  private final String name;
  private final List<String> zones;

  /// Where it is first asked for.
  private @Nullable Origin origin;

  /// Whether a database stands in the subnet group that RDS makes of it.
  private boolean holdsDatabases;

  /// The ports of the classic load balancers in it that have no group of their own.
  private final Set<Value> balanced = new LinkedHashSet<>();

  /// The subnets that the configuration adopts, by the number of their zone; null before somebody asks.
  private @Nullable Map<Integer, Address> adopted;

  private DefaultVpc(
      Module root,
      Evaluator evaluator,
      @Nullable Declared lookup,
      String name,
      List<String> zones) {
    this.root = root;
    this.evaluator = evaluator;
    this.lookup = lookup;
    this.name = name;
    this.zones = zones;
    if (lookup != null) {
      origin = new Origin.Source(lookup.file(), lookup.line());
    }
  }

  /// That which the root module looks up first, if it does.
  ///
  /// @param zones the names of three availability zones
  static DefaultVpc of(Module root, Evaluator evaluator, List<String> zones) {
    Predicate<Expression> yes =
        told -> Texts.of(evaluator.worth(told, root)).filter("true"::equals).isPresent();
    Declared lookup =
        root.source().data().values().stream()
            .filter(data -> data.block().labels().getFirst().equals("aws_vpc"))
            .filter(data -> data.body().value("default").filter(yes).isPresent())
            .findFirst()
            .orElse(null);
    return new DefaultVpc(root, evaluator, lookup, free(root), zones);
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

  /// Whether this is the lookup that asks for it.
  boolean isFor(Declared data) {
    return data == lookup;
  }

  boolean isLookedUp() {
    return lookup != null;
  }

  /// Where it is first asked for; empty where nobody does.
  Optional<Origin.Source> asked() {
    return origin instanceof Origin.Source source ? Optional.of(source) : Optional.empty();
  }

  /// What a resource says, with the place that AWS gives it where it leaves that out. Those of another
  /// region have another default VPC.
  Block placed(String type, Block body, Origin from) {
    if (body.get("provider") != null) {
      return body;
    }
    return switch (type) {
      case VPC -> with("cidr_block", Value.of(BLOCK), body, from);
      case SUBNET -> {
        int zone = letter(body.get("availability_zone"));
        Block within = with("vpc_id", vpc().dot("id"), body, from);
        Block open = with("map_public_ip_on_launch", Value.of(true), within, from);
        yield zone < 0 ? open : with("cidr_block", Value.of(block(zone)), open, from);
      }
      case "aws_security_group", "aws_default_security_group" ->
          with("vpc_id", vpc().dot("id"), body, from);
      case "aws_lb_target_group", "aws_alb_target_group" ->
          Value.of("lambda").equals(body.get("target_type"))
              ? body
              : with("vpc_id", vpc().dot("id"), body, from);
      case "aws_instance" ->
          body.blocks().stream()
                  .anyMatch(block -> block.type().matches(".*network_interface|launch_template"))
              ? body
              : with("subnet_id", subnetIn(body.get("availability_zone")), body, from);
      case "aws_autoscaling_group" ->
          body.get("availability_zones") == null
              ? body
              : with("vpc_zone_identifier", subnetsIn(body.get("availability_zones")), body, from);
      case "aws_elb" -> balancer(body, from);
      case "aws_db_instance" -> {
        boolean elsewhere =
            body.get("replicate_source_db") != null
                || !body.blocks("restore_to_point_in_time").isEmpty();
        if (elsewhere || isTold(body.get("db_subnet_group_name"))) {
          yield body;
        }
        holdsDatabases = true;
        yield with("db_subnet_group_name", databases().dot("name"), body, from);
      }
      default -> body;
    };
  }

  /// A classic load balancer: one without groups gets the group that ELB makes of the ports of its listeners.
  private Block balancer(Block body, Origin from) {
    Block there =
        body.get("availability_zones") == null
            ? body
            : with("subnets", subnetsIn(body.get("availability_zones")), body, from);
    if (isTold(body.get("security_groups")) || !isWithin(there.get("subnets"))) {
      return there;
    }
    body.blocks("listener")
        .forEach(listener -> Optional.ofNullable(listener.get("lb_port")).ifPresent(balanced::add));
    return with("security_groups", Value.items(balancers().dot("id")), there, from);
  }

  /// Whether these are subnets of it.
  private boolean isWithin(@Nullable Value subnets) {
    return subnets instanceof Value.Items(List<Value> named)
        && !named.isEmpty()
        && subnetIds() instanceof Value.Items(List<Value> own)
        && own.containsAll(named);
  }

  private static boolean isTold(@Nullable Value value) {
    return value != null && !(value instanceof Value.Null);
  }

  private Block with(String argument, Value place, Block body, Origin from) {
    if (isTold(body.get(argument))) {
      return body;
    }
    if (origin == null) {
      origin = from;
    }
    LinkedHashMap<String, Value> arguments = new LinkedHashMap<>(body.arguments());
    arguments.put(argument, place);
    return new Block(arguments, body.blocks());
  }

  /// That of a zone, or where none is named the first: which of them AWS takes nobody can tell.
  private Value subnetIn(@Nullable Value zone) {
    int index = zone instanceof Value.Text(String text) ? zones.indexOf(text) : 0;
    return subnet(Math.max(0, index)).dot("id");
  }

  private Value subnetsIn(@Nullable Value named) {
    List<Value> ids =
        named instanceof Value.Items(List<Value> items)
            ? items.stream().map(this::subnetIn).distinct().toList()
            : List.of();
    return ids.isEmpty() ? subnetIds() : Value.of(ids);
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
    for (int i = 0; i < zones.size(); i++) {
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
    if (holdsDatabases) {
      add(graph, databases(), Block.builder().set("subnet_ids", subnetIds()));
    }
    if (!balanced.isEmpty()) {
      add(graph, balancers(), group());
    }
    if (!vpc().type().equals(VPC)) {
      add(graph, vpc(), Block.builder().set("cidr_block", BLOCK));
    }
    Address gateway = new Address("aws_internet_gateway", name);
    add(graph, gateway, Block.builder().set("vpc_id", vpc().dot("id")));
    if (!root.source().resources().keySet().stream().anyMatch(this::isItsTable)) {
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
    }
    for (int i = 0; i < zones.size(); i++) {
      if (!adopted().containsKey(i)) {
        add(
            graph,
            subnet(i),
            Block.builder()
                .set("vpc_id", vpc().dot("id"))
                .set("cidr_block", block(i))
                .set("availability_zone", zones.get(i))
                .set("map_public_ip_on_launch", true));
      }
    }
  }

  /// Everybody may call those ports, and the load balancers whom they like.
  private Block.Builder group() {
    Value everybody = Value.items(Value.of("0.0.0.0/0"));
    Block.Builder group = Block.builder().set("vpc_id", vpc().dot("id"));
    for (Value port : balanced) {
      group.block("ingress", rule("tcp", port).set("cidr_blocks", everybody));
    }
    return group.block("egress", rule("-1", Value.of(0)).set("cidr_blocks", everybody));
  }

  private static Block.Builder rule(String protocol, Value port) {
    return Block.builder().set("protocol", protocol).set("from_port", port).set("to_port", port);
  }

  /// AWS gives each zone a part of its own; which, nobody can tell.
  private static String block(int zone) {
    return "172.31." + 16 * zone + ".0/20";
  }

  /// Whether the configuration takes the main route table into its own hands.
  private boolean isItsTable(String key) {
    return key.startsWith("aws_default_route_table.")
        && root.expanded(key).all().stream()
            .flatMap(
                table ->
                    table.declared().body().value("default_route_table_id").stream()
                        .map(of -> evaluator.evaluate(of, table.names())))
            .anyMatch(vpc().dot("default_route_table_id")::equals);
  }

  private void add(ResourceGraph.Builder graph, Address address, Block.Builder body) {
    graph.add(new Resource(address, body.build(), Objects.requireNonNull(origin)));
  }

  /// What the configuration calls it, where it adopts it.
  private Address vpc() {
    return root.source().resources().values().stream()
        .filter(declared -> declared.block().labels().getFirst().equals(VPC))
        .filter(declared -> declared.body().value("provider").isEmpty())
        .map(declared -> new Address(VPC, declared.block().labels().getLast()))
        .findFirst()
        .orElseGet(() -> new Address("aws_vpc", name));
  }

  /// Which zone of its region one is, from 0; -1 where that cannot be told.
  private static int letter(@Nullable Value zone) {
    return zone instanceof Value.Text(String text) && text.matches(".*[a-f]")
        ? text.charAt(text.length() - 1) - 'a'
        : -1;
  }

  private Map<Integer, Address> adopted() {
    Map<Integer, Address> known = adopted;
    if (known != null) {
      return known;
    }
    Map<Integer, Address> found = new HashMap<>();
    adopted = found;
    for (String key : root.source().resources().keySet()) {
      if (key.startsWith(SUBNET + ".")) {
        for (Instance subnet : root.expanded(key).all()) {
          Value zone =
              subnet
                  .declared()
                  .body()
                  .value("availability_zone")
                  .map(told -> evaluator.worth(told, subnet.names()))
                  .orElseGet(Value.Null::new);
          found.putIfAbsent(letter(zone), subnet.address());
        }
      }
    }
    return found;
  }

  private Address databases() {
    return new Address("aws_db_subnet_group", name);
  }

  private Address balancers() {
    return new Address("aws_security_group", name + "_elb");
  }

  private Address subnet(int index) {
    return adopted()
        .getOrDefault(index, new Address("aws_subnet", name + "_" + (char) ('a' + index)));
  }
}

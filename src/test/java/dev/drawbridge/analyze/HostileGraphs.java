package dev.drawbridge.analyze;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;

/// Does to resource graphs what strangers do: puts in what does not belong there.
final class HostileGraphs {
  private HostileGraphs() {}

  /// A place in a resource: the blocks on the way, and the argument there.
  record Place(String type, List<String> path) {}

  /// What to put into an argument of a resource.
  record Intruder(String says, Function<Address, Value> value) {
    static Intruder of(String says, Value value) {
      return new Intruder(says, _ -> value);
    }

    @Override
    public String toString() {
      return says;
    }
  }

  static final List<Intruder> INTRUDERS =
      List.of(
          Intruder.of("unknown", new Value.Unknown(Reason.of("unknown.not-told", "nobody"))),
          Intruder.of("null", new Value.Null()),
          Intruder.of("no text", Value.of("")),
          Intruder.of("another text", Value.of("not-a-thing")),
          Intruder.of("Korean", Value.of("서울 웹 서버 그룹 🙂")),
          Intruder.of("control characters", Value.of("\0\n\uFFFC{0}'%s")),
          Intruder.of("a long text", Value.of("x".repeat(10_000))),
          Intruder.of("every address", Value.of("0.0.0.0/0")),
          Intruder.of("0", Value.of(0)),
          Intruder.of("-1", Value.of(-1)),
          Intruder.of("half", new Value.Number(new BigDecimal("0.5"))),
          Intruder.of("the most", Value.of(Long.MAX_VALUE)),
          Intruder.of("the least", Value.of(Long.MIN_VALUE)),
          Intruder.of("more than fits", new Value.Number(new BigDecimal("1E+400"))),
          Intruder.of("true", Value.of(true)),
          Intruder.of("no items", Value.items()),
          Intruder.of("items of all sorts", Value.items(Value.of(1), Value.of("a"), map())),
          Intruder.of("items in items", nested(60)),
          Intruder.of("a map", map()),
          new Intruder("itself", address -> address.dot("id")),
          new Intruder("itself whole", address -> address.dot("")),
          new Intruder(
              "text around itself", address -> Value.template(Value.of("a"), address.dot("name"))),
          Intruder.of("what is not there", new Address("aws_vpc", "nowhere").dot("id")),
          Intruder.of("a circle of names", Value.symbol("local.circle_a")),
          Intruder.of("a variable of nobody", Value.symbol("var.nobody")),
          Intruder.of("a name cut short", Value.symbol("data.aws_vpc")),
          Intruder.of("no name", Value.symbol("")),
          Intruder.of("a template of nothing", Value.template()),
          Intruder.of("a function of nobody", Value.call("file", Value.of("/etc/passwd"))),
          Intruder.of("JSON cut short", Value.of("[{\"name\": \"\\u12")));

  private static Value map() {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    entries.put("name", Value.of("a"));
    entries.put("", new Value.Null());
    return new Value.Mapping(entries);
  }

  private static Value nested(int depth) {
    Value value = Value.of("0.0.0.0/0");
    for (int i = 0; i < depth; i++) {
      value = Value.items(value);
    }
    return value;
  }

  /// All places that a graph has.
  static SequencedSet<Place> places(ResourceGraph graph) {
    SequencedSet<Place> all = new LinkedHashSet<>();
    for (Resource resource : graph.resources().values()) {
      collect(resource.type(), List.of(), resource.body(), all);
    }
    return all;
  }

  private static void collect(
      String type, List<String> path, Block body, SequencedSet<Place> places) {
    body.arguments().keySet().forEach(name -> places.add(new Place(type, with(path, name))));
    for (Block.Nested nested : body.blocks()) {
      List<String> inner = with(path, nested.type());
      places.add(new Place(type, inner));
      collect(type, inner, nested.body(), places);
    }
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  /// The graph with something else at a place of every resource that has it. Where the place is a
  /// block, an argument takes its place.
  static ResourceGraph intrude(ResourceGraph graph, Place place, Intruder intruder) {
    ResourceGraph.Builder changed = around(graph);
    for (Resource resource : graph.resources().values()) {
      Block body =
          resource.type().equals(place.type())
              ? replaced(resource.body(), place.path(), intruder.value().apply(resource.address()))
              : resource.body();
      changed.add(new Resource(resource.address(), body, resource.origin()));
    }
    return changed.build();
  }

  private static Block replaced(Block body, List<String> path, Value value) {
    Block.Builder changed = Block.builder();
    String name = path.getFirst();
    boolean last = path.size() == 1;
    body.arguments()
        .forEach((key, old) -> changed.set(key, last && key.equals(name) ? value : old));
    for (Block.Nested nested : body.blocks()) {
      if (!nested.type().equals(name)) {
        changed.block(nested.type(), nested.body());
      } else if (last) {
        changed.set(name, value);
      } else {
        changed.block(name, replaced(nested.body(), path.subList(1, path.size()), value));
      }
    }
    return changed.build();
  }

  /// The graph with a few resources changed at random: arguments replaced, added under any name that
  /// other resources use, taken away; blocks taken away and repeated; references turned elsewhere.
  static ResourceGraph disturbed(ResourceGraph graph, Random random, List<String> names) {
    List<Resource> all = new ArrayList<>(graph.resources().values());
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && !all.isEmpty(); i++) {
      int at = random.nextInt(all.size());
      Resource resource = all.get(at);
      Block body = disturbed(resource, all, random, names);
      all.set(at, new Resource(resource.address(), body, resource.origin()));
    }
    ResourceGraph.Builder changed = around(graph);
    all.forEach(changed::add);
    return changed.build();
  }

  private static Block disturbed(
      Resource resource, List<Resource> all, Random random, List<String> names) {
    Block body = resource.body();
    List<String> keys = new ArrayList<>(body.arguments().keySet());
    Address elsewhere = all.get(random.nextInt(all.size())).address();
    String name =
        keys.isEmpty() || random.nextInt(4) == 0
            ? names.get(random.nextInt(names.size()))
            : keys.get(random.nextInt(keys.size()));
    Value value =
        random.nextInt(3) == 0
            ? Value.items(elsewhere.dot("id"), elsewhere.dot("arn"))
            : random.nextInt(3) == 0
                ? elsewhere.dot(names.get(random.nextInt(names.size())))
                : INTRUDERS.get(random.nextInt(INTRUDERS.size())).value().apply(resource.address());
    int sort = random.nextInt(10);
    Block.Builder changed = Block.builder();
    body.arguments()
        .forEach(
            (key, old) -> {
              if (sort != 9 || !key.equals(name)) {
                changed.set(key, old);
              }
            });
    if (sort < 9) {
      changed.set(name, value);
    }
    for (Block.Nested nested : body.blocks()) {
      int times = sort == 8 ? random.nextInt(30) : 1;
      for (int i = 0; i < times; i++) {
        changed.block(nested.type(), nested.body());
      }
    }
    return changed.build();
  }

  /// The same resources in another order.
  static ResourceGraph shuffled(ResourceGraph graph, Random random) {
    List<Resource> all = new ArrayList<>(graph.resources().values());
    Collections.shuffle(all, random);
    ResourceGraph.Builder changed = around(graph);
    all.forEach(changed::add);
    return changed.build();
  }

  /// What a graph has besides its resources, and names that lead in a circle.
  private static ResourceGraph.Builder around(ResourceGraph graph) {
    ResourceGraph.Builder builder = new ResourceGraph.Builder();
    graph.locals().forEach(builder::local);
    graph.variables().values().forEach(builder::add);
    graph.data().values().forEach(builder::add);
    graph.providers().values().forEach(builder::add);
    if (!graph.locals().containsKey("circle_a")) {
      builder.local("circle_a", Value.symbol("local.circle_b"));
      builder.local(
          "circle_b", Value.template(Value.of("x"), Value.items(Value.symbol("local.circle_a"))));
    }
    return builder;
  }
}

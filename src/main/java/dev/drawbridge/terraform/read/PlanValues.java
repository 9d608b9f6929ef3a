package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A configuration with what a plan knows put in: the values that hang on data sources and on functions which
/// are not followed, how many instances there are, and which resources there are at all. Which resource
/// refers to which is told by the configuration.
final class PlanValues {
  private final JsonBodies bodies;
  private final Map<Address, JsonResources> planned = new LinkedHashMap<>();

  PlanValues(List<JsonResources> resources) {
    this.bodies = new JsonBodies(resources);
    resources.forEach(resource -> planned.put(resource.address(), resource));
  }

  ResourceGraph putInto(ResourceGraph graph) {
    ResourceGraph.Builder out = new ResourceGraph.Builder();
    graph.providers().values().forEach(out::add);
    graph.variables().values().forEach(out::add);
    graph.outputs().values().forEach(out::add);
    graph.files().values().forEach(out::add);
    Set<Address> done = new LinkedHashSet<>();
    for (Resource resource : graph.resources().values()) {
      for (JsonResources found : instances(resource.address())) {
        if (done.add(found.address())) {
          Block body = merged(resource.body(), found.values(), found.address());
          out.add(new Resource(found.address(), body, resource.origin()));
        }
      }
    }
    return out.build();
  }

  /// A block whose number could not be told was read as one.
  private List<JsonResources> instances(Address address) {
    JsonResources own = planned.get(address);
    if (own != null) {
      return List.of(own);
    }
    String front = address + "[";
    return planned.values().stream()
        .filter(each -> each.address().toString().startsWith(front))
        .toList();
  }

  private Block merged(Block body, JsonNode values, Address self) {
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    List<Block.Nested> blocks = new ArrayList<>();
    body.arguments()
        .forEach(
            (name, value) -> {
              JsonNode known = values.path(name);
              if (value instanceof Value.Unknown && JsonBodies.isBlocks(known)) {
                // A dynamic block that nobody could count.
                known.forEach(
                    each ->
                        blocks.add(
                            new Block.Nested(
                                name,
                                bodies.body(new JsonResources(self, each, each.path("none"))))));
              } else {
                arguments.put(name, merged(name, value, known, self));
              }
            });
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Block.Nested nested : body.blocks()) {
      int number = numbers.merge(nested.type(), 1, Integer::sum) - 1;
      JsonNode list = values.path(nested.type());
      JsonNode known =
          list.size() == body.blocks(nested.type()).size() ? list.path(number) : list.path("none");
      blocks.add(new Block.Nested(nested.type(), merged(nested.body(), known, self)));
    }
    return new Block(arguments, blocks);
  }

  private Value merged(String name, Value value, JsonNode known, Address self) {
    if (known.isMissingNode() || known.isNull() || Unknowns.first(value).isEmpty()) {
      return value;
    }
    return switch (value) {
      case Value.Unknown _, Value.Template _ -> bodies.value(name, known, self);
      case Value.Items(List<Value> items) -> {
        if (!known.isArray() || known.size() != items.size()) {
          yield value;
        }
        List<Value> merged = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          merged.add(merged(name, items.get(i), known.get(i), self));
        }
        yield Value.of(merged);
      }
      case Value.Mapping(SequencedMap<String, Value> entries) -> {
        SequencedMap<String, Value> merged = new LinkedHashMap<>();
        entries.forEach((key, each) -> merged.put(key, merged(key, each, known.path(key), self)));
        yield new Value.Mapping(merged);
      }
      // A reference is known to lead there, whatever it is worth.
      case Value.Reference _,
          Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Symbol _,
          Value.Call _ ->
          value;
    };
  }
}

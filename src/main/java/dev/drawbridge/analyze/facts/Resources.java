package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The resources of a graph by type, and readers for them.
final class Resources {
  private final ResourceGraph graph;
  private final Values values;
  private final Map<String, List<Resource>> byType = new HashMap<>();

  Resources(ResourceGraph graph) {
    this.graph = graph;
    this.values = new Values(graph);
    for (Resource resource : graph.resources().values()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
    }
  }

  List<Resource> of(String... types) {
    if (types.length == 1) {
      return byType.getOrDefault(types[0], List.of());
    }
    List<Resource> all = new ArrayList<>();
    for (String type : types) {
      all.addAll(byType.getOrDefault(type, List.of()));
    }
    return all;
  }

  Optional<Resource> find(Address address) {
    return graph.find(address);
  }

  List<Resource> referrers(Address target) {
    return graph.referrers(target);
  }

  Reader read(Resource resource) {
    return new Reader(values, resource.body());
  }
}

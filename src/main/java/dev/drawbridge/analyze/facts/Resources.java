package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The resources of a graph by type, and readers for them.
final class Resources {
  /// Not that of the graph: which of two resources is at fault must not hang on which comes first in
  /// somebody's files.
  private static final Comparator<Resource> ORDER =
      Comparator.comparing(Resources::identity).thenComparing(Resource::address);

  private final ResourceGraph graph;
  private final Values values;
  private final Map<String, List<Resource>> byType = new TreeMap<>();

  Resources(ResourceGraph graph) {
    this.graph = graph;
    this.values = new Values(graph);
    for (Resource resource : graph.resources().values()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
    }
    byType.values().forEach(resources -> resources.sort(ORDER));
  }

  /// What outlives a rename where the resource is drawn, and a move to another file where it is
  /// written.
  private static String identity(Resource resource) {
    return resource.origin() instanceof Origin.Drawn(String element)
        ? element
        : resource.address().name();
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

  /// The types of which there are any, in order.
  Set<String> types() {
    return byType.keySet();
  }

  Optional<Resource> find(Address address) {
    return graph.find(address);
  }

  List<Resource> referrers(Address target) {
    return graph.referrers(target);
  }

  boolean isNamedBy(Address target, String... types) {
    return Arrays.stream(types).anyMatch(type -> !graph.referrers(target, type).isEmpty());
  }

  Reader read(Resource resource) {
    return new Reader(values, resource.body());
  }
}

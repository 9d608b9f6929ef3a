package dev.drawbridge.terraform.write;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Spreads resources and data sources over files in the order in which one reads them: by type, each
/// followed by the resources that are about it, and preceded by the data sources that only it needs.
final class Arrangement {
  /// A block in its file.
  record Item(String keyword, Address address, Block body, Origin origin) {
    static Item of(Resource resource) {
      return new Item("resource", resource.address(), resource.body(), resource.origin());
    }

    static Item of(DataSource source) {
      return new Item("data", source.address(), source.body(), source.origin());
    }
  }

  /// Where data sources go that several files need.
  private static final String SHARED = "locals.tf";

  private static final Comparator<Resource> BY_TYPE =
      Comparator.comparingInt(resource -> Placement.rank(resource.type()));

  /// Of the resources that stand behind another one, those that nobody drew come last.
  private static final Comparator<Resource> BEHIND_ANOTHER =
      BY_TYPE.thenComparing(resource -> resource.origin() instanceof Origin.Implied);

  private final ResourceGraph graph;
  private final Map<Address, List<Resource>> children = new HashMap<>();
  private final SequencedMap<String, List<Item>> files = new LinkedHashMap<>();

  /// The data sources by name, `data.type.label`, with the file of each.
  private final Map<String, DataSource> data = new HashMap<>();

  private final Map<String, String> dataFiles = new HashMap<>();
  private final Set<String> placed = new HashSet<>();

  /// The names of the data sources that a block mentions, for blocks that mention any.
  private final Map<Block, List<String>> mentions = new IdentityHashMap<>();

  Arrangement(ResourceGraph graph) {
    this.graph = graph;
    graph.data().values().forEach(source -> data.put(name(source), source));
    graph.data().values().forEach(source -> mentions.put(source.body(), mentioned(source.body())));
    for (Resource resource : graph.resources().values()) {
      List<String> names = mentioned(resource.body());
      if (!names.isEmpty()) {
        mentions.put(resource.body(), names);
      }
    }
  }

  private static String name(DataSource source) {
    return "data." + source.address();
  }

  /// The items of each file that has any.
  SequencedMap<String, List<Item>> files() {
    chooseFilesOfData();
    SequencedMap<String, List<Resource>> heads = new LinkedHashMap<>();
    for (Resource resource : graph.resources().values()) {
      parent(resource)
          .map(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>()))
          .orElseGet(
              () -> heads.computeIfAbsent(Placement.file(resource.type()), _ -> new ArrayList<>()))
          .add(resource);
    }
    place(SHARED, graph.data().values().stream().filter(this::isShared).toList());
    heads.forEach(
        (file, resources) ->
            resources.stream().sorted(BY_TYPE).forEach(resource -> place(file, resource)));
    // What nothing needs, or only what needs it in a circle, must not get lost.
    place(SHARED, graph.data().values());
    return files;
  }

  private boolean isShared(DataSource source) {
    return SHARED.equals(dataFiles.get(name(source)));
  }

  private void place(String file, Collection<DataSource> sources) {
    sources.forEach(source -> place(file, source));
  }

  private void place(String file, DataSource source) {
    if (placed.add(name(source))) {
      placeNeeded(file, source.body());
      items(file).add(Item.of(source));
    }
  }

  private void place(String file, Resource resource) {
    placeNeeded(file, resource.body());
    items(file).add(Item.of(resource));
    children.getOrDefault(resource.address(), List.of()).stream()
        .sorted(BEHIND_ANOTHER)
        .forEach(child -> place(file, child));
  }

  private void placeNeeded(String file, Block body) {
    for (String name : mentions.getOrDefault(body, List.of())) {
      DataSource source = data.get(name);
      if (source != null && file.equals(dataFiles.get(name))) {
        place(file, source);
      }
    }
  }

  private List<Item> items(String file) {
    return files.computeIfAbsent(file, _ -> new ArrayList<>());
  }

  /// The resource of the parent type that this one refers to, if it stands in the same file.
  private Optional<Address> parent(Resource resource) {
    String type = Placement.parent(resource.type());
    if (type.isEmpty() || !Placement.file(type).equals(Placement.file(resource.type()))) {
      return Optional.empty();
    }
    return resource
        .body()
        .allValues()
        .filter(Value.Reference.class::isInstance)
        .map(value -> ((Value.Reference) value).target())
        .filter(target -> target.type().equals(type) && graph.find(target).isPresent())
        .findFirst();
  }

  /// A data source stands in the file that needs it. Where several do, or it takes no arguments and so
  /// says nothing about any of them, it is shared.
  private void chooseFilesOfData() {
    Map<String, Set<String>> users = new HashMap<>();
    for (Resource resource : graph.resources().values()) {
      for (String name : mentions.getOrDefault(resource.body(), List.of())) {
        users.computeIfAbsent(name, _ -> new HashSet<>()).add(Placement.file(resource.type()));
      }
    }
    List<DataSource> sources = List.copyOf(graph.data().values());
    // What a data source needs is needed where it stands; as often as there are links in a chain.
    for (int i = 0; i < sources.size(); i++) {
      boolean changed = false;
      for (DataSource source : sources) {
        Set<String> at = users.getOrDefault(name(source), Set.of());
        for (String name : mentions.getOrDefault(source.body(), List.of())) {
          changed |= users.computeIfAbsent(name, _ -> new HashSet<>()).addAll(at);
        }
      }
      if (!changed) {
        break;
      }
    }
    for (DataSource source : sources) {
      Set<String> at = users.getOrDefault(name(source), Set.of());
      boolean own = at.size() == 1 && !source.body().equals(Block.EMPTY);
      dataFiles.put(name(source), own ? at.iterator().next() : SHARED);
    }
  }

  private static List<String> mentioned(Block body) {
    return body.allValues()
        .filter(Value.Symbol.class::isInstance)
        .map(value -> ((Value.Symbol) value).path())
        .filter(path -> path.startsWith("data."))
        .map(path -> path.split("\\."))
        .filter(path -> path.length > 2)
        .map(path -> "data." + path[1] + "." + path[2])
        .distinct()
        .toList();
  }
}

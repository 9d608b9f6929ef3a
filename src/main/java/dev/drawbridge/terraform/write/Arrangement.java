package dev.drawbridge.terraform.write;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  private final ResourceGraph graph;
  private final Map<Address, List<Resource>> children = new HashMap<>();
  private final Map<Address, List<DataSource>> needs = new HashMap<>();
  private final List<DataSource> shared = new ArrayList<>();

  Arrangement(ResourceGraph graph) {
    this.graph = graph;
    attachData();
  }

  /// The items of each file that has any.
  SequencedMap<String, List<Item>> files() {
    SequencedMap<String, List<Resource>> heads = new LinkedHashMap<>();
    for (Resource resource : graph.resources().values()) {
      Optional<Address> parent = parent(resource);
      if (parent.isPresent()) {
        children.computeIfAbsent(parent.get(), _ -> new ArrayList<>()).add(resource);
      } else {
        heads
            .computeIfAbsent(Placement.file(resource.type()), _ -> new ArrayList<>())
            .add(resource);
      }
    }
    SequencedMap<String, List<Item>> files = new LinkedHashMap<>();
    if (!shared.isEmpty()) {
      files.put("locals.tf", new ArrayList<>(shared.stream().map(Item::of).toList()));
    }
    heads.forEach(
        (file, resources) -> {
          List<Item> items = files.computeIfAbsent(file, _ -> new ArrayList<>());
          Comparator<Resource> byType =
              Comparator.comparingInt(resource -> Placement.rank(resource.type()));
          resources.stream().sorted(byType).forEach(resource -> add(resource, items));
        });
    return files;
  }

  private void add(Resource resource, List<Item> items) {
    needs.getOrDefault(resource.address(), List.of()).forEach(source -> add(source, items));
    items.add(Item.of(resource));
    children.getOrDefault(resource.address(), List.of()).forEach(child -> add(child, items));
  }

  private void add(DataSource source, List<Item> items) {
    needs.getOrDefault(source.address(), List.of()).forEach(other -> add(other, items));
    items.add(Item.of(source));
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

  /// A data source belongs to the one block that mentions it; where there are several, or a local or an
  /// output does, it is shared.
  private void attachData() {
    Map<String, Set<Address>> users = new HashMap<>();
    graph.resources().values().forEach(r -> mentions(users, r.address(), r.body()));
    graph.data().values().forEach(d -> mentions(users, new Address("data." + d.address().type(),
        d.address().name()), d.body()));
    for (DataSource source : graph.data().values()) {
      Set<Address> by = users.getOrDefault("data." + source.address(), Set.of());
      Optional<Address> only = by.size() == 1 ? by.stream().findFirst() : Optional.empty();
      if (only.isEmpty() || source.body().equals(Block.EMPTY)) {
        shared.add(source);
      } else {
        Address user = only.get();
        Address key =
            user.type().startsWith("data.")
                ? new Address(user.type().substring("data.".length()), user.name())
                : user;
        needs.computeIfAbsent(key, _ -> new ArrayList<>()).add(source);
      }
    }
  }

  private static void mentions(Map<String, Set<Address>> users, Address user, Block body) {
    body.allValues()
        .filter(Value.Symbol.class::isInstance)
        .map(value -> ((Value.Symbol) value).path().split("\\."))
        .filter(path -> path.length > 2 && path[0].equals("data"))
        .forEach(
            path -> users
                .computeIfAbsent("data." + path[1] + "." + path[2], _ -> new HashSet<>())
                .add(user));
  }
}

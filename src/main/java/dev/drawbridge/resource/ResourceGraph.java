package dev.drawbridge.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// AWS resources as Terraform knows them, with the variables, locals, outputs and files around them.
/// Immutable; [Builder] makes one. Order is that in which things were added, and means nothing but is kept,
/// so that the same design gives the same bytes.
public final class ResourceGraph {
  public static final ResourceGraph EMPTY = new Builder().build();

  private final Parts parts;
  private final @Nullable Requirements requirements;
  private @Nullable Map<String, List<Resource>> byType;
  private @Nullable Map<Address, List<Resource>> referrers;
  private final Map<String, Map<Address, List<Resource>>> referrersByType =
      new ConcurrentHashMap<>();

  private ResourceGraph(Builder from) {
    parts = from.parts.frozen();
    requirements = from.requirements;
  }

  /// Everything that has a name, in the order of its adding.
  private record Parts(
      SequencedMap<Address, Resource> resources,
      SequencedMap<Address, DataSource> data,
      SequencedMap<String, Provider> providers,
      SequencedMap<String, Variable> variables,
      SequencedMap<String, Value> locals,
      SequencedMap<String, Output> outputs,
      SequencedMap<String, SupportFile> files) {
    Parts() {
      this(
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());
    }

    Parts frozen() {
      return new Parts(
          frozen(resources),
          frozen(data),
          frozen(providers),
          frozen(variables),
          frozen(locals),
          frozen(outputs),
          frozen(files));
    }

    private static <K, V> SequencedMap<K, V> frozen(SequencedMap<K, V> parts) {
      return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }
  }

  public SequencedMap<Address, Resource> resources() {
    return parts.resources;
  }

  public SequencedMap<Address, DataSource> data() {
    return parts.data;
  }

  /// Provider configurations by how a resource names them: `aws`, `aws.tokyo`.
  public SequencedMap<String, Provider> providers() {
    return parts.providers;
  }

  /// The versions that it needs, where it says so.
  public Optional<Requirements> requirements() {
    return Optional.ofNullable(requirements);
  }

  public SequencedMap<String, Variable> variables() {
    return parts.variables;
  }

  public SequencedMap<String, Value> locals() {
    return parts.locals;
  }

  public SequencedMap<String, Output> outputs() {
    return parts.outputs;
  }

  public SequencedMap<String, SupportFile> files() {
    return parts.files;
  }

  public Optional<Resource> find(Address address) {
    return Optional.ofNullable(parts.resources.get(address));
  }

  /// The resources of a type, in order.
  public List<Resource> ofType(String type) {
    Map<String, List<Resource>> known = byType;
    if (known == null) {
      known = new HashMap<>();
      for (Resource resource : parts.resources.values()) {
        known.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
      }
      byType = known;
    }
    return Collections.unmodifiableList(known.getOrDefault(type, List.of()));
  }

  /// The resources that refer to the given one, in order, each once.
  public List<Resource> referrers(Address target) {
    Map<Address, List<Resource>> known = referrers;
    if (known == null) {
      known = indexReferrers(parts.resources.values());
      referrers = known;
    }
    return Collections.unmodifiableList(known.getOrDefault(target, List.of()));
  }

  /// Those of one type. Quicker where no more is asked than that: the others are not read.
  public List<Resource> referrers(Address target, String type) {
    Map<Address, List<Resource>> known =
        referrersByType.computeIfAbsent(type, one -> indexReferrers(ofType(one)));
    return Collections.unmodifiableList(known.getOrDefault(target, List.of()));
  }

  private static Map<Address, List<Resource>> indexReferrers(Collection<Resource> among) {
    Map<Address, List<Resource>> index = new HashMap<>();
    for (Resource resource : among) {
      resource
          .body()
          .visit(
              value -> {
                if (value instanceof Value.Reference(Address target, String _)) {
                  List<Resource> known = index.computeIfAbsent(target, _ -> new ArrayList<>());
                  if (known.isEmpty() || known.getLast() != resource) {
                    known.add(resource);
                  }
                }
              });
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceGraph that
        && parts.equals(that.parts)
        && Objects.equals(requirements, that.requirements);
  }

  @Override
  public int hashCode() {
    return parts.resources.hashCode();
  }

  /// Collects a graph. Adding a second thing of the same address or name is a bug of the caller.
  public static final class Builder {
    private final Parts parts = new Parts();
    private @Nullable Requirements requirements;

    public Builder add(Resource resource) {
      return once(parts.resources, resource.address(), resource);
    }

    public Builder add(DataSource source) {
      return once(parts.data, source.address(), source);
    }

    public Builder add(Provider provider) {
      return once(parts.providers, provider.reference(), provider);
    }

    public Builder requires(Requirements versions) {
      requirements = versions;
      return this;
    }

    public Builder add(Variable variable) {
      return once(parts.variables, variable.name(), variable);
    }

    public Builder add(Output output) {
      return once(parts.outputs, output.name(), output);
    }

    public Builder add(SupportFile file) {
      return once(parts.files, file.path(), file);
    }

    public Builder local(String name, Value value) {
      return once(parts.locals, name, value);
    }

    public boolean has(Address address) {
      return parts.resources.containsKey(address);
    }

    public ResourceGraph build() {
      return new ResourceGraph(this);
    }

    private <K, V> Builder once(Map<K, V> into, K key, V value) {
      if (into.putIfAbsent(key, value) != null) {
        throw new IllegalStateException(key + " is there already");
      }
      return this;
    }
  }
}

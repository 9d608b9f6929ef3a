package dev.drawbridge.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// AWS resources as Terraform knows them, with the variables, locals, outputs and files around them.
/// Immutable; [Builder] makes one. Order is that in which things were added, and means nothing but is kept,
/// so that the same design gives the same bytes.
public final class ResourceGraph {
  public static final ResourceGraph EMPTY = new Builder().build();

  private final SequencedMap<Address, Resource> resources;
  private final SequencedMap<Address, DataSource> data;
  private final SequencedMap<String, Provider> providers;
  private final SequencedMap<String, Variable> variables;
  private final SequencedMap<String, Value> locals;
  private final SequencedMap<String, Output> outputs;
  private final SequencedMap<String, SupportFile> files;
  private final @Nullable Requirements requirements;
  private @Nullable Map<Address, List<Resource>> referrers;

  private ResourceGraph(Builder from) {
    resources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.resources));
    data = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.data));
    providers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.providers));
    requirements = from.requirements;
    variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.variables));
    locals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.locals));
    outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.outputs));
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(from.files));
  }

  public SequencedMap<Address, Resource> resources() {
    return resources;
  }

  public SequencedMap<Address, DataSource> data() {
    return data;
  }

  /// Provider configurations by how a resource names them: `aws`, `aws.tokyo`.
  public SequencedMap<String, Provider> providers() {
    return providers;
  }

  /// The versions that it needs, where it says so.
  public Optional<Requirements> requirements() {
    return Optional.ofNullable(requirements);
  }

  public SequencedMap<String, Variable> variables() {
    return variables;
  }

  public SequencedMap<String, Value> locals() {
    return locals;
  }

  public SequencedMap<String, Output> outputs() {
    return outputs;
  }

  public SequencedMap<String, SupportFile> files() {
    return files;
  }

  public Optional<Resource> find(Address address) {
    return Optional.ofNullable(resources.get(address));
  }

  /// The resources of a type, in order.
  public List<Resource> ofType(String type) {
    return resources.values().stream().filter(r -> r.type().equals(type)).toList();
  }

  /// The resources that refer to the given one, in order, each once.
  public List<Resource> referrers(Address target) {
    Map<Address, List<Resource>> known = referrers;
    if (known == null) {
      known = indexReferrers();
      referrers = known;
    }
    return Collections.unmodifiableList(known.getOrDefault(target, List.of()));
  }

  private Map<Address, List<Resource>> indexReferrers() {
    Map<Address, List<Resource>> index = new HashMap<>();
    for (Resource resource : resources.values()) {
      resource
          .body()
          .allValues()
          .filter(Value.Reference.class::isInstance)
          .map(value -> ((Value.Reference) value).target())
          .distinct()
          .forEach(to -> index.computeIfAbsent(to, _ -> new ArrayList<>()).add(resource));
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceGraph that
        && resources.equals(that.resources)
        && data.equals(that.data)
        && providers.equals(that.providers)
        && Objects.equals(requirements, that.requirements)
        && variables.equals(that.variables)
        && locals.equals(that.locals)
        && outputs.equals(that.outputs)
        && files.equals(that.files);
  }

  @Override
  public int hashCode() {
    return resources.hashCode();
  }

  /// Collects a graph. Adding a second thing of the same address or name is a bug of the caller.
  public static final class Builder {
    private final SequencedMap<Address, Resource> resources = new LinkedHashMap<>();
    private final SequencedMap<Address, DataSource> data = new LinkedHashMap<>();
    private final SequencedMap<String, Provider> providers = new LinkedHashMap<>();
    private final SequencedMap<String, Variable> variables = new LinkedHashMap<>();
    private final SequencedMap<String, Value> locals = new LinkedHashMap<>();
    private final SequencedMap<String, Output> outputs = new LinkedHashMap<>();
    private final SequencedMap<String, SupportFile> files = new LinkedHashMap<>();
    private @Nullable Requirements requirements;

    public Builder add(Resource resource) {
      return once(resources, resource.address(), resource);
    }

    public Builder add(DataSource source) {
      return once(data, source.address(), source);
    }

    public Builder add(Provider provider) {
      return once(providers, provider.reference(), provider);
    }

    public Builder requires(Requirements versions) {
      requirements = versions;
      return this;
    }

    public Builder add(Variable variable) {
      return once(variables, variable.name(), variable);
    }

    public Builder add(Output output) {
      return once(outputs, output.name(), output);
    }

    public Builder add(SupportFile file) {
      return once(files, file.path(), file);
    }

    public Builder local(String name, Value value) {
      return once(locals, name, value);
    }

    public boolean has(Address address) {
      return resources.containsKey(address);
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

package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Place;
import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.UsualPorts;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Works out one configuration: which resources there are, and what their arguments are worth.
final class Evaluation implements Evaluator.Attributes {
  /// Instances of resources and modules together.
  private static final int MAX_INSTANCES = 50_000;

  private static final int MAX_MODULE_DEPTH = 32;

  private final SourceFolders folders;
  private final List<Issue> issues;
  private final Evaluator evaluator;
  private final Bodies bodies;
  private final TypeConstraints types;
  private final Map<Address, Instance> instances = new HashMap<>();
  private final Map<Address, Module> calls = new HashMap<>();
  private final Map<Address, Module> rendered = new HashMap<>();
  private final Map<Value.Reference, Value> worths = new HashMap<>();
  private final Set<Value.Reference> underWay = new HashSet<>();
  private Optional<DataSources> dataSources = Optional.empty();
  private final Set<String> providers = new HashSet<>();
  private final boolean planned;
  private int count;

  /// @param planned whether a plan says what is looked up, and where resources stand
  Evaluation(SourceFolders folders, List<Issue> issues, boolean planned) {
    this.folders = folders;
    this.planned = planned;
    this.issues = issues;
    this.evaluator = new Evaluator(this, new NamedFiles(folders.base()));
    this.bodies = new Bodies(evaluator);
    Names none = new Names.None(folders.base());
    this.types = new TypeConstraints(expression -> evaluator.evaluate(expression, none));
  }

  Evaluator evaluator() {
    return evaluator;
  }

  TypeConstraints types() {
    return types;
  }

  /// How a module's folder is called from the root's.
  String path(ModuleSource module) {
    return folders.path(module);
  }

  /// How the root's folder is called from itself, with the name that it has.
  String here() {
    Path name = folders.base().getFileName();
    return name == null ? "." : "../" + name;
  }

  ResourceGraph graph(ModuleSource source) {
    Module root = new Module(this, source, "", Map.of());
    DataSources sources = DataSources.of(root, evaluator, planned);
    dataSources = Optional.of(sources);
    ResourceGraph.Builder graph = new ResourceGraph.Builder();
    root.describe(graph);
    source.providers().forEach(declared -> provider(declared, root, graph));
    collect(root, 0, graph);
    sources.defaultVpc().ifPresent(vpc -> add(vpc, graph));
    folders.beside().forEach(graph::add);
    return graph.build();
  }

  private void add(DefaultVpc vpc, ResourceGraph.Builder graph) {
    vpc.asked()
        .ifPresent(
            from -> {
              vpc.addTo(graph);
              issues.add(
                  Issue.note(
                      new Place.InFile(from.file(), from.line(), 1), "terraform.read.default-vpc"));
            });
  }

  private void collect(Module module, int depth, ResourceGraph.Builder graph) {
    for (String key : module.source().resources().keySet()) {
      for (Instance instance : module.expanded(key).all()) {
        Declared declared = instance.declared();
        Origin origin = new Origin.Source(declared.file(), declared.line());
        Block body = body(instance, module);
        Block placed =
            dataSources
                .flatMap(DataSources::defaultVpc)
                .map(vpc -> vpc.placed(instance.address().type(), body, origin))
                .orElse(body);
        graph.add(new Resource(instance.address(), placed, origin));
      }
    }
    if (depth < MAX_MODULE_DEPTH) {
      for (String name : module.source().modules().keySet()) {
        module.called(name).all().forEach(call -> collect(call, depth + 1, graph));
      }
    }
  }

  private Block body(Instance instance, Module module) {
    Block body = bodies.of(instance.declared().body(), instance.names());
    // Within a module a name may stand for another configuration than outside.
    Optional<Value> provider =
        module.path().isEmpty() ? Bodies.provider(instance.declared().body()) : Optional.empty();
    if (provider.isEmpty()) {
      return body;
    }
    SequencedMap<String, Value> arguments = new LinkedHashMap<>();
    arguments.put("provider", provider.get());
    arguments.putAll(body.arguments());
    return new Block(arguments, body.blocks());
  }

  private void provider(Declared declared, Module root, ResourceGraph.Builder graph) {
    String name = declared.block().labels().getFirst();
    @Nullable String alias =
        declared
            .body()
            .value("alias")
            .flatMap(text -> Texts.of(evaluator.worth(text, root)))
            .orElse(null);
    Block.Builder body = Block.builder();
    declared
        .body()
        .value("region")
        .ifPresent(region -> body.set("region", evaluator.worth(region, root)));
    Provider provider =
        new Provider(
            name, alias, body.build(), new Origin.Source(declared.file(), declared.line()));
    if (providers.add(provider.reference())) {
      graph.add(provider);
    }
  }

  /// The source of a module that a call names, where it lies on this disk.
  Optional<ModuleSource> sourceOf(Declared call, Module caller) {
    Optional<String> path =
        call.body()
            .value("source")
            .map(expression -> evaluator.evaluate(expression, caller))
            .flatMap(Texts::of);
    Optional<String> followed = path.filter(_ -> depth(caller) < MAX_MODULE_DEPTH);
    boolean here = path.filter(text -> text.startsWith("./") || text.startsWith("../")).isPresent();
    String name = "module." + call.block().labels().getFirst();
    Optional<ModuleSource> found =
        here
            ? followed.map(text -> folders.local(caller.source(), text))
            : followed.flatMap(_ -> folders.fetched(caller.path(), name));
    if (found.isPresent()) {
      return found;
    }
    Optional<ModuleSource> known =
        followed.flatMap(text -> StandIn.of(text, call, caller.source().folder()));
    String source = path.orElse("?");
    issues.add(
        known.isPresent()
            ? Issue.note(place(call), "terraform.read.stand-in", name, source)
            : StandIn.isHarmless(source)
                ? Issue.note(place(call), "terraform.read.module", name, source)
                : Issue.warning(place(call), "terraform.read.module", name, source));
    return known;
  }

  private static int depth(Module module) {
    return module.path().isEmpty() ? 0 : module.path().split("\\.").length / 2;
  }

  private static Place place(Declared declared) {
    return new Place.InFile(declared.file(), declared.line(), declared.block().span().column());
  }

  Instance register(Instance instance) {
    instances.put(instance.address(), instance);
    return instance;
  }

  /// A data source that makes text of a template.
  Address rendered(Address data, Module module) {
    rendered.put(data, module);
    return data;
  }

  Address address(Module call) {
    Address address = new Address(call.path(), "module", "");
    calls.put(address, call);
    return address;
  }

  /// Multiplies a block by its `count` or `for_each`. Where the number cannot be told it is taken as one, and
  /// an issue says so.
  ///
  /// @param make makes one, from what follows its name (`[0]`, `["a"]`) and the names in its body
  <T> Expansion<T> expand(
      Declared declared, String name, Names names, BiFunction<String, Names, T> make) {
    Optional<Expression> number = declared.body().value("count");
    Optional<Expression> each = declared.body().value("for_each");
    if (number.isPresent()) {
      Value value = evaluator.worth(number.get(), names);
      Optional<Integer> known =
          value instanceof Value.Null ? Optional.of(1) : Evaluator.count(value);
      if (known.isEmpty()) {
        return uncounted(declared, name, value, make, names.with("count", unknown("index", value)));
      }
      return numbered(Math.max(0, known.get()), declared, name, names, make);
    }
    if (each.isPresent()) {
      Value value = evaluator.worth(each.get(), names);
      Optional<SequencedMap<String, Value>> keys = keys(value);
      if (keys.isEmpty()) {
        Value unknown = Texts.unknown(value, "for-each");
        return uncounted(
            declared, name, value, make, names.with("each", unknown("key", unknown, "value")));
      }
      return keyed(keys.get(), declared, name, names, make);
    }
    return has(1, declared, name) ? new Expansion.One<>(make.apply("", names)) : Expansion.none();
  }

  private static Value unknown(String member, Value why, String... others) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    Value unknown = Texts.unknown(why, "number");
    members.put(member, unknown);
    for (String other : others) {
      members.put(other, unknown);
    }
    return new Value.Mapping(members);
  }

  private <T> Expansion<T> uncounted(
      Declared declared, String name, Value why, BiFunction<String, Names, T> make, Names names) {
    Reason reason = Texts.unknown(why, "number").reason();
    issues.add(Issue.note(place(declared), "terraform.read.count", name, reason));
    return has(1, declared, name) ? new Expansion.One<>(make.apply("", names)) : Expansion.none();
  }

  private <T> Expansion<T> numbered(
      int number, Declared declared, String name, Names names, BiFunction<String, Names, T> make) {
    List<T> all = new ArrayList<>();
    int room = has(number, declared, name) ? number : 0;
    for (int i = 0; i < room; i++) {
      SequencedMap<String, Value> index = new LinkedHashMap<>();
      index.put("index", Value.of(i));
      all.add(make.apply("[" + i + "]", names.with("count", new Value.Mapping(index))));
    }
    return new Expansion.Counted<>(all);
  }

  private <T> Expansion<T> keyed(
      SequencedMap<String, Value> keys,
      Declared declared,
      String name,
      Names names,
      BiFunction<String, Names, T> make) {
    SequencedMap<String, T> all = new LinkedHashMap<>();
    if (has(keys.size(), declared, name)) {
      keys.forEach(
          (key, value) -> {
            SequencedMap<String, Value> each = new LinkedHashMap<>();
            each.put("key", Value.of(key));
            each.put("value", value);
            all.put(
                key, make.apply("[\"" + key + "\"]", names.with("each", new Value.Mapping(each))));
          });
    }
    return new Expansion.Keyed<>(all);
  }

  /// Whether there is room for so many more.
  private boolean has(int number, Declared declared, String name) {
    if (number > MAX_INSTANCES - count) {
      issues.add(Issue.error(place(declared), "terraform.read.instances", name, MAX_INSTANCES));
      count = MAX_INSTANCES;
      return false;
    }
    count += number;
    return true;
  }

  /// The keys of a map, or the texts of a set, in order.
  private static Optional<SequencedMap<String, Value>> keys(Value value) {
    SequencedMap<String, Value> keys = new LinkedHashMap<>();
    Optional<List<Map.Entry<Value, Value>>> entries = Comprehensions.entries(value);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    for (Map.Entry<Value, Value> entry : entries.get()) {
      Optional<String> key =
          Texts.of(value instanceof Value.Mapping ? entry.getKey() : entry.getValue());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.put(key.get(), entry.getValue());
    }
    return Optional.of(keys);
  }

  @Override
  public Value of(Value.Reference whole, String attribute) {
    Address target = whole.target();
    Module call = calls.get(target);
    if (call != null) {
      return call.output(attribute);
    }
    Module asks = rendered.get(target);
    if (asks != null && attribute.equals("rendered")) {
      return asks.rendered(target.name());
    }
    if (target.type().startsWith("data.")) {
      return dataSources
          .map(sources -> sources.attribute(target, attribute))
          .orElseGet(() -> new Value.Unknown(Reason.of("unknown.only-aws", target)));
    }
    return target.dot(attribute);
  }

  @Override
  public Value worth(Value.Reference part) {
    Instance instance = instances.get(part.target());
    if (instance == null || Bodies.isMeta(part.attribute())) {
      return part;
    }
    Value before = worths.get(part);
    if (before != null) {
      return before;
    }
    Optional<Expression> argument =
        NestedBlocks.argument(instance.declared().body(), part.attribute());
    if (argument.isEmpty()) {
      return leftOut(part, instance);
    }
    if (!underWay.add(part)) {
      return part;
    }
    try {
      Value value = evaluator.worth(argument.get(), instance.names());
      Value worth = value instanceof Value.Null ? leftOut(part, instance) : value;
      worths.put(part, worth);
      return worth;
    } finally {
      underWay.remove(part);
    }
  }

  @Override
  public Optional<Value> block(Value.Reference part, Value index) {
    Instance instance = instances.get(part.target());
    return instance == null
        ? Optional.empty()
        : Evaluator.count(index)
            .filter(number -> number >= 0)
            .filter(
                number -> NestedBlocks.has(instance.declared().body(), part.attribute(), number))
            .map(number -> part.target().dot(part.attribute() + "[" + number + "]"));
  }

  /// What AWS takes for an argument that is not there, where that is certain.
  private Value leftOut(Value.Reference part, Instance instance) {
    if (!part.attribute().equals("port")) {
      return part;
    }
    Optional<String> engine =
        instance
            .declared()
            .body()
            .value("engine")
            .flatMap(told -> Texts.of(evaluator.worth(told, instance.names())));
    return UsualPorts.of(part.target().type(), engine.orElse(""))
        .<Value>map(Value::of)
        .orElse(part);
  }
}

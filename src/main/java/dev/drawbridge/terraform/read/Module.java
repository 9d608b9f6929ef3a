package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import dev.drawbridge.terraform.read.ModuleSource.Stated;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call of a module, or the root: what its names mean. Everything is worked out when it is asked for, once.
final class Module implements Names {
  /// The data source that made text of templates before there was a function for it.
  private static final String TEMPLATE = "template_file";

  private final Evaluation evaluation;
  private final ModuleSource source;
  private final String path;
  private final Map<String, Supplier<Value>> inputs;
  private final Map<String, Value> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Expansion<Instance>> resources = new HashMap<>();
  private final Map<String, Expansion<Module>> modules = new HashMap<>();

  /// @param path its address, such as `module.network`; empty for the root
  /// @param inputs the arguments of the call
  Module(
      Evaluation evaluation,
      ModuleSource source,
      String path,
      Map<String, Supplier<Value>> inputs) {
    this.evaluation = evaluation;
    this.source = source;
    this.path = path;
    this.inputs = inputs;
  }

  ModuleSource source() {
    return source;
  }

  String path() {
    return path;
  }

  @Override
  public Path folder() {
    return source.folder();
  }

  @Override
  public Optional<Start> find(String name) {
    return Optional.of(
        switch (name) {
          case "var" -> new Start.Family(this::variable);
          case "local" -> new Start.Family(this::local);
          case "module" -> new Start.Family(this::module);
          case "data" -> new Start.Pairs(this::data);
          case "path" ->
              new Start.Family(
                  member ->
                      Value.of(
                          switch (member) {
                            case "module" -> evaluation.path(source);
                            case "cwd" -> evaluation.here();
                            default -> ".";
                          }));
          case "terraform" ->
              new Start.Family(
                  member ->
                      member.equals("workspace")
                          ? Value.of("default")
                          : new Value.Unknown(
                              Reason.of("unknown.not-known", "terraform." + member)));
          case "each", "count", "self" ->
              new Start.Family(
                  member ->
                      new Value.Unknown(Reason.of("unknown.not-known-here", name + "." + member)));
          default -> new Start.Family(label -> resource(name, label));
        });
  }

  /// Worked out once; what leads to itself is unknown.
  private Value once(String key, Supplier<Value> work) {
    Value before = known.get(key);
    if (before != null) {
      return before;
    }
    if (!underWay.add(key)) {
      return new Value.Unknown(Reason.of("unknown.circle", key));
    }
    try {
      Value value = work.get();
      known.put(key, value);
      return value;
    } finally {
      underWay.remove(key);
    }
  }

  private Value variable(String name) {
    return once("var." + name, () -> givenOrDefault(name));
  }

  private Value givenOrDefault(String name) {
    Declared declared = source.variables().get(name);
    if (declared == null) {
      return new Value.Unknown(Reason.of("unknown.not-declared", "var." + name));
    }
    Optional<Expression> fallback = declared.body().value("default");
    Value value = new Value.Unknown(Reason.of("unknown.no-default", prefix() + "var." + name));
    Supplier<Value> input = inputs.get(name);
    Stated given = source.given().get(name);
    if (path.isEmpty() && given != null) {
      value = evaluation.evaluator().evaluate(given.expression(), this);
    } else if (input != null) {
      value = input.get();
    }
    boolean nothing =
        value instanceof Value.Null
            && declared.body().value("nullable").orElse(null)
                instanceof Expression.BoolLiteral(boolean nullable, _)
            && !nullable;
    boolean missing = input == null && (given == null || !path.isEmpty());
    if (fallback.isPresent() && (missing || nothing)) {
      value = evaluation.evaluator().evaluate(fallback.get(), this);
    }
    Value own = value;
    return declared
        .body()
        .value("type")
        .map(type -> evaluation.types().apply(type, own))
        .orElse(own);
  }

  private String prefix() {
    return path.isEmpty() ? "" : path + ": ";
  }

  private Value local(String name) {
    Stated stated = source.locals().get(name);
    return stated == null
        ? new Value.Unknown(Reason.of("unknown.not-declared", "local." + name))
        : once("local." + name, () -> evaluation.evaluator().evaluate(stated.expression(), this));
  }

  Value output(String name) {
    return Optional.ofNullable(source.outputs().get(name))
        .flatMap(declared -> declared.body().value("value"))
        .map(value -> once("output." + name, () -> evaluation.evaluator().evaluate(value, this)))
        .orElseGet(() -> Unknowns.failure("output", path, name));
  }

  /// What the module asks for and tells, with the words that explain it. A variable that was given a value has
  /// it for its default here.
  void describe(ResourceGraph.Builder graph) {
    for (String name : source.variables().keySet()) {
      Value value = variable(name);
      graph.add(
          Variable.of(
              name,
              description(source.variables().get(name)),
              "any",
              value instanceof Value.Unknown ? null : value));
    }
    for (String name : source.outputs().keySet()) {
      graph.add(new Output(name, description(source.outputs().get(name)), output(name)));
    }
  }

  private String description(@Nullable Declared declared) {
    return Optional.ofNullable(declared)
        .flatMap(block -> block.body().value("description"))
        .map(text -> evaluation.evaluator().evaluate(text, this))
        .flatMap(Texts::of)
        .orElse("");
  }

  private Value data(String type, String name) {
    if (!source.data().containsKey(type + "." + name)) {
      return new Value.Unknown(Reason.of("unknown.elsewhere", "data." + type + "." + name));
    }
    Address address = new Address(path, "data." + type, name);
    return new Value.Reference(
        type.equals(TEMPLATE) ? evaluation.rendered(address, this) : address, "");
  }

  /// The text that a `template_file` makes.
  Value rendered(String name) {
    Declared declared = source.data().get(TEMPLATE + "." + name);
    return once("rendered." + name, () -> declared == null ? new Value.Null() : rendered(declared));
  }

  private Value rendered(Declared data) {
    Evaluator evaluator = evaluation.evaluator();
    Function<String, Optional<Value>> worth =
        name -> data.body().value(name).map(value -> evaluator.worth(value, this));
    return evaluator
        .files()
        .rendered(
            worth.apply("template").orElseGet(Value.Null::new),
            worth.apply("vars").orElseGet(() -> new Value.Mapping(new LinkedHashMap<>())),
            this);
  }

  private Value resource(String type, String label) {
    String key = type + "." + label;
    if (!source.resources().containsKey(key)) {
      return new Value.Unknown(Reason.of("unknown.elsewhere", key));
    }
    if (underWay.contains(key)) {
      return new Value.Unknown(Reason.of("unknown.circle", key));
    }
    return expanded(key).value(instance -> new Value.Reference(instance.address(), ""));
  }

  /// The instances of a resource.
  Expansion<Instance> expanded(String key) {
    Expansion<Instance> before = resources.get(key);
    if (before != null) {
      return before;
    }
    Declared declared = source.resources().get(key);
    if (declared == null || !underWay.add(key)) {
      return Expansion.none();
    }
    try {
      List<String> labels = declared.block().labels();
      Expansion<Instance> found =
          evaluation.expand(
              declared,
              prefix() + key,
              this,
              (index, names) ->
                  evaluation.register(
                      new Instance(
                          new Address(path, labels.getFirst(), labels.getLast() + index),
                          declared,
                          names)));
      resources.put(key, found);
      return found;
    } finally {
      underWay.remove(key);
    }
  }

  private Value module(String name) {
    if (!source.modules().containsKey(name)) {
      return new Value.Unknown(Reason.of("unknown.elsewhere", "module." + name));
    }
    if (underWay.contains("module." + name)) {
      return new Value.Unknown(Reason.of("unknown.circle", "module." + name));
    }
    Expansion<Module> calls = called(name);
    return calls.isMissing()
        ? new Value.Unknown(Reason.of("unknown.not-on-disk", "module." + name))
        : calls.value(call -> new Value.Reference(evaluation.address(call), ""));
  }

  /// The calls of a module; none where it is not on this disk.
  Expansion<Module> called(String name) {
    Expansion<Module> before = modules.get(name);
    if (before != null) {
      return before;
    }
    Declared declared = source.modules().get(name);
    String key = "module." + name;
    if (declared == null || !underWay.add(key)) {
      return Expansion.missing();
    }
    try {
      Expansion<Module> found =
          evaluation
              .sourceOf(declared, this)
              .map(
                  target ->
                      evaluation.expand(
                          declared,
                          prefix() + key,
                          this,
                          (index, names) -> call(declared, target, key + index, names)))
              .orElseGet(Expansion::missing);
      modules.put(name, found);
      return found;
    } finally {
      underWay.remove(key);
    }
  }

  private Module call(Declared declared, ModuleSource target, String name, Names names) {
    Map<String, Supplier<Value>> arguments = new HashMap<>();
    declared
        .body()
        .attributes()
        .forEach(
            a -> arguments.put(a.name(), () -> evaluation.evaluator().argument(a.value(), names)));
    return new Module(evaluation, target, path.isEmpty() ? name : path + "." + name, arguments);
  }
}

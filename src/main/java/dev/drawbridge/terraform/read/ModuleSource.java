package dev.drawbridge.terraform.read;

import static java.util.stream.Collectors.toSet;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// What the files of one module say, by name. Later declarations of the same name are ignored: Terraform
/// refuses them.
///
/// @param given values for variables from the root module's `*.tfvars` files
record ModuleSource(
    Path folder,
    SequencedMap<String, Declared> variables,
    SequencedMap<String, Stated> locals,
    SequencedMap<String, Declared> outputs,
    SequencedMap<String, Declared> modules,
    SequencedMap<String, Declared> resources,
    SequencedMap<String, Declared> data,
    List<Declared> providers,
    SequencedMap<String, Stated> given) {

  /// A block and where it stands.
  record Declared(String file, Block block) {
    Body body() {
      return block.body();
    }

    int line() {
      return block.span().line();
    }

    /// It stays where it stands; its arguments, and the blocks of each type, give way to those of another that
    /// has them too.
    private Declared with(Block over) {
      Set<String> told = over.body().items().stream().flatMap(Declared::name).collect(toSet());
      List<Body.Item> items =
          Stream.concat(
                  block.body().items().stream()
                      .filter(item -> name(item).noneMatch(told::contains)),
                  over.body().items().stream())
              .toList();
      return new Declared(
          file, new Block(block.type(), block.labels(), new Body(items), block.span()));
    }

    /// A `dynamic` block makes blocks of another type.
    private static Stream<String> name(Body.Item item) {
      return switch (item) {
        case Attribute attribute -> Stream.of(attribute.name());
        case Block nested when nested.type().equals("dynamic") -> nested.labels().stream();
        case Block nested -> Stream.of(nested.type());
        case Body.Comment _, Body.BlankLine _ -> Stream.empty();
      };
    }
  }

  /// An expression and the file in which it stands.
  record Stated(String file, Expression expression) {}

  ModuleSource(Path folder) {
    this(
        folder,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new LinkedHashMap<>());
  }

  void add(String file, Body body) {
    body.blocks().forEach(block -> add(file, block));
  }

  private void add(String file, Block block) {
    if (block.type().equals("locals")) {
      block.body().attributes().forEach(a -> locals.putIfAbsent(a.name(), stated(file, a)));
    } else if (block.type().equals("provider") && block.labels().size() == 1) {
      providers.add(new Declared(file, block));
    } else {
      named(block).ifPresent(all -> all.putIfAbsent(key(block), new Declared(file, block)));
    }
  }

  /// Blocks that are known by name, of the sort of this one; empty for what nothing can be reached by:
  /// `terraform`, `moved`, `import`, `check`, `removed`.
  private Optional<SequencedMap<String, Declared>> named(Block block) {
    int labels = block.labels().size();
    return switch (block.type()) {
      case "variable" -> Optional.of(variables).filter(_ -> labels == 1);
      case "output" -> Optional.of(outputs).filter(_ -> labels == 1);
      case "module" -> Optional.of(modules).filter(_ -> labels == 1);
      case "resource" -> Optional.of(resources).filter(_ -> labels == 2);
      case "data" -> Optional.of(data).filter(_ -> labels == 2);
      default -> Optional.empty();
    };
  }

  private static String key(Block block) {
    return String.join(".", block.labels());
  }

  /// What a file says that is merged over the others. What there is nothing of to merge it over, Terraform
  /// refuses; here it is told and left out.
  ///
  /// Source: Terraform, Override Files.
  void override(String file, Body body, List<Issue> issues) {
    for (Block block : body.blocks().toList()) {
      switch (block.type()) {
        case "locals" ->
            block
                .body()
                .attributes()
                .filter(a -> locals.replace(a.name(), stated(file, a)) == null)
                .forEach(a -> issues.add(alone(file, a.span(), "local." + a.name())));
        case "provider" -> override(new Declared(file, block));
        default ->
            named(block)
                .filter(
                    all -> all.computeIfPresent(key(block), (_, old) -> old.with(block)) == null)
                .ifPresent(_ -> issues.add(alone(file, block.span(), address(block))));
      }
    }
  }

  private static String address(Block block) {
    return block.type().equals("resource") ? key(block) : block.type() + "." + key(block);
  }

  private static Issue alone(String file, Span span, String name) {
    Place place = new Place.InFile(file, span.line(), span.column());
    return Issue.warning(place, "terraform.read.override", name);
  }

  /// A provider need not be declared elsewhere.
  private void override(Declared provider) {
    for (int i = 0; i < providers.size(); i++) {
      Block old = providers.get(i).block();
      if (old.labels().equals(provider.block().labels())
          && alias(old).equals(alias(provider.block()))) {
        providers.set(i, providers.get(i).with(provider.block()));
        return;
      }
    }
    add(provider.file(), provider.block());
  }

  private static Optional<String> alias(Block provider) {
    return provider.body().value("alias").orElse(null) instanceof Expression.Template text
        ? text.constant()
        : Optional.empty();
  }

  void addValues(String file, Body body) {
    body.attributes().forEach(a -> given.put(a.name(), stated(file, a)));
  }

  private static Stated stated(String file, Attribute attribute) {
    return new Stated(file, attribute.value());
  }
}

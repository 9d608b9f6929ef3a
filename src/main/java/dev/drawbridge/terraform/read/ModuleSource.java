package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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
    List<String> labels = block.labels();
    Declared declared = new Declared(file, block);
    switch (block.type()) {
      case "locals" ->
          block.body().attributes().forEach(a -> locals.putIfAbsent(a.name(), stated(file, a)));
      case "variable" -> named(variables, labels, 1, declared);
      case "output" -> named(outputs, labels, 1, declared);
      case "module" -> named(modules, labels, 1, declared);
      case "resource" -> named(resources, labels, 2, declared);
      case "data" -> named(data, labels, 2, declared);
      case "provider" -> {
        if (labels.size() == 1) {
          providers.add(declared);
        }
      }
      default -> {
        // terraform, moved, import, check, removed: nothing that could be reached
      }
    }
  }

  void addValues(String file, Body body) {
    body.attributes().forEach(a -> given.put(a.name(), stated(file, a)));
  }

  private static Stated stated(String file, Attribute attribute) {
    return new Stated(file, attribute.value());
  }

  private static void named(
      SequencedMap<String, Declared> into, List<String> labels, int count, Declared declared) {
    if (labels.size() == count) {
      into.putIfAbsent(String.join(".", labels), declared);
    }
  }
}

package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the body of a resource into arguments and blocks with values.
final class Bodies {
  /// What is Terraform's own and says nothing of the resource.
  private static final Set<String> META =
      Set.of(
          "count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection");

  /// Blocks that may be written as a list of objects too: the provider's older way to say that there are to
  /// be none.
  private static final Set<String> LISTED = Set.of("ingress", "egress", "route");

  /// `dynamic` blocks within one another.
  private static final int MAX_DEPTH = 32;

  private final Evaluator evaluator;

  Bodies(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  static boolean isMeta(String name) {
    return META.contains(name);
  }

  dev.drawbridge.resource.Block of(Body body, Names names) {
    return of(body, names, 0);
  }

  /// Which provider configuration a resource names, such as `aws.tokyo`; empty for the default one.
  static Optional<Value> provider(Body body) {
    return body.value("provider").orElse(null)
                instanceof Expression.Traversal(Expression.Variable(var name, _), var steps, _)
            && steps.size() == 1
            && steps.getFirst() instanceof Expression.Traversal.Step.Attr(var alias)
        ? Optional.of(Value.symbol(name + "." + alias))
        : Optional.empty();
  }

  private dev.drawbridge.resource.Block of(Body body, Names names, int depth) {
    dev.drawbridge.resource.Block.Builder out = dev.drawbridge.resource.Block.builder();
    for (Body.Item item : body.items()) {
      switch (item) {
        case Attribute attribute -> {
          if (depth > 0 || !isMeta(attribute.name())) {
            Value value = evaluator.argument(attribute.value(), names);
            if (depth == 0 && LISTED.contains(attribute.name()) && areObjects(value)) {
              listed(attribute.name(), value, out);
            } else if (!(value instanceof Value.Null)) {
              // Null is what Terraform has for an argument that is not there.
              out.set(attribute.name(), value);
            }
          }
        }
        case Block block -> {
          if (depth > MAX_DEPTH || (depth == 0 && isMeta(block.type()))) {
            continue;
          }
          if (block.type().equals("dynamic") && block.labels().size() == 1) {
            dynamic(block, names, depth, out);
          } else {
            out.block(block.type(), of(block.body(), names, depth + 1));
          }
        }
        case Body.Comment _, Body.BlankLine _ -> {
          // says nothing to a program
        }
      }
    }
    return out.build();
  }

  private static boolean areObjects(Value value) {
    return value instanceof Value.Items(List<Value> items)
        && !items.isEmpty()
        && items.stream().allMatch(Value.Mapping.class::isInstance);
  }

  private static void listed(
      String type, Value objects, dev.drawbridge.resource.Block.Builder out) {
    if (objects instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Mapping(var entries)) {
          LinkedHashMap<String, Value> told = new LinkedHashMap<>(entries);
          told.values().removeIf(Value.Null.class::isInstance);
          out.block(type, new dev.drawbridge.resource.Block(told, List.of()));
        }
      }
    }
  }

  private void dynamic(
      Block block, Names names, int depth, dev.drawbridge.resource.Block.Builder out) {
    String type = block.labels().getFirst();
    Optional<Block> content =
        block.body().blocks().filter(inner -> inner.type().equals("content")).findFirst();
    Optional<Expression> forEach = block.body().value("for_each");
    if (content.isEmpty() || forEach.isEmpty()) {
      return;
    }
    Value collection = evaluator.worth(forEach.get(), names);
    Optional<List<Map.Entry<Value, Value>>> rounds = Comprehensions.entries(collection);
    if (rounds.isEmpty()) {
      // How many blocks there will be cannot be told, so neither what they say.
      out.set(type, Texts.unknown(collection, "dynamic"));
      return;
    }
    String iterator =
        block.body().value("iterator").orElse(null) instanceof Expression.Variable(var name, _)
            ? name
            : type;
    for (Map.Entry<Value, Value> round : rounds.get()) {
      LinkedHashMap<String, Value> entry = new LinkedHashMap<>();
      boolean keyed = collection instanceof Value.Mapping;
      entry.put("key", keyed ? round.getKey() : round.getValue());
      entry.put("value", round.getValue());
      Names inner = names.with(iterator, new Value.Mapping(entry));
      out.block(type, of(content.get().body(), inner, depth + 1));
    }
  }
}

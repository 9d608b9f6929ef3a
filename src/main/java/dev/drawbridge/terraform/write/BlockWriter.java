package dev.drawbridge.terraform.write;

import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.BodyBuilder;
import dev.drawbridge.hcl.Expression.Call;
import dev.drawbridge.hcl.Expression.ObjectOf;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Set;

/// Writes the blocks of resources and data sources in the order that Terraform's style guide gives:
/// meta-arguments, arguments, nested blocks, tags, `lifecycle`, `depends_on`.
final class BlockWriter {
  private static final Set<String> FIRST = Set.of("provider", "count", "for_each");
  private static final Set<String> LAST = Set.of("tags", "depends_on");

  private final Expressions expressions;

  BlockWriter(Expressions expressions) {
    this.expressions = expressions;
  }

  /// A top-level block such as `resource "aws_vpc" "main"`.
  dev.drawbridge.hcl.Block block(String keyword, Address address, Block content) {
    BodyBuilder body = remarked(content);
    List<String> names = List.copyOf(content.arguments().keySet());
    names.stream().filter(FIRST::contains).forEach(name -> argument(body, content, name, false));
    List<String> plain =
        names.stream().filter(name -> !FIRST.contains(name) && !LAST.contains(name)).toList();
    for (List<String> paragraph : Paragraphs.of(address.type(), plain)) {
      body.blank();
      paragraph.forEach(name -> argument(body, content, name, true));
    }
    nested(body, content, false);
    if (names.contains("tags")) {
      body.blank();
      argument(body, content, "tags", false);
    }
    nested(body, content, true);
    if (names.contains("depends_on")) {
      body.blank();
      argument(body, content, "depends_on", false);
    }
    return new dev.drawbridge.hcl.Block(
        keyword, List.of(address.type(), address.name()), body.build());
  }

  /// The content of a block in the order of the graph.
  Body body(Block content) {
    BodyBuilder body = remarked(content);
    content.arguments().keySet().forEach(name -> argument(body, content, name, false));
    content.blocks().forEach(nested -> nested(body, nested));
    return body.build();
  }

  private static BodyBuilder remarked(Block content) {
    BodyBuilder body = Body.builder();
    content.remarks().forEach(body::comment);
    return body;
  }

  private void nested(BodyBuilder body, Block content, boolean lifecycle) {
    content.blocks().stream()
        .filter(nested -> nested.type().equals("lifecycle") == lifecycle)
        .forEach(nested -> nested(body, nested));
  }

  private void nested(BodyBuilder body, Block.Nested nested) {
    body.add(new dev.drawbridge.hcl.Block(nested.type(), body(nested.body())));
  }

  /// Adds an attribute; an object over several lines stands apart from what is around it.
  static void paragraph(BodyBuilder body, Attribute attribute) {
    boolean apart =
        attribute.value() instanceof ObjectOf(var entries, _) && !entries.isEmpty()
            || attribute.value() instanceof Call(_, var arguments, _, _)
                && !arguments.isEmpty()
                && arguments.getLast() instanceof ObjectOf;
    if (apart) {
      body.blank();
    }
    body.add(attribute);
    if (apart) {
      body.blank();
    }
  }

  private void argument(BodyBuilder body, Block content, String name, boolean paragraphs) {
    Value value = content.get(name);
    if (value != null) {
      Attribute attribute = new Attribute(name, expressions.of(value));
      if (paragraphs) {
        paragraph(body, attribute);
      } else {
        body.add(attribute);
      }
    }
  }
}

package dev.drawbridge.terraform.write;

import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.BodyBuilder;
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
    BodyBuilder body = Body.builder();
    List<String> names = List.copyOf(content.arguments().keySet());
    names.stream().filter(FIRST::contains).forEach(name -> argument(body, content, name));
    List<String> plain =
        names.stream().filter(name -> !FIRST.contains(name) && !LAST.contains(name)).toList();
    for (List<String> paragraph : Paragraphs.of(address.type(), plain)) {
      body.blank();
      paragraph.forEach(name -> argument(body, content, name));
    }
    nested(body, content, false);
    if (names.contains("tags")) {
      body.blank();
      argument(body, content, "tags");
    }
    nested(body, content, true);
    if (names.contains("depends_on")) {
      body.blank();
      argument(body, content, "depends_on");
    }
    return new dev.drawbridge.hcl.Block(
        keyword, List.of(address.type(), address.name()), body.build());
  }

  /// The content of a block in the order of the graph.
  Body body(Block content) {
    BodyBuilder body = Body.builder();
    content.arguments().keySet().forEach(name -> argument(body, content, name));
    content.blocks().forEach(nested -> nested(body, nested));
    return body.build();
  }

  private void nested(BodyBuilder body, Block content, boolean lifecycle) {
    content.blocks().stream()
        .filter(nested -> nested.type().equals("lifecycle") == lifecycle)
        .forEach(nested -> nested(body, nested));
  }

  private void nested(BodyBuilder body, Block.Nested nested) {
    body.add(new dev.drawbridge.hcl.Block(nested.type(), body(nested.body())));
  }

  private void argument(BodyBuilder body, Block content, String name) {
    Value value = content.get(name);
    if (value != null) {
      body.attribute(name, expressions.of(value));
    }
  }
}

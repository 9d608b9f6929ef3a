package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.Expression;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is written inside of nested blocks, which are lists to whoever refers to them:
/// `vpc_config[0].subnet_ids`.
final class NestedBlocks {
  private static final Pattern WITHIN = Pattern.compile("(\\w+)\\[(\\d{1,6})]\\.(\\w+)");

  private NestedBlocks() {}

  /// An argument of a body, or of a block in it.
  static Optional<Expression> argument(Body body, String path) {
    Matcher within = WITHIN.matcher(path);
    return within.matches()
        ? find(body, within.group(1), Integer.parseInt(within.group(2)))
            .flatMap(block -> block.body().value(within.group(3)))
        : body.value(path);
  }

  /// Whether there are so many blocks of a type and one more.
  static boolean has(Body body, String type, int index) {
    return find(body, type, index).isPresent();
  }

  private static Optional<Block> find(Body body, String type, int index) {
    return body.blocks().filter(block -> block.type().equals(type)).skip(index).findFirst();
  }
}

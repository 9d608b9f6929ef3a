package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who stands at the other end of a rule that names addresses: our own rules are called after their ends.
final class FarEnd {
  private FarEnd() {}

  /// What the rule's description calls it.
  static String described(Resource rule, Raising in) {
    return in.text(rule.get("description"))
        .map(text -> text.replaceFirst("^((TCP|UDP) ports? [0-9-]+|All traffic) (from|to) ", ""))
        .orElse("");
  }

  /// Its label; empty where the rule has another name.
  ///
  /// @param bearer the end that has a group
  /// @param inward whether the bearer stands behind `_to_` in the name
  /// @param known those drawn so far, by their labels: one that is called otherwise is not it
  /// @param may who of them may be it
  static Optional<String> label(
      Resource rule,
      RaisedNode bearer,
      boolean inward,
      Ports ports,
      String described,
      Map<String, RaisedNode> known,
      Predicate<RaisedNode> may) {
    String name = rule.address().name();
    if (inward) {
      int at = name.indexOf("_to_" + bearer.label());
      return at > 0 ? Optional.of(name.substring(0, at)) : Optional.empty();
    }
    if (!name.startsWith(bearer.label() + "_to_")) {
      return Optional.empty();
    }
    String rest = name.substring(bearer.label().length() + 4);
    String front = Labels.of(described, Internet.KIND.id());
    String longest =
        Stream.concat(known.keySet().stream(), Stream.of(front))
            .filter(each -> mayBe(known.get(each), described, may))
            .filter(each -> rest.equals(each) || rest.startsWith(each + "_"))
            .reduce("", (one, two) -> one.length() > two.length() ? one : two);
    String part = "_" + ports.part();
    return Optional.of(
        !longest.isEmpty()
            ? longest
            : rest.endsWith(part) ? rest.substring(0, rest.length() - part.length()) : rest);
  }

  private static boolean mayBe(
      @Nullable RaisedNode node, String described, Predicate<RaisedNode> may) {
    if (node == null) {
      return true;
    }
    @Nullable String words = node.words();
    return may.test(node) && (words == null || described.isEmpty() || described.equals(words));
  }

  /// Takes over what descriptions call it, unless that is known or does not go with the label.
  ///
  /// @param nameless labels of those without a name that it may be
  static void word(RaisedNode node, String described, String... nameless) {
    if (node.words() == null
        && Stream.of(nameless)
            .map(label -> Labels.of(described, label))
            .anyMatch(
                front -> node.label().equals(front) || node.label().startsWith(front + "_"))) {
      node.worded(described);
    }
  }
}

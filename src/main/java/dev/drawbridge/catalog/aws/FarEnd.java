package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.SecurityBlocks.Ports;
import dev.drawbridge.resource.Labels;
import dev.drawbridge.resource.Resource;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// Who stands at the other end of a rule that names addresses: our own rules are called after their ends.
final class FarEnd {
  private FarEnd() {}

  /// What the rule's description calls it.
  static String described(Resource rule, Raising in) {
    return in.text(rule.get("description"))
        .map(text -> text.replaceFirst("^(TCP|UDP) ports? [0-9-]+ (from|to) ", ""))
        .orElse("");
  }

  /// Its label; empty where the rule has another name.
  ///
  /// @param bearer the end that has a group
  /// @param inward whether the bearer stands behind `_to_` in the name
  /// @param known labels of those who may be it
  static Optional<String> label(
      Resource rule,
      RaisedNode bearer,
      boolean inward,
      Ports ports,
      String described,
      Collection<String> known) {
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
        Stream.concat(known.stream(), Stream.of(front))
            .filter(each -> rest.equals(each) || rest.startsWith(each + "_"))
            .reduce("", (one, two) -> one.length() > two.length() ? one : two);
    String part = "_" + ports.part();
    return Optional.of(
        !longest.isEmpty()
            ? longest
            : rest.endsWith(part) ? rest.substring(0, rest.length() - part.length()) : rest);
  }

  /// Takes over what descriptions call it, unless that is known or does not go with the label.
  ///
  /// @param nameless the label of one without a name
  static void word(RaisedNode node, String described, String nameless) {
    String front = Labels.of(described, nameless);
    if (node.words() == null
        && (node.label().equals(front) || node.label().startsWith(front + "_"))) {
      node.worded(described);
    }
  }
}

package dev.drawbridge.cli;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds nodes of a design by what a person types: an id, or a name.
final class Lookup {
  /// How many nearly right names are offered.
  private static final int OFFERS = 3;

  private final Display display;
  private final List<Node> nodes;
  private final Console console;

  Lookup(Document document, Console console) {
    this.display = new Display(document, console.messages());
    this.nodes = document.nodes();
    this.console = console;
  }

  /// The node of this id, or else the only one of this name; upper and lower case are the same where
  /// that leaves one.
  ///
  /// @throws UsageException where there is none, or more than one
  Node node(String asked) {
    List<BiPredicate<Node, String>> ways =
        List.of(
            (node, text) -> node.id().value().equals(text),
            (node, text) -> display.name(node).equals(text),
            (node, text) -> node.id().value().equalsIgnoreCase(text),
            (node, text) -> display.name(node).equalsIgnoreCase(text));
    for (BiPredicate<Node, String> way : ways) {
      List<Node> found = nodes.stream().filter(node -> way.test(node, asked)).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      if (found.size() > 1) {
        String ids =
            found.stream().map(node -> node.id().value()).collect(Collectors.joining(", "));
        throw new UsageException(console.text("cli.path.several", asked, ids));
      }
    }
    List<String> near = near(asked);
    throw new UsageException(
        near.isEmpty()
            ? console.text("cli.path.no_element", asked)
            : console.text("cli.path.near", asked, String.join(", ", near)));
  }

  private List<String> near(String asked) {
    String typed = asked.toLowerCase(Locale.ROOT);
    int most = Math.max(2, typed.length() / 3);
    return nodes.stream()
        .flatMap(node -> Stream.of(display.name(node), node.id().value()))
        .distinct()
        .filter(name -> distance(name.toLowerCase(Locale.ROOT), typed) <= most)
        .sorted(
            Comparator.comparingInt(
                (String name) -> distance(name.toLowerCase(Locale.ROOT), typed)))
        .limit(OFFERS)
        .toList();
  }

  /// How many characters must be typed, deleted or replaced to make one text the other (Levenshtein);
  /// nought where the first has all of the other in it.
  private static int distance(String one, String other) {
    if (one.contains(other)) {
      return 0;
    }
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}

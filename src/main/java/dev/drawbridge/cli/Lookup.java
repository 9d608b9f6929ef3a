package dev.drawbridge.cli;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds things by what a person types: an id, or a name.
final class Lookup<T> {
  /// How many nearly right names are offered.
  private static final int OFFERS = 3;

  private final List<T> things;
  private final Function<T, String> id;
  private final Function<T, String> name;
  private final Console console;
  private final String absent;

  /// @param absent the key of what to say where there is none; with `.near` of what to say where others are
  ///     called nearly so
  Lookup(
      List<T> things,
      Function<T, String> id,
      Function<T, String> name,
      Console console,
      String absent) {
    this.things = things;
    this.id = id;
    this.name = name;
    this.console = console;
    this.absent = absent;
  }

  /// Finds nodes of a design.
  static Lookup<Node> in(Document document, Console console) {
    return new Lookup<>(
        document.nodes(),
        node -> node.id().value(),
        new Display(document, console.messages())::name,
        console,
        "cli.path.no_element");
  }

  /// The one of this id, or else the only one of this name; upper and lower case are the same where
  /// that leaves one.
  ///
  /// @throws UsageException where there is none, or more than one
  T find(String asked) {
    List<Predicate<T>> ways =
        List.of(
            thing -> id.apply(thing).equals(asked),
            thing -> name.apply(thing).equals(asked),
            thing -> id.apply(thing).equalsIgnoreCase(asked),
            thing -> name.apply(thing).equalsIgnoreCase(asked));
    for (Predicate<T> way : ways) {
      List<T> found = things.stream().filter(way).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      if (found.size() > 1) {
        String ids = found.stream().map(id).collect(Collectors.joining(", "));
        throw new UsageException(console.text("cli.path.several", asked, ids));
      }
    }
    List<String> near = near(asked);
    throw new UsageException(
        near.isEmpty()
            ? console.text(absent, asked)
            : console.text(absent + ".near", asked, String.join(", ", near)));
  }

  private List<String> near(String asked) {
    String typed = asked.toLowerCase(Locale.ROOT);
    int most = Math.max(2, typed.length() / 3);
    return things.stream()
        .flatMap(thing -> Stream.of(name.apply(thing), id.apply(thing)))
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

package dev.drawbridge.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Divides all texts that a part of a request can be by which of several lists of patterns they
/// match. It runs every pattern at once over every text, shortest texts first, and goes on only
/// from where it has not been before.
final class Patterns {

  /// Where there are more than this many places to be in, the patterns are taken for unknowable.
  private static final int MOST_PLACES = 20_000;

  /// Stands behind each pattern, and in no request.
  private static final char END = '\uffff';

  private static final String UNREMARKABLE = "wxyzabcdefghijklmnopqrstuv0123456789-";

  /// Texts that match the same lists.
  ///
  /// @param matched the indexes of those lists
  /// @param example a short one of the texts; none where the part is left out
  record Atom(BitSet matched, Optional<String> example) {}

  /// @param at how far each pattern has got, told by places in [#symbols]
  /// @param labelled whether a label of a host name has begun
  private record Place(BitSet at, boolean labelled, String text) {

    Object identity() {
      return List.of(at, labelled, text.isEmpty());
    }
  }

  private final RequestPart part;
  private final List<Character> alphabet = new ArrayList<>();
  private final StringBuilder symbols = new StringBuilder();
  private final BitSet begins = new BitSet();
  private final Map<Integer, Integer> listEndingAt = new LinkedHashMap<>();

  private Patterns(RequestPart part, List<List<String>> lists) {
    this.part = part;
    Set<Character> named = new TreeSet<>();
    for (int i = 0; i < lists.size(); i++) {
      for (String pattern : lists.get(i)) {
        String text = part.ignoresCase() ? pattern.toLowerCase(Locale.ROOT) : pattern;
        begins.set(symbols.length());
        symbols.append(text).append(END);
        listEndingAt.put(symbols.length() - 1, i);
        text.chars().filter(c -> c != '*' && c != '?').forEach(c -> named.add((char) c));
      }
    }
    UNREMARKABLE
        .chars()
        .filter(c -> !named.contains((char) c))
        .limit(1)
        .forEach(c -> alphabet.add((char) c));
    if (part.equals(RequestPart.PATH)) {
      named.add('/');
    }
    alphabet.addAll(named);
  }

  /// The atoms; none where the patterns are too intricate.
  static Optional<List<Atom>> atoms(RequestPart part, List<List<String>> lists) {
    return new Patterns(part, lists).run();
  }

  private Optional<List<Atom>> run() {
    Map<BitSet, Atom> atoms = new LinkedHashMap<>();
    if (part.isOptional()) {
      atoms.put(new BitSet(), new Atom(new BitSet(), Optional.empty()));
    }
    for (String text : familiar()) {
      BitSet matched = matched(after(text));
      atoms.putIfAbsent(matched, new Atom(matched, Optional.of(text)));
    }
    Deque<Place> queue = new ArrayDeque<>();
    Set<Object> seen = new HashSet<>();
    Place start = new Place(closed(begins), false, "");
    queue.add(start);
    seen.add(start.identity());
    while (!queue.isEmpty()) {
      Place place = queue.remove();
      if (isWhole(place)) {
        BitSet matched = matched(place.at);
        atoms.putIfAbsent(matched, new Atom(matched, Optional.of(place.text)));
      }
      for (char next : alphabet) {
        if (mayFollow(place, next)) {
          Place after = new Place(step(place.at, next), next != '.', place.text + next);
          if (seen.add(after.identity())) {
            queue.add(after);
          }
        }
      }
      if (seen.size() > MOST_PLACES) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(atoms.values()));
  }

  /// Texts that make better examples than the shortest.
  private List<String> familiar() {
    return switch (part.kind()) {
      case HOST -> List.of("example.com");
      case METHOD -> List.of("GET", "POST", "PUT", "DELETE", "HEAD");
      case PATH, HEADER, PARAMETER -> List.of();
    };
  }

  private BitSet after(String text) {
    BitSet at = closed(begins);
    for (char next : text.toCharArray()) {
      at = step(at, next);
    }
    return at;
  }

  /// A host name has no empty label, and a path begins with a slash.
  private boolean mayFollow(Place place, char next) {
    return switch (part.kind()) {
      case HOST -> next != '.' || place.labelled;
      case PATH -> !place.text.isEmpty() || next == '/';
      case METHOD, HEADER, PARAMETER -> true;
    };
  }

  private boolean isWhole(Place place) {
    return switch (part.kind()) {
      case HOST -> place.labelled;
      case PATH, METHOD -> !place.text.isEmpty();
      case HEADER, PARAMETER -> true;
    };
  }

  private BitSet matched(BitSet at) {
    BitSet matched = new BitSet();
    for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
      if (symbols.charAt(i) == END) {
        matched.set(listEndingAt.getOrDefault(i, -1));
      }
    }
    return matched;
  }

  private BitSet step(BitSet at, char next) {
    BitSet after = new BitSet();
    for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
      char symbol = symbols.charAt(i);
      if (symbol == '*') {
        after.set(i);
      } else if (symbol == '?' || symbol == next) {
        after.set(i + 1);
      }
    }
    return closed(after);
  }

  /// With every place that can be got to without a character.
  private BitSet closed(BitSet at) {
    BitSet closed = new BitSet();
    closed.or(at);
    for (int i = closed.nextSetBit(0); i >= 0; i = closed.nextSetBit(i + 1)) {
      if (symbols.charAt(i) == '*') {
        closed.set(i + 1);
      }
    }
    return closed;
  }
}

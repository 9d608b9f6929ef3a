package dev.drawbridge.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The independent oracle for listeners: it asks one rule after the other of one request, matching
/// patterns character by character as people read them.
final class RequestWalker {

  private RequestWalker() {}

  /// One request.
  ///
  /// @param texts the parts that it has
  record Asked(Address client, Map<RequestPart, String> texts) {}

  /// The index of the rule that has the request; -1 where none has.
  static int selected(List<Balancer.Rule> rules, Asked request) {
    for (int i = 0; i < rules.size(); i++) {
      if (fulfils(rules.get(i), request)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fulfils(Balancer.Rule rule, Asked request) {
    for (Condition condition : rule.conditions()) {
      boolean met =
          switch (condition) {
            case Condition.ComesFrom(AddressSet clients) ->
                PacketMatch.inSet(clients, request.client());
            case Condition.Matches(RequestPart part, List<String> patterns) ->
                request.texts().containsKey(part)
                    && patterns.stream().anyMatch(p -> matches(part, p, request.texts().get(part)));
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(RequestPart part, String pattern, String text) {
    boolean exact = part.kind() == RequestPart.Kind.PATH || part.kind() == RequestPart.Kind.METHOD;
    return exact
        ? glob(pattern, text)
        : glob(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }

  private static boolean glob(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return glob(pattern.substring(1), text)
          || !text.isEmpty() && glob(pattern, text.substring(1));
    }
    return !text.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
        && glob(pattern.substring(1), text.substring(1));
  }
}

package dev.drawbridge.analyze.rules.balancing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of a listener as a request meets them. Finds the one that takes everything from a
/// later one by how its first condition begins, so that long lists need not be searched.
final class Shadows {
  private final Map<String, List<ListenerRule>> byBeginning = new HashMap<>();
  private @Nullable ListenerRule taker;

  /// An earlier rule that leaves nothing to this one.
  Optional<ListenerRule> over(ListenerRule rule) {
    if (taker != null) {
      return Optional.of(taker);
    }
    for (ListenerRule.Condition condition : rule.conditions()) {
      if (!condition.whole()) {
        continue;
      }
      String start = condition.beginning(condition.values().getFirst());
      for (int end = 0; end <= start.length(); end++) {
        String key = condition.key(start.substring(0, end));
        for (ListenerRule earlier : byBeginning.getOrDefault(key, List.of())) {
          if (earlier.covers(rule)) {
            return Optional.of(earlier);
          }
        }
      }
    }
    return Optional.empty();
  }

  void add(ListenerRule rule) {
    Optional<ListenerRule.Condition> first =
        rule.conditions().stream().filter(condition -> !condition.takesAll()).findFirst();
    if (first.isPresent()) {
      for (String value : first.get().values()) {
        byBeginning
            .computeIfAbsent(first.get().key(first.get().beginning(value)), _ -> new ArrayList<>())
            .add(rule);
      }
    } else if (taker == null && !rule.conditions().isEmpty()) {
      taker = rule;
    }
  }
}

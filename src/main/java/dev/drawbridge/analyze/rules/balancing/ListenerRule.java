package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsListenerRule;
import dev.drawbridge.analyze.facts.AwsListenerRule.Field;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A rule of a listener: which requests it takes before those of a higher priority get to see them.
///
/// @param priority the lower, the earlier
/// @param conditions a request has to meet each
record ListenerRule(Resource resource, long priority, List<Condition> conditions) {
  /// What a condition asks for, one of which has to fit.
  ///
  /// @param name of the header or parameter, in lower case; empty for the others
  /// @param values those that are known
  /// @param whole whether these are all, of a condition that is known
  record Condition(Field field, String name, List<String> values, boolean whole) {
    static Condition of(AwsListenerRule.Condition told) {
      List<String> values = new ArrayList<>();
      told.values().forEach(value -> value.known().ifPresent(values::add));
      boolean known = told.field() != Field.OTHER && !told.name().isUnresolved();
      return new Condition(
          told.field(),
          told.name().known().orElse("").toLowerCase(Locale.ROOT),
          known ? values : List.of(),
          known && values.size() == told.values().size() && !values.isEmpty());
    }

    /// Whether every request meets it.
    boolean takesAll() {
      return field == Field.HOST_HEADER && values.contains("*")
          || field == Field.PATH_PATTERN && (values.contains("*") || values.contains("/*"));
    }

    /// Whether whatever meets the other one meets this one.
    boolean covers(Condition other) {
      return field == other.field
          && name.equals(other.name)
          && other.whole
          && other.values.stream()
              .allMatch(narrow -> values.stream().anyMatch(wide -> covers(wide, narrow)));
    }

    private boolean covers(String wide, String narrow) {
      return field == Field.SOURCE_IP
          ? RulePatterns.coversBlock(wide, narrow)
          : RulePatterns.covers(folded(wide), folded(narrow));
    }

    /// Where to look for what covers it: what it is about, and how it begins.
    String key(String beginning) {
      return field + " " + name + " " + beginning;
    }

    /// What a value says up to its first wild character.
    String beginning(String value) {
      return field == Field.SOURCE_IP ? "" : RulePatterns.beginning(folded(value));
    }

    /// Hosts, headers and query strings are told apart whatever their case; paths and methods are
    /// not.
    private String folded(String value) {
      return field == Field.PATH_PATTERN || field == Field.HTTP_REQUEST_METHOD
          ? value
          : value.toLowerCase(Locale.ROOT);
    }
  }

  static ListenerRule of(AwsListenerRule told) {
    return new ListenerRule(
        told.resource(),
        told.priority().known().orElse(Long.MAX_VALUE),
        told.conditions().stream().map(Condition::of).toList());
  }

  /// Whether it takes every request that the other one would.
  boolean covers(ListenerRule other) {
    return conditions.stream()
        .allMatch(wide -> wide.takesAll() || other.conditions.stream().anyMatch(wide::covers));
  }
}

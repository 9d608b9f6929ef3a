package dev.drawbridge.network;

import java.util.List;

/// What a rule of a listener asks of a request. A rule with several asks for all of them.
public sealed interface Condition {

  /// A part of the request matches one of these patterns.
  ///
  /// @param patterns `*` stands for any characters or none, `?` for exactly one
  record Matches(RequestPart part, List<String> patterns) implements Condition {
    public Matches {
      patterns = List.copyOf(patterns);
    }
  }

  /// The request comes from one of these addresses.
  record ComesFrom(AddressSet clients) implements Condition {}
}

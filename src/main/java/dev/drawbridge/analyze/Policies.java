package dev.drawbridge.analyze;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.PolicyReader;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;

/// Reads policies against the rules that there are.
public final class Policies {
  private Policies() {}

  /// The policy that a design carries, the default one where it carries none.
  public static Outcome<Policy> of(Document document) {
    return of(document, "");
  }

  /// @param file what to call the design's file in an issue
  public static Outcome<Policy> of(Document document, String file) {
    Datum datum = document.settings().properties().get(Policy.SETTING);
    return datum == null
        ? Outcome.ok(Policy.DEFAULT)
        : read(datum, file, "/settings/" + Policy.SETTING);
  }

  /// The policy that is all of a file.
  public static Outcome<Policy> read(Datum datum, String file) {
    return read(datum, file, "");
  }

  /// Whether the rule runs under this policy.
  public static boolean runs(Policy policy, Rule rule) {
    return policy.switches().runs(rule.id(), rule.isOptional());
  }

  private static Outcome<Policy> read(Datum datum, String file, String pointer) {
    return PolicyReader.read(datum, file, pointer, id -> Rules.find(id).isPresent());
  }
}

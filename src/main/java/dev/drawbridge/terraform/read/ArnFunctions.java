package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.text;

import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The functions that the AWS provider adds, all of them on ARNs.
final class ArnFunctions {
  private static final String PREFIX = "provider::aws::";

  /// What stands between the colons, behind `arn`; the last may have colons itself.
  private static final List<String> PARTS =
      List.of("partition", "service", "region", "account_id", "resource");

  private ArnFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put(PREFIX + "arn_build", ArnFunctions::built);
    all.put(PREFIX + "arn_parse", ArnFunctions::parsed);
    all.put(PREFIX + "trim_iam_role_path", ArnFunctions::trimmed);
  }

  private static Value built(List<Value> arguments) {
    StringBuilder arn = new StringBuilder("arn");
    for (int i = 0; i < PARTS.size(); i++) {
      arn.append(':').append(text(arguments, i));
    }
    return TextFunctions.bounded(arn.toString());
  }

  private static String[] parts(List<Value> arguments, String function) {
    String[] parts = text(arguments, 0).split(":", PARTS.size() + 1);
    if (parts.length <= PARTS.size() || !parts[0].equals("arn")) {
      throw refused(function);
    }
    return parts;
  }

  private static Functions.Refused refused(String function) {
    return new Functions.Refused(Unknowns.failure("call", PREFIX + function));
  }

  private static Value parsed(List<Value> arguments) {
    String[] parts = parts(arguments, "arn_parse");
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < PARTS.size(); i++) {
      entries.put(PARTS.get(i), Value.of(parts[i + 1]));
    }
    return new Value.Mapping(entries);
  }

  /// The ARN of a role as some services want it: without the folders that the role lies in.
  private static Value trimmed(List<Value> arguments) {
    String function = "trim_iam_role_path";
    String[] parts = parts(arguments, function);
    String role = parts[PARTS.size()];
    if (!parts[2].equals("iam") || !parts[3].isEmpty() || !role.startsWith("role/")) {
      throw refused(function);
    }
    parts[PARTS.size()] = "role/" + role.substring(role.lastIndexOf('/') + 1);
    return Value.of(String.join(":", parts));
  }
}

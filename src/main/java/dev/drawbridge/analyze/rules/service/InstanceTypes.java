package dev.drawbridge.analyze.rules.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many processors the operating system sees on an EC2 instance, as far as its type's name
/// tells.
final class InstanceTypes {
  private static final Pattern TYPE =
      Pattern.compile(
          "([a-z]+)([0-9]+)[a-z0-9-]*\\.(nano|micro|small|medium|large|([0-9]*)xlarge)");

  private InstanceTypes() {}

  /// Since the fifth generation `large` has two and each `xlarge` four (AWS, Amazon EC2 instance
  /// types: specifications). Smaller ones have one, but two where they are burstable (t3, t3a,
  /// t4g). Empty for older generations and for metal.
  static Optional<Long> processors(String type) {
    Matcher parts = TYPE.matcher(type);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String family = parts.group(1);
    int generation = Integer.parseInt(parts.group(2));
    boolean burstable = family.equals("t");
    if (!burstable && (generation < 5 || !"cmr".contains(family)) || burstable && generation < 3) {
      return Optional.empty();
    }
    String size = parts.group(3);
    String times = parts.group(4);
    if (times != null) {
      return Optional.of(4 * (times.isEmpty() ? 1 : Long.parseLong(times)));
    }
    return Optional.of(burstable || size.equals("large") ? 2L : 1L);
  }
}

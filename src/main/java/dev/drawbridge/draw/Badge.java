package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.model.ElementId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many findings an element has, and the worst of them.
public record Badge(Severity worst, int count) {
  public Badge {
    if (count < 1) {
      throw new IllegalArgumentException("a badge is for findings, not for " + count);
    }
  }

  Badge and(Severity severity) {
    return new Badge(severity.compareTo(worst) < 0 ? severity : worst, count + 1);
  }

  /// One badge for each element at fault.
  public static Map<ElementId, Badge> of(Collection<Finding> findings) {
    Map<ElementId, Badge> badges = new LinkedHashMap<>();
    for (Finding finding : findings) {
      finding
          .element()
          .ifPresent(
              id ->
                  badges.merge(
                      id, new Badge(finding.severity(), 1), (old, one) -> old.and(one.worst)));
    }
    return badges;
  }
}

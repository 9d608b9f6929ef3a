package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// A CloudWatch alarm on metrics.
///
/// @param watches the metrics that it looks at
/// @param actions whom it tells when it goes off
public record AwsAlarm(Resource resource, List<Watch> watches, Reading<Boolean> actions) {
  /// A metric, and of what.
  ///
  /// @param resources those whose attributes its dimensions name
  /// @param names the dimensions that are plain text, such as the identifier of a database
  /// @param unresolved why a dimension is not known; empty where all are
  public record Watch(
      Reading<String> namespace,
      Reading<String> metric,
      List<Address> resources,
      List<String> names,
      List<Reason> unresolved) {
    public Watch {
      resources = List.copyOf(resources);
      names = List.copyOf(names);
      unresolved = List.copyOf(unresolved);
    }
  }

  public AwsAlarm {
    watches = List.copyOf(watches);
  }
}

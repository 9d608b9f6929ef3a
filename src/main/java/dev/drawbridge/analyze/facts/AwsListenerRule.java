package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Resource;
import java.util.List;

/// What a listener does with some requests: an `aws_lb_listener_rule`, or the listener's own default
/// action.
///
/// @param resource the rule; for the default action the listener
/// @param isDefault whether it is the default action, for requests that no rule has taken
/// @param priority 1 to 50000, lowest first; left out, AWS gives the next after the highest. Missing
///     for the default action
/// @param conditions a request has to fulfil each
/// @param forwards where it sends them; none where it answers them itself
public record AwsListenerRule(
    Resource resource,
    boolean isDefault,
    Reading<Long> priority,
    List<Condition> conditions,
    List<AwsLoadBalancer.Forward> forwards) {
  /// What a condition looks at, as the provider calls it.
  public enum Field {
    HOST_HEADER,
    PATH_PATTERN,
    HTTP_HEADER,
    HTTP_REQUEST_METHOD,
    QUERY_STRING,
    SOURCE_IP,
    /// A condition of which not even that is known.
    OTHER
  }

  /// One condition.
  ///
  /// @param name of the header or of the parameter; missing for the others
  /// @param values patterns or address blocks, one of which has to match; regular expressions, which
  ///     newer providers allow instead, are unresolved
  public record Condition(Field field, Reading<String> name, List<Reading<String>> values) {}
}

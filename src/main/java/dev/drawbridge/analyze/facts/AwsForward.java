package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// A `forward` block of a listener or of a listener rule: requests that are shared out among target
/// groups by weight.
///
/// @param from the listener or listener rule that says so
/// @param balancer whose listener that is
/// @param sticky whether a client stays with the target group that it was given first; AWS assumes
///     it does not where nothing is said
public record AwsForward(
    Resource from, Reading<Address> balancer, List<Share> shares, Reading<Boolean> sticky) {
  /// What one target group gets.
  ///
  /// @param weight AWS takes 0 to 999; the provider assumes 1 where nothing is said
  public record Share(Reading<Address> group, Reading<Long> weight) {}

  public AwsForward {
    shares = List.copyOf(shares);
  }

  /// Whether some target groups certainly get more than others, which is what a canary and a
  /// switch from blue to green do, and a plain spread over equals does not.
  public boolean isUneven() {
    return shares.stream().flatMap(share -> share.weight().known().stream()).distinct().count() > 1;
  }
}

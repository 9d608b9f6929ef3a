package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// A target group, or what stands for it behind a classic load balancer.
///
/// @param id unique among target groups
/// @param keepsClientAddress whether targets see the client's address
public record AwsTargetGroup(
    String id,
    Resource resource,
    Reading<Long> port,
    Reading<String> protocol,
    Reading<Long> healthPort,
    Reading<Boolean> keepsClientAddress,
    List<Member> members) {
  /// A member: an instance, an Auto Scaling group or another load balancer.
  ///
  /// @param port where it is sent requests
  public record Member(Reading<Address> what, Reading<Long> port) {}
}

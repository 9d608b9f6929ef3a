package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;

/// A load balancer of any generation.
///
/// @param internal whether it has private addresses only; AWS assumes it has not where nothing
///     is said
/// @param groups left out means the VPC's default group, but none for a Network Load Balancer
public record AwsLoadBalancer(
    Resource resource,
    Type type,
    Reading<Boolean> internal,
    Reading<List<Reading<Address>>> subnets,
    Reading<List<Reading<Value.Reference>>> groups,
    List<Listener> listeners) {
  /// The generations.
  public enum Type {
    APPLICATION,
    NETWORK,
    GATEWAY,
    CLASSIC
  }

  /// A port on which it answers.
  ///
  /// @param id unique among all listeners
  /// @param resource the listener's own, or the load balancer's where it is written there
  /// @param rules in the order in which they are asked, the default action last
  public record Listener(
      String id,
      Resource resource,
      Reading<Long> port,
      Reading<String> protocol,
      List<AwsListenerRule> rules) {
    /// Where requests go, whatever they look like.
    public List<Forward> forwards() {
      return rules.stream().flatMap(rule -> rule.forwards().stream()).toList();
    }
  }

  /// Requests that go to a target group.
  ///
  /// @param from the listener or listener rule that says so
  /// @param group the id of the target group, see [AwsTargetGroup#id]
  public record Forward(Resource from, Reading<String> group, long weight) {}

  public Address address() {
    return resource.address();
  }
}

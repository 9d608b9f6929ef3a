package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A target group, and what a finding on its arguments is about: the load balancer where it is
/// drawn, because what it says of its targets is one property of its own for all its arrows;
/// otherwise the target group.
record Served(AwsTargetGroup group, Resource about) {
  static List<Served> all(Subject subject) {
    Map<String, Resource> balancerOf = new HashMap<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      balancer.listeners().stream()
          .flatMap(listener -> listener.forwards().stream())
          .flatMap(forward -> forward.group().known().stream())
          .forEach(group -> balancerOf.putIfAbsent(group, balancer.resource()));
    }
    List<Served> all = new ArrayList<>();
    for (AwsTargetGroup group : subject.facts().targetGroups()) {
      boolean drawn = subject.element(group.resource()).isPresent();
      all.add(
          new Served(
              group,
              drawn ? balancerOf.getOrDefault(group.id(), group.resource()) : group.resource()));
    }
    return all;
  }
}

package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A target group, the load balancer that serves it, and what a finding on its arguments is about:
/// the load balancer where it is drawn, because what it says of its targets is one property of its
/// own for all its arrows; otherwise the target group.
record Served(AwsTargetGroup group, Optional<AwsLoadBalancer> balancer, Resource about) {
  static List<Served> all(Subject subject) {
    List<Served> all = new ArrayList<>();
    for (AwsTargetGroup group : subject.facts().targetGroups()) {
      Optional<AwsLoadBalancer> balancer =
          subject.facts().balancersBefore(group).stream().findFirst();
      boolean drawn = subject.element(group.resource()).isPresent();
      Resource about =
          balancer.filter(_ -> drawn).map(AwsLoadBalancer::resource).orElse(group.resource());
      all.add(new Served(group, balancer, about));
    }
    return all;
  }
}

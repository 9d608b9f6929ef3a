package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.addressing.Need;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Subnets without the room that AWS wants for a load balancer: a block of /27 at least, and eight
/// free addresses (Elastic Load Balancing, "Subnets for your load balancer"). A Network Load
/// Balancer takes one address in each subnet and never more.
public final class CrampedBalancer implements Rule {
  private static final int FREE = 8;
  private static final int SMALLEST = 27;

  @Override
  public String id() {
    return "LB-012";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Map<Address, Need> needs = new HashMap<>();
    Need.all(subject).forEach(need -> needs.put(need.subnet().address(), need));
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      boolean grows =
          balancer.type() == AwsLoadBalancer.Type.APPLICATION
              || balancer.type() == AwsLoadBalancer.Type.CLASSIC;
      if (component.isPresent() && grows) {
        for (Standing.Face face : component.get().faces()) {
          face.subnet()
              .map(needs::get)
              .flatMap(need -> check(subject, component.get(), need))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Component balancer, Need need) {
    // The load balancer's own address is among those that are needed.
    long free = Math.max(0, need.room() - need.now() + 1);
    boolean small = need.length() > SMALLEST;
    if (free >= FREE && !small) {
      return Optional.empty();
    }
    Report report =
        Report.by(this, subject).about(need.subnet()).about(balancer).at(Subnet.CIDR.name());
    return Optional.of(
        free < FREE
            ? report.says("finding", subject.label(need.subnet()), balancer.label(), free).done()
            : report
                .weighing(Severity.MEDIUM)
                .says(
                    "finding.small", subject.label(need.subnet()), balancer.label(), need.length())
                .done());
  }
}

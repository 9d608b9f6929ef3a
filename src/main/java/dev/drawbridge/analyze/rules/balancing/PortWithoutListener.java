package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Admitted;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ports that a load balancer's security groups admit but on which it does not listen.
public final class PortWithoutListener implements Rule {
  @Override
  public String id() {
    return "LB-003";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isEmpty()) {
        continue;
      }
      Optional<PortSet> admitted = Admitted.ports(subject, component.get());
      PortSet listening = Admitted.listening(subject, component.get());
      PortSet idle = admitted.orElse(PortSet.EMPTY).minus(listening);
      // One without any listener is another rule's.
      if (!idle.isEmpty() && !listening.isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(component.get())
                .says("finding", component.get().label(), Explain.ports(Protocol.TCP, idle))
                .done());
      }
    }
    return found;
  }
}

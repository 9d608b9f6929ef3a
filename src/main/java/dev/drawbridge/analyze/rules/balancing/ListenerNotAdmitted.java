package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Admitted;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Listeners on ports that no security group of their load balancer admits from anywhere.
public final class ListenerNotAdmitted implements Rule {
  @Override
  public String id() {
    return "LB-002";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
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
      if (admitted.isEmpty() || listening.isEmpty()) {
        continue;
      }
      PortSet shut = listening.minus(admitted.get());
      if (!shut.isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(component.get())
                .at(ApplicationLoadBalancer.LISTENERS.name())
                .says("finding", component.get().label(), Explain.ports(Protocol.TCP, shut))
                .fix(Fixes.openListeners(subject, component.get()))
                .done());
      }
    }
    return found;
  }
}

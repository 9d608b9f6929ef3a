package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.policy.Zone;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Public load balancers that serve HTTP without TLS, or redirect to a listener that is not there.
public final class PlainHttp implements Rule {
  @Override
  public String id() {
    return "LB-007";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isEmpty()) {
        continue;
      }
      if (balancer.type() != AwsLoadBalancer.Type.APPLICATION
          || component.get().zone() != Zone.DMZ) {
        continue;
      }
      for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
        check(subject, balancer, component.get(), listener).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject,
      AwsLoadBalancer balancer,
      Component component,
      AwsLoadBalancer.Listener listener) {
    Optional<Long> port = listener.port().known();
    if (!isSpoken(listener, "HTTP") || port.isEmpty()) {
      return Optional.empty();
    }
    Report report =
        Report.by(this, subject)
            .about(component)
            .at(ApplicationLoadBalancer.LISTENERS.name())
            .onPorts(dev.drawbridge.analyze.finding.PortClass.WEB);
    Optional<Long> goal = redirect(subject, listener);
    if (goal.isEmpty()) {
      return listener.forwards().isEmpty()
          ? Optional.empty()
          : Optional.of(
              report
                  .says("finding", component.label(), port.get())
                  .fix(Fixes.redirectToTls(subject, component))
                  .done());
    }
    boolean there =
        balancer.listeners().stream()
            .anyMatch(other -> isSpoken(other, "HTTPS") && other.port().is(goal.get()));
    return there
        ? Optional.empty()
        : Optional.of(
            report
                .weighing(Severity.BROKEN)
                .says("finding.nowhere", component.label(), port.get(), goal.get())
                .fix(Fixes.redirectToTls(subject, component))
                .done());
  }

  private static boolean isSpoken(AwsLoadBalancer.Listener listener, String protocol) {
    return listener
        .protocol()
        .known()
        .filter(p -> p.toUpperCase(Locale.ROOT).equals(protocol))
        .isPresent();
  }

  /// The port that a listener redirects everything to.
  private static Optional<Long> redirect(Subject subject, AwsLoadBalancer.Listener listener) {
    for (Reader action : subject.facts().read(listener.resource()).blocks("default_action")) {
      for (Reader redirect : action.blocks("redirect")) {
        if (redirect.text("protocol").is("HTTPS")) {
          // Left out, it is the port of the request itself.
          return redirect.has("port") && !redirect.text("port").is("#{port}")
              ? redirect.whole("port").known()
              : listener.port().known();
        }
      }
    }
    return Optional.empty();
  }
}

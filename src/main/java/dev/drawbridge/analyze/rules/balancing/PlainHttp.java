package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
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
      boolean http =
          balancer.type() == AwsLoadBalancer.Type.APPLICATION
              || balancer.type() == AwsLoadBalancer.Type.CLASSIC;
      if (!http || component.get().zone() != Zone.DMZ) {
        continue;
      }
      check(subject, balancer, component.get(), found);
    }
    return found;
  }

  private void check(
      Subject subject, AwsLoadBalancer balancer, Component component, List<Finding> found) {
    List<Long> plain = new ArrayList<>();
    for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
      Optional<Long> port = listener.port().known();
      if (!isSpoken(listener, "HTTP") || port.isEmpty()) {
        continue;
      }
      Optional<Reading<Long>> goal = redirect(subject, listener, port.get());
      if (goal.isEmpty()) {
        if (!listener.forwards().isEmpty() || redirects(subject, listener)) {
          plain.add(port.get());
        }
        continue;
      }
      Optional<Long> to = goal.get().known();
      boolean there =
          to.isEmpty()
              || balancer.listeners().stream()
                  .anyMatch(
                      other ->
                          isSpoken(other, "HTTPS")
                              && (other.port().is(to.get()) || other.port().isUnresolved()));
      if (!there) {
        found.add(
            report(subject, component)
                .weighing(Severity.BROKEN)
                .says("finding.nowhere", component.label(), port.get(), to.get())
                .done());
      }
    }
    if (!plain.isEmpty()) {
      found.add(
          report(subject, component)
              .onPorts(PortClass.WEB)
              .says(
                  balancer.type() == AwsLoadBalancer.Type.CLASSIC ? "finding.classic" : "finding",
                  component.label(),
                  plain)
              .done());
    }
  }

  private Report report(Subject subject, Component component) {
    return Report.by(this, subject)
        .about(component)
        .at(ApplicationLoadBalancer.LISTENERS.name())
        .fix(Fixes.redirectToTls(subject, component));
  }

  private static boolean isSpoken(AwsLoadBalancer.Listener listener, String protocol) {
    return listener
        .protocol()
        .known()
        .filter(p -> p.toUpperCase(Locale.ROOT).equals(protocol))
        .isPresent();
  }

  private static List<Reader> redirections(Subject subject, AwsLoadBalancer.Listener listener) {
    return subject.facts().read(listener.resource()).blocks("default_action").stream()
        .flatMap(action -> action.blocks("redirect").stream())
        .toList();
  }

  /// Whether it redirects everything, and certainly not to HTTPS.
  private static boolean redirects(Subject subject, AwsLoadBalancer.Listener listener) {
    return redirections(subject, listener).stream()
        .anyMatch(redirect -> !redirect.text("protocol").isUnresolved());
  }

  /// The port that a listener redirects everything to by HTTPS; not told where it lies with another
  /// host. Port and host stay the same where nothing is said of them.
  private static Optional<Reading<Long>> redirect(
      Subject subject, AwsLoadBalancer.Listener listener, long port) {
    for (Reader redirect : redirections(subject, listener)) {
      if (redirect.text("protocol").is("HTTPS")) {
        boolean elsewhere = !redirect.text("host").or("#{host}").is("#{host}");
        boolean same = redirect.text("port").or("#{port}").is("#{port}");
        return Optional.of(
            elsewhere
                ? Reading.unresolved(Reason.of("unknown.other-host"))
                : same ? Reading.given(port) : redirect.whole("port"));
      }
    }
    return Optional.empty();
  }
}

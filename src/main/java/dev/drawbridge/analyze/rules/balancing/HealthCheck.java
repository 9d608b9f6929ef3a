package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Health checks that are missing, whose answer may come after the next question, or that ask for
/// what cannot be.
public final class HealthCheck implements Rule {
  @Override
  public String id() {
    return "LB-006";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Set<Resource> done = new HashSet<>();
    for (Served served : Served.all(subject)) {
      Resource group = served.group().resource();
      Resource about = served.about();
      Reader read = subject.facts().read(group);
      List<Reader> checks = read.blocks("health_check");
      lack(group, read, checks)
          .filter(_ -> done.add(about))
          .ifPresent(
              key ->
                  found.add(
                      Report.by(this, subject)
                          .about(about)
                          .says(key, subject.label(about))
                          .done()));
      for (Reader check : checks) {
        check(subject, served.group(), about, check)
            .filter(_ -> done.add(about))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /// What is wrong with there being no check, as a key; empty where there is one, or none is needed. AWS checks the
  /// members of a target group unasked, unless told not to. Those of a classic load balancer are then merely
  /// called on their port, which says nothing of the answers to requests.
  private static Optional<String> lack(Resource group, Reader read, List<Reader> checks) {
    if (group.type().equals("aws_elb")) {
      return checks.isEmpty() && passesRequestsOn(read)
          ? Optional.of("finding.port-only")
          : Optional.empty();
    }
    return checks.stream().anyMatch(check -> check.flag("enabled").is(false))
        ? Optional.of("finding.none")
        : Optional.empty();
  }

  private static boolean passesRequestsOn(Reader balancer) {
    return balancer.blocks("listener").stream()
        .map(listener -> listener.text("lb_protocol").known().orElse(""))
        .anyMatch(protocol -> protocol.toUpperCase(Locale.ROOT).startsWith("HTTP"));
  }

  private Optional<Finding> check(
      Subject subject, AwsTargetGroup group, Resource about, Reader check) {
    Optional<String> path = check.text("path").known().filter(told -> !told.startsWith("/"));
    if (path.isPresent() && !group.resource().type().equals("aws_elb")) {
      return Optional.of(
          Report.by(this, subject)
              .about(about)
              .at(ApplicationLoadBalancer.HEALTH_CHECK_PATH.name())
              .says("finding.path", subject.label(about), path.get())
              .offer(about, ApplicationLoadBalancer.HEALTH_CHECK_PATH, "")
              .done());
    }
    Reading<Long> every = check.whole("interval").or(30L);
    Reading<Long> within = check.whole("timeout").or(usualTimeout(group, check));
    for (Reading<Long> argument : List.of(every, within)) {
      if (argument instanceof Reading.Unresolved<Long>(Reason reason)) {
        return Optional.of(
            Report.by(this, subject).about(about).unresolved("title", List.of(reason)).done());
      }
    }
    long interval = every.known().orElseThrow();
    long timeout = within.known().orElseThrow();
    if (timeout < interval) {
      return Optional.empty();
    }
    Property<Integer> property = ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT;
    Report report =
        Report.by(this, subject)
            .about(about)
            .at(property.name())
            .says("finding", subject.label(about), timeout, interval);
    if (interval > 2) {
      report.offer(about, property, (int) Math.max(2, interval / 2));
    }
    return Optional.of(report.done());
  }

  /// AWS, CreateTargetGroup: 5 s for HTTP and HTTPS, 10 s for a mere connection.
  private static long usualTimeout(AwsTargetGroup group, Reader check) {
    String spoken =
        check.text("protocol").or(group.protocol()).known().orElse("HTTP").toUpperCase(Locale.ROOT);
    return spoken.startsWith("HTTP") ? 5 : 10;
  }
}

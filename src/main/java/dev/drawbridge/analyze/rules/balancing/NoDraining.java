package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Targets that get no time to finish when they leave, or one that is far from how long requests
/// take.
public final class NoDraining implements Rule {
  /// How often the longest silence of a request goes into the delay, and the other way round, before
  /// the two are far from each other.
  private static final int FAR = 4;

  /// Seconds under which a silence is not worth a shorter delay.
  private static final long LEAST = 30;

  /// AWS: the longest delay, in seconds.
  private static final long MOST = 3600;

  @Override
  public String id() {
    return "LB-009";
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
      check(subject, served).filter(_ -> done.add(served.about())).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Served served) {
    Resource about = served.about();
    Report report =
        Report.by(this, subject)
            .about(about)
            .at(ApplicationLoadBalancer.DEREGISTRATION_DELAY.name());
    Reading<Long> told = delay(subject.facts().read(served.group().resource()), served.group());
    if (told instanceof Reading.Unresolved<Long>(Reason reason)) {
      return Optional.of(report.unresolved("title", List.of(reason)).done());
    }
    Optional<Long> delay = told.known();
    Optional<Long> silence = silence(subject, served);
    if (delay.isEmpty()) {
      return Optional.empty();
    }
    long seconds = delay.get();
    boolean shorter = silence.isPresent() && seconds * FAR < silence.get();
    boolean longer = silence.isPresent() && seconds > FAR * Math.max(LEAST, silence.get());
    if (seconds > 0 && !shorter && !longer) {
      return Optional.empty();
    }
    String variant = seconds == 0 ? "finding" : shorter ? "finding.short" : "finding.long";
    return Optional.of(
        report
            .says(variant, subject.label(about), seconds, silence.orElse(0L))
            .offer(
                about,
                ApplicationLoadBalancer.DEREGISTRATION_DELAY,
                (int) Math.clamp(silence.orElse(LEAST), LEAST, MOST))
            .done());
  }

  /// Seconds that a leaving target gets; 0 where it is cut off at once. A classic load balancer cuts
  /// off unless told otherwise. A function has nothing to finish.
  private static Reading<Long> delay(Reader read, AwsTargetGroup group) {
    if (group.resource().type().equals("aws_elb")) {
      return read.flag("connection_draining")
          .or(false)
          .then(
              draining ->
                  draining
                      ? read.whole("connection_draining_timeout").or(300L)
                      : Reading.given(0L));
    }
    return read.text("target_type").is("lambda")
        ? Reading.missing()
        : read.whole("deregistration_delay").or(300L);
  }

  /// The longest that a request may stay silent before its load balancer gives it up, in seconds;
  /// empty where the load balancer passes on connections, which last as long as they like.
  private static Optional<Long> silence(Subject subject, Served served) {
    return served
        .balancer()
        .filter(
            balancer ->
                balancer.type() == AwsLoadBalancer.Type.APPLICATION
                    || balancer.type() == AwsLoadBalancer.Type.CLASSIC)
        .flatMap(
            balancer ->
                subject.facts().read(balancer.resource()).whole("idle_timeout").or(60L).known());
  }
}

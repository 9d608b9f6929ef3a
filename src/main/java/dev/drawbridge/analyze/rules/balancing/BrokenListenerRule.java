package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsListenerRule;
import dev.drawbridge.analyze.facts.AwsListenerRule.Field;
import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Listener rules that AWS refuses, or that no request ever gets to.
public final class BrokenListenerRule implements Rule {
  /// AWS, Quotas for Application Load Balancers: condition values of a rule.
  private static final int VALUES = 5;

  @Override
  public String id() {
    return "LB-015";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
        order(subject, listener.rules(), found);
        for (AwsListenerRule rule : listener.rules()) {
          shape(subject, rule, found);
        }
      }
    }
    // An arrow has a rule on each listener, but is told once.
    Map<String, Finding> once = new LinkedHashMap<>();
    found.forEach(finding -> once.putIfAbsent(finding.fingerprint(), finding));
    return List.copyOf(once.values());
  }

  private void order(Subject subject, List<AwsListenerRule> rules, List<Finding> found) {
    List<ListenerRule> ordered =
        rules.stream()
            .filter(rule -> rule.priority().known().isPresent())
            .map(ListenerRule::of)
            .toList();
    Shadows earlier = new Shadows();
    ListenerRule first = null;
    for (ListenerRule rule : ordered) {
      if (first != null && first.priority() == rule.priority()) {
        found.add(
            between(subject, rule, first)
                .says(
                    "finding.priority",
                    subject.label(rule.resource()),
                    subject.label(first.resource()),
                    rule.priority())
                .done());
        continue;
      }
      first = rule;
      earlier
          .over(rule)
          .ifPresent(
              over ->
                  found.add(
                      between(subject, rule, over)
                          .says(
                              "finding",
                              subject.label(rule.resource()),
                              rule.priority(),
                              subject.label(over.resource()),
                              over.priority())
                          .done()));
      earlier.add(rule);
    }
  }

  private Report between(Subject subject, ListenerRule rule, ListenerRule other) {
    return Report.by(this, subject).about(rule.resource()).about(other.resource());
  }

  private void shape(Subject subject, AwsListenerRule rule, List<Finding> found) {
    int values = rule.conditions().stream().mapToInt(one -> one.values().size()).sum();
    if (values > VALUES) {
      found.add(
          Report.by(this, subject)
              .about(rule.resource())
              .says("finding.values", subject.label(rule.resource()), values, VALUES)
              .done());
    }
    malformed(subject, rule, Field.HOST_HEADER, RulePatterns::isHost, Traffic.HOST.name())
        .ifPresent(found::add);
    malformed(subject, rule, Field.PATH_PATTERN, RulePatterns::isPath, Traffic.PATH.name())
        .ifPresent(found::add);
  }

  private Optional<Finding> malformed(
      Subject subject, AwsListenerRule rule, Field field, Predicate<String> fits, String property) {
    List<String> wrong =
        rule.conditions().stream()
            .filter(condition -> condition.field() == field)
            .flatMap(condition -> condition.values().stream())
            .flatMap(value -> value.known().stream())
            .filter(fits.negate())
            .map(value -> '"' + value + '"')
            .distinct()
            .toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Report.by(this, subject)
                .about(rule.resource())
                .at(property)
                .says("finding." + property, subject.label(rule.resource()), wrong)
                .done());
  }
}

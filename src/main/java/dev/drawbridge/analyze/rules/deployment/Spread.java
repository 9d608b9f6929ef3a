package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.AwsForward;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Requests that are shared out among target groups, and what a finding on that is about: the arrows
/// where it is drawn, because each says its own weight; otherwise the listener or listener rule.
///
/// @param label whose requests they are
/// @param about the drawn target groups, or the listener or rule
record Spread(AwsForward forward, Label label, List<Resource> about) {
  Spread {
    about = List.copyOf(about);
  }

  /// Each once, though the listeners of a drawn load balancer all share out alike.
  static List<Spread> all(Subject subject) {
    List<Spread> all = new ArrayList<>();
    Set<List<Object>> done = new LinkedHashSet<>();
    for (AwsForward forward : subject.facts().forwards()) {
      List<Resource> groups = groups(subject, forward);
      boolean drawn =
          !groups.isEmpty()
              && groups.stream().allMatch(group -> subject.element(group).isPresent());
      List<Resource> about = drawn ? groups : List.of(forward.from());
      Optional<Resource> balancer = forward.balancer().known().flatMap(subject.facts()::find);
      Label label = subject.label(drawn ? balancer.orElse(forward.from()) : forward.from());
      if (!drawn || done.add(List.of(forward.balancer(), forward.shares()))) {
        all.add(new Spread(forward, label, about));
      }
    }
    return all;
  }

  private static List<Resource> groups(Subject subject, AwsForward forward) {
    return forward.shares().stream()
        .flatMap(share -> share.group().known().stream())
        .flatMap(group -> subject.facts().find(group).stream())
        .distinct()
        .toList();
  }

  /// A report that is about it.
  Report report(Rule rule, Subject subject) {
    Report report = Report.by(rule, subject);
    about.forEach(report::about);
    return report;
  }
}

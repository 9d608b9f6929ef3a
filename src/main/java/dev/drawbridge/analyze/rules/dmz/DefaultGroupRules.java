package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Default security groups with rules: those that somebody wrote, or those that AWS puts there as
/// long as nobody adopts the group.
public final class DefaultGroupRules implements Rule {
  @Override
  public String id() {
    return "DMZ-017";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<Ref, Integer> rules = new HashMap<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      rules.merge(rule.group(), 1, Integer::sum);
    }
    Set<Address> adopted = new HashSet<>();
    List<Reason> unsure = new ArrayList<>();
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_default_security_group")) {
      Reading<Address> vpc = subject.facts().read(group).reference("vpc_id");
      vpc.known().ifPresent(adopted::add);
      if (vpc instanceof Reading.Unresolved<Address>(Reason reason)) {
        unsure.add(reason);
      }
      check(subject, group, rules).ifPresent(found::add);
    }
    for (AwsVpc vpc : subject.facts().vpcs().values()) {
      if (!adopted.contains(vpc.resource().address())) {
        Report report = Report.by(this, subject).about(vpc.resource());
        found.add(
            unsure.isEmpty()
                ? report.says("finding.untouched", subject.label(vpc.resource())).done()
                : report.unresolved("title", unsure).done());
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource group, Map<Ref, Integer> rules) {
    Ref ref = Ref.of(group.address().toString());
    Report report = Report.by(this, subject).about(group);
    Integer count = rules.get(ref);
    if (count != null) {
      return Optional.of(report.says("finding", subject.label(group), count).done());
    }
    Group known = subject.network().groups().get(ref);
    List<Unknown> doubts =
        known == null
            ? List.of()
            : Stream.concat(known.ingress().stream(), known.egress().stream())
                .flatMap(rule -> rule.doubts().stream())
                .toList();
    return doubts.isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", doubts).done());
  }
}

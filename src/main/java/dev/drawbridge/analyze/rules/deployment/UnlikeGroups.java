package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.AwsForward;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Target groups between which a deployment changes, blue and green or old and canary, that do not
/// do the same for a client: in different VPCs, with different protocols or health checks, or with
/// the same instances in both.
public final class UnlikeGroups implements Rule {
  @Override
  public String id() {
    return "DEP-002";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<Address, AwsTargetGroup> groups = new HashMap<>();
    subject.facts().targetGroups().forEach(group -> groups.put(group.resource().address(), group));
    List<Finding> found = new ArrayList<>();
    for (Spread spread : Spread.all(subject)) {
      if (spread.forward().isUneven()) {
        List<Reading<Address>> shared =
            spread.forward().shares().stream().map(AwsForward.Share::group).toList();
        check(subject, spread.report(this, subject), spread.label(), known(groups, shared))
            .ifPresent(found::add);
      }
    }
    for (Resource deployment : subject.facts().ofType("aws_codedeploy_deployment_group")) {
      List<Reading<Address>> pair = pair(subject.facts().read(deployment));
      Report report = Report.by(this, subject).about(deployment);
      check(subject, report, subject.label(deployment), known(groups, pair)).ifPresent(found::add);
    }
    return found;
  }

  private static List<Reading<Address>> pair(Reader deployment) {
    List<Reading<Address>> pair = new ArrayList<>();
    for (Reader info : deployment.blocks("load_balancer_info")) {
      for (Reader both : info.blocks("target_group_pair_info")) {
        both.blocks("target_group").forEach(group -> pair.add(group.reference("name")));
      }
    }
    return pair;
  }

  private static List<AwsTargetGroup> known(
      Map<Address, AwsTargetGroup> groups, List<Reading<Address>> named) {
    return named.stream()
        .flatMap(group -> group.known().stream())
        .distinct()
        .map(groups::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<Finding> check(
      Subject subject, Report report, Label label, List<AwsTargetGroup> groups) {
    List<Label> faults = new ArrayList<>();
    Set<Reason> unclear = new TreeSet<>();
    for (Aspect aspect : Aspect.values()) {
      List<List<Reading<Object>>> said = new ArrayList<>();
      groups.forEach(group -> said.add(aspect.said.apply(subject.facts().read(group.resource()))));
      if (differ(said, unclear)) {
        faults.add(new Label.Keyed(aspect.differing));
      }
    }
    if (haveCommonMember(groups)) {
      faults.add(new Label.Keyed("rule.DEP-002.shared"));
    }
    if (!faults.isEmpty()) {
      return Optional.of(report.says("finding", label, faults).done());
    }
    return unclear.isEmpty()
        ? Optional.empty()
        : Optional.of(report.unresolved("title", List.copyOf(unclear)).done());
  }

  /// What has to be alike, with what AWS assumes where a target group leaves it out.
  private enum Aspect {
    VPC("rule.DEP-002.vpc", group -> List.of(said(group, "vpc_id", ""))),
    PROTOCOL(
        "rule.DEP-002.protocol",
        group -> List.of(said(group, "protocol", ""), said(group, "protocol_version", "HTTP1"))),
    HEALTH(
        "rule.DEP-002.health",
        group -> {
          List<Reading<Object>> all = new ArrayList<>();
          for (Reader check : group.blocks("health_check")) {
            all.add(said(check, "path", "/"));
            all.add(said(check, "protocol", "HTTP"));
            all.add(said(check, "port", "traffic-port"));
            all.add(said(check, "matcher", "200"));
          }
          return all;
        });

    private final String differing;
    private final Function<Reader, List<Reading<Object>>> said;

    Aspect(String differing, Function<Reader, List<Reading<Object>>> said) {
      this.differing = differing;
      this.said = said;
    }

    private static Reading<Object> said(Reader read, String argument, String assumed) {
      return read.reference(argument).known().isPresent()
          ? read.reference(argument).then(Reading::given)
          : read.text(argument).or(assumed).then(Reading::given);
    }
  }

  /// Whether any two of them certainly say something else.
  ///
  /// @param unclear takes why it cannot be told of others
  private static boolean differ(List<List<Reading<Object>>> said, Set<Reason> unclear) {
    boolean differ = false;
    for (int i = 1; i < said.size(); i++) {
      List<Reading<Object>> one = said.getFirst();
      List<Reading<Object>> other = said.get(i);
      for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
        Reading<Object> left = one.get(k);
        Reading<Object> right = other.get(k);
        if (left.known().isPresent() && right.known().isPresent()) {
          differ |= !left.equals(right);
        } else if (!left.equals(right)) {
          for (Reading<Object> reading : List.of(left, right)) {
            if (reading instanceof Reading.Unresolved<Object>(Reason reason)) {
              unclear.add(reason);
            }
          }
        }
      }
    }
    return differ;
  }

  private static boolean haveCommonMember(List<AwsTargetGroup> groups) {
    Set<Address> seen = new HashSet<>();
    for (AwsTargetGroup group : groups) {
      Set<Address> own = new HashSet<>();
      group.members().forEach(member -> member.what().known().ifPresent(own::add));
      if (!Collections.disjoint(seen, own)) {
        return true;
      }
      seen.addAll(own);
    }
    return false;
  }
}

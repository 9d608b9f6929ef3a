package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.AwsForward;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Connector;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Target groups that get a share of the requests beside others, and have nobody to answer it.
public final class EmptyShare implements Rule {
  @Override
  public String id() {
    return "DEP-003";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Facts facts = subject.facts();
    Map<Address, AwsTargetGroup> groups = new HashMap<>();
    facts.targetGroups().forEach(group -> groups.put(group.resource().address(), group));
    Set<Address> filledElsewhere = filledElsewhere(facts);
    List<Finding> found = new ArrayList<>();
    Set<Address> done = new HashSet<>();
    for (Spread spread : Spread.all(subject)) {
      List<AwsForward.Share> shares = spread.forward().shares();
      for (AwsForward.Share share : shares) {
        AwsTargetGroup group = share.group().known().map(groups::get).orElse(null);
        if (shares.size() > 1
            && group != null
            && share.weight().known().filter(weight -> weight > 0).isPresent()
            && !filledElsewhere.contains(group.resource().address())
            && isEmpty(facts, group)
            && done.add(group.resource().address())) {
          Report report =
              Report.by(this, subject).about(group.resource()).at(Traffic.WEIGHT.name());
          found.add(
              report
                  .says(
                      "finding",
                      spread.label(),
                      share.weight().known().orElse(0L),
                      members(subject, group))
                  .done());
        }
      }
    }
    return found;
  }

  /// Who is in it, or else what the group is called.
  private static List<Object> members(Subject subject, AwsTargetGroup group) {
    List<Object> labels = new ArrayList<>();
    group.members().stream()
        .flatMap(member -> member.what().known().stream())
        .flatMap(address -> subject.facts().find(address).stream())
        .forEach(
            member ->
                labels.add(
                    subject
                        .component(member.address())
                        .map(Component::label)
                        .orElseGet(() -> subject.label(member))));
    return labels.isEmpty() ? List.of(target(subject, group)) : labels;
  }

  private static Object target(Subject subject, AwsTargetGroup group) {
    return subject
        .element(group.resource())
        .flatMap(
            element ->
                element instanceof Connector arrow
                    ? subject.document().find(arrow.target())
                    : Optional.empty())
        .map(subject::label)
        .orElseGet(() -> subject.label(group.resource()));
  }

  /// Target groups that ECS, CodeDeploy or a controller of Kubernetes fills.
  private static Set<Address> filledElsewhere(Facts facts) {
    Set<Address> all = new HashSet<>();
    for (Resource filler : facts.ofType("aws_ecs_service", "aws_codedeploy_deployment_group")) {
      filler
          .body()
          .allValues()
          .filter(Value.Reference.class::isInstance)
          .forEach(value -> all.add(((Value.Reference) value).target()));
    }
    return all;
  }

  private static boolean isEmpty(Facts facts, AwsTargetGroup group) {
    Reader read = facts.read(group.resource());
    boolean byInstance = read.text("target_type").or("instance").is("instance");
    return group.members().isEmpty()
        ? byInstance
        : group.members().stream().allMatch(member -> hasNone(facts, member.what()));
  }

  /// Whether it is certainly an Auto Scaling group without instances, or instances of which there
  /// are none. AWS takes the minimum where nothing is said of how many are desired.
  private static boolean hasNone(Facts facts, Reading<Address> member) {
    Resource resource = member.known().flatMap(facts::find).orElse(null);
    if (resource == null) {
      return false;
    }
    Reader read = facts.read(resource);
    return switch (resource.type()) {
      case "aws_autoscaling_group" ->
          read.whole("desired_capacity").or(read.whole("min_size")).is(0L);
      case "aws_instance" -> facts.copies(resource).is(0L);
      default -> false;
    };
  }
}

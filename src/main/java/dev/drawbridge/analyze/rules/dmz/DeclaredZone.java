package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Bastions;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.Answer;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Subnets that are said to be one thing and work as another: inner ones that lead to the internet,
/// and public ones in which nobody can reach anything. What a subnet is said to be is its tag `Tier`
/// or `Zone` (a drawn one gets it from where it leads), and what stands in it.
public final class DeclaredZone implements Rule {
  private static final Set<String> OUTER = Set.of("public", "dmz", "edge", "perimeter");
  private static final Set<String> INNER =
      Set.of(
          "private", "isolated", "internal", "app", "application", "was", "data", "database", "db");

  @Override
  public String id() {
    return "DMZ-029";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Optional<String> said = said(subnet.resource());
      List<Component> misplaced = misplaced(subject, subnet);
      Optional<String> inner = said.filter(INNER::contains);
      if (inner.isPresent() || !misplaced.isEmpty()) {
        switch (subject.leadsToInternet(subnet.address())) {
          case Reading.Given<Boolean>(Boolean leads) when leads ->
              found.add(open(subject, subnet, inner, misplaced));
          case Reading.Unresolved<Boolean>(Reason reason) ->
              found.add(
                  Report.by(this, subject)
                      .about(subnet.resource())
                      .unresolved("title", List.of(reason))
                      .done());
          case Reading.Given<Boolean> _, Reading.Missing<Boolean> _ -> {}
        }
        continue;
      }
      if (said.filter(OUTER::contains).isPresent() && isOutOfReach(subject, subnet)) {
        found.add(
            Report.by(this, subject)
                .about(subnet.resource())
                .says("finding.closed", subject.label(subnet.resource()), said.orElseThrow())
                .done());
      }
    }
    return found;
  }

  /// What the tags of a subnet say that it is, in lower case.
  private static Optional<String> said(Resource subnet) {
    if (subnet.get("tags") instanceof Value.Mapping(SequencedMap<String, Value> tags)) {
      for (String key : List.of("Tier", "tier", "Zone", "zone")) {
        if (tags.get(key) instanceof Value.Text(String text)) {
          return Optional.of(text.toLowerCase(Locale.ROOT));
        }
      }
    }
    return Optional.empty();
  }

  /// Servers of the inner zones in it that the internet does not reach: of those that it does,
  /// another rule speaks.
  private static List<Component> misplaced(Subject subject, AwsSubnet subnet) {
    return subject.inSubnet(subnet.address()).stream()
        .filter(component -> component.sort() == Component.Sort.HOSTS)
        .filter(component -> component.zone() != Zone.DMZ)
        .filter(component -> subject.exposure(component).isEmpty())
        .toList();
  }

  private Finding open(
      Subject subject, AwsSubnet subnet, Optional<String> said, List<Component> misplaced) {
    Report report = Report.by(this, subject).about(subnet.resource());
    if (said.isPresent()) {
      return report.says("finding", subject.label(subnet.resource()), said.get()).done();
    }
    List<Label> labels = new ArrayList<>();
    for (Component component : misplaced) {
      report.about(component);
      labels.add(component.label());
    }
    return report
        .says("finding.inner", subject.label(subnet.resource()), labels)
        .fix(fix(subject, misplaced))
        .done();
  }

  private static Optional<Fix> fix(Subject subject, List<Component> misplaced) {
    return misplaced.size() == 1
        ? Fixes.toPrivateSubnets(subject, misplaced.getFirst())
        : Optional.empty();
  }

  /// Whether something stands in it, and the internet gets to none of it, through load balancers
  /// either. NAT gateways and bastions are there to be reached by nobody, and what a public load balancer lacks
  /// is told by a rule of its own.
  private static boolean isOutOfReach(Subject subject, AwsSubnet subnet) {
    List<Component> there = subject.inSubnet(subnet.address());
    for (Component component : there) {
      if (component.sort() == Component.Sort.TRANSLATOR
          || Bastions.is(subject, component)
          || isPublicBalancer(subject, component)) {
        return false;
      }
      for (Standing.Face face : component.faces()) {
        boolean here = face.subnet().filter(subnet.address()::equals).isPresent();
        if (here && !subject.relaysTo(face.ref()).isEmpty()) {
          return false;
        }
      }
      for (Answer answer : subject.exposure(component).answers()) {
        boolean here =
            component.faces().stream()
                .filter(face -> face.ref().equals(answer.to()))
                .anyMatch(face -> face.subnet().filter(subnet.address()::equals).isPresent());
        if (here && (answer.anyAdmitted() || !answer.undecided().isEmpty())) {
          return false;
        }
      }
    }
    return !there.isEmpty();
  }

  private static boolean isPublicBalancer(Subject subject, Component component) {
    return component.parts().stream()
        .map(part -> subject.facts().loadBalancers().get(part.address()))
        .anyMatch((AwsLoadBalancer balancer) -> balancer != null && !balancer.internal().is(true));
  }
}

package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Gateways;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Subnets that are meant to be public but have no route to an internet gateway.
public final class PublicSubnetWithoutRoute implements Rule {
  @Override
  public String id() {
    return "TOPO-003";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      if (!isMeantPublic(subject, subnet)) {
        continue;
      }
      Report report = Report.by(this, subject).about(subnet.resource()).at(Subnet.ROUTING.name());
      Reading<Boolean> leads = subject.leadsToInternet(subnet.address());
      if (leads instanceof Reading.Unresolved<Boolean>(Reason reason)) {
        found.add(report.unresolved("title", List.of(reason)).done());
      } else if (leads.is(false)) {
        found.add(
            report
                .says("finding", subject.label(subnet.resource()))
                .fix(fix(subject, subnet))
                .done());
      }
    }
    return found;
  }

  /// The gateway that is missing; for a subnet that is not drawn as public, that it hands out no
  /// public addresses.
  private static Optional<Fix> fix(Subject subject, AwsSubnet subnet) {
    Document document = subject.document();
    Optional<Node> drawn =
        subject.element(subnet.resource()).flatMap(element -> document.findNode(element.id()));
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    if (Subnet.ROUTING.of(drawn.get()) != Subnet.Routing.PUBLIC) {
      return Optional.of(
          Fixes.set(drawn.get().id(), subject.label(drawn.get()), Subnet.MAP_PUBLIC_IP, false));
    }
    return subnet
        .vpc()
        .known()
        .flatMap(subject.facts()::find)
        .flatMap(subject::element)
        .flatMap(element -> document.findNode(element.id()))
        .map(vpc -> Gateways.internetGateway(subject, vpc));
  }

  /// Drawn as public, or handing out public addresses.
  private static boolean isMeantPublic(Subject subject, AwsSubnet subnet) {
    boolean drawn =
        subject
            .element(subnet.resource())
            .filter(
                element ->
                    element instanceof Node node
                        && node.kind().equals(Subnet.KIND.id())
                        && Subnet.ROUTING.of(node) == Subnet.Routing.PUBLIC)
            .isPresent();
    return drawn
        || subject.facts().read(subnet.resource()).flag("map_public_ip_on_launch").is(true);
  }
}

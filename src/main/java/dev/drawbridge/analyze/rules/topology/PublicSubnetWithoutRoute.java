package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

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
      if (isMeantPublic(subject, subnet) && subject.leadsToInternet(subnet.address()).is(false)) {
        found.add(
            Report.by(this, subject)
                .about(subnet.resource())
                .at(Subnet.ROUTING.name())
                .says("finding", subject.label(subnet.resource()))
                .done());
      }
    }
    return found;
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

package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.Subnet;
import java.util.ArrayList;
import java.util.List;

/// Subnets outside the DMZ that hand out public addresses by themselves.
public final class PublicByDefault implements Rule {
  @Override
  public String id() {
    return "DMZ-026";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      // AWS's own default subnets do so unless told otherwise.
      boolean usual = subnet.resource().type().equals("aws_default_subnet");
      Reading<Boolean> told =
          subject.facts().read(subnet.resource()).flag("map_public_ip_on_launch").or(usual);
      Reading<Boolean> leads = subject.leadsToInternet(subnet.address());
      if (told.is(true)
          && hasOnlyDmz(subject, subnet)
          && leads instanceof Reading.Unresolved<Boolean>(Reason reason)) {
        found.add(
            Report.by(this, subject)
                .about(subnet.resource())
                .unresolved("title", List.of(reason))
                .done());
      } else if (told.is(true) && !(leads.is(true) && hasOnlyDmz(subject, subnet))) {
        found.add(
            Report.by(this, subject)
                .about(subnet.resource())
                .at(Subnet.MAP_PUBLIC_IP.name())
                .says("finding", subject.label(subnet.resource()))
                .offer(subnet.resource(), Subnet.MAP_PUBLIC_IP, false)
                .done());
      }
    }
    return found;
  }

  /// Whether nothing of the inner zones stands in it.
  private static boolean hasOnlyDmz(Subject subject, AwsSubnet subnet) {
    return subject.inSubnet(subnet.address()).stream()
        .map(Component::zone)
        .allMatch(zone -> zone == Zone.DMZ);
  }
}

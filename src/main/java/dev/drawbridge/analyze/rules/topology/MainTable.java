package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Subnets that name no route table, so that the main one of their VPC decides where they lead.
public final class MainTable implements Rule {
  @Override
  public String id() {
    return "TOPO-006";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    List<Reason> unknown = unknown(subject);
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Subnet laid = subject.network().subnets().get(Ref.of(subnet.address().toString()));
      if (laid == null || laid.routes().isPresent()) {
        continue;
      }
      boolean open = subject.leadsToInternet(subnet.address()).is(true);
      Report report =
          Report.by(this, subject)
              .about(subnet.resource())
              .weighing(open ? Severity.HIGH : Severity.MEDIUM);
      found.add(
          unknown.isEmpty()
              ? report
                  .says(open ? "finding.open" : "finding", subject.label(subnet.resource()))
                  .done()
              : report.unresolved("title", unknown).done());
    }
    return found;
  }

  /// Why an association may speak of any subnet.
  private static List<Reason> unknown(Subject subject) {
    Set<Reason> reasons = new LinkedHashSet<>();
    for (Resource association : subject.facts().ofType("aws_route_table_association")) {
      if (subject.facts().read(association).reference("subnet_id")
          instanceof Reading.Unresolved<Address>(Reason reason)) {
        reasons.add(reason);
      }
    }
    return List.copyOf(reasons);
  }
}

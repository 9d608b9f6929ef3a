package dev.drawbridge.analyze.rules.operations;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// VPCs whose refused connections nobody records. A log of each subnet is as good as one of the VPC;
/// one of single network interfaces is not.
public final class NoFlowLogs implements Rule {
  @Override
  public String id() {
    return "OBS-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Set<Address> logged = new HashSet<>();
    Set<Address> acceptedOnly = new HashSet<>();
    List<Reason> unknown = new ArrayList<>();
    for (Resource log : subject.facts().ofType("aws_flow_log")) {
      Reader read = subject.facts().read(log);
      // Security Hub EC2.6 wants what was refused.
      Set<Address> into = read.text("traffic_type").is("ACCEPT") ? acceptedOnly : logged;
      for (Reading<Address> of : List.of(read.reference("vpc_id"), read.reference("subnet_id"))) {
        of.known().ifPresent(into::add);
        if (of instanceof Reading.Unresolved<Address>(Reason reason)) {
          unknown.add(reason);
        }
      }
    }
    Map<Address, List<AwsSubnet>> subnets = new HashMap<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      subnet
          .vpc()
          .known()
          .ifPresent(vpc -> subnets.computeIfAbsent(vpc, _ -> new ArrayList<>()).add(subnet));
    }
    List<Finding> found = new ArrayList<>();
    for (AwsVpc vpc : subject.facts().vpcs().values()) {
      Resource resource = vpc.resource();
      List<AwsSubnet> own = subnets.getOrDefault(resource.address(), List.of());
      boolean all =
          !own.isEmpty() && own.stream().allMatch(subnet -> logged.contains(subnet.address()));
      if (!all && !logged.contains(resource.address())) {
        boolean accepted = acceptedOnly.contains(resource.address());
        found.add(report(subject, resource, accepted, unknown));
      }
    }
    return found;
  }

  private Finding report(Subject subject, Resource vpc, boolean accepted, List<Reason> unknown) {
    Report report = Report.by(this, subject).about(vpc).at(Vpc.FLOW_LOGS.name());
    if (!unknown.isEmpty()) {
      return report.unresolved("title", unknown.stream().distinct().sorted().toList()).done();
    }
    return report
        .says(accepted ? "finding.accepted" : "finding", subject.label(vpc))
        .offer(vpc, Vpc.FLOW_LOGS, true)
        .done();
  }
}

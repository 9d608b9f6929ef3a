package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// NAT gateways through which subnets of several availability zones leave.
public final class SharedNat implements Rule {
  @Override
  public String id() {
    return "TOPO-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    SequencedMap<Ref, Set<String>> zonesOf = new TreeMap<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Subnet laid = subject.network().subnets().get(Ref.of(subnet.address().toString()));
      if (laid != null && subnet.zone() instanceof Reading.Given<String>(String zone)) {
        for (RouteTable.Route route : subject.network().routesOf(laid).routes()) {
          if (route.via() instanceof NextHop.Translator(Ref nat)) {
            zonesOf.computeIfAbsent(nat, _ -> new TreeSet<>()).add(zone);
          }
        }
      }
    }
    for (Resource nat : subject.facts().ofType("aws_nat_gateway")) {
      Set<String> zones = zonesOf.getOrDefault(Ref.of(nat.address().toString()), Set.of());
      if (zones.size() > 1) {
        found.add(
            Report.by(this, subject)
                .about(nat)
                .says("finding", subject.label(nat), List.copyOf(zones))
                .done());
      }
    }
    return found;
  }
}

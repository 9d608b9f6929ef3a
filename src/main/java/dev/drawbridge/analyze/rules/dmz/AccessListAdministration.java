package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Network ACLs that let SSH or RDP in from nearly everywhere. The one that AWS gives each VPC does
/// so as long as nobody adopts it; that is no decision of anybody's, and not reported.
public final class AccessListAdministration implements Rule {
  private static final List<Integer> PORTS = List.of(22, 3389);

  @Override
  public String id() {
    return "DMZ-018";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AccessList list : subject.network().accessLists().values()) {
      subject
          .origin(list.ref())
          .filter(resource -> resource.type().endsWith("network_acl"))
          .flatMap(resource -> check(subject, resource, list))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource resource, AccessList list) {
    PortSet open = open(list, false);
    Report report = Report.by(this, subject).about(resource);
    if (!open.isEmpty()) {
      return Optional.of(
          report
              .says("finding", subject.label(resource), open.toString())
              .onPorts(PortClass.ADMINISTRATION)
              .done());
    }
    if (open(list, true).isEmpty()) {
      return Optional.empty();
    }
    List<Unknown> doubts =
        list.inbound().stream().flatMap(entry -> entry.doubts().stream()).toList();
    return Optional.of(report.hangingOn("title", doubts).done());
  }

  private static PortSet open(AccessList list, boolean perhaps) {
    PortSet open = PortSet.EMPTY;
    for (int port : PORTS) {
      for (Family family : Family.values()) {
        if (Public.isNearlyAll(
            FirstMatch.admitted(list.inbound(), Protocol.TCP, port, Public.of(family), perhaps),
            family)) {
          open = open.union(PortSet.of(port));
        }
      }
    }
    return open;
  }
}

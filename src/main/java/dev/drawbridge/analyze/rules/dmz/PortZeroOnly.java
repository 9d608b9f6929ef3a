package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Rules of TCP or UDP from port 0 to port 0. Only with protocol -1 does that mean all ports.
public final class PortZeroOnly implements Rule {
  private static final PortSet ZERO = PortSet.of(0);

  @Override
  public String id() {
    return "DMZ-021";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Set<Resource> meant = new LinkedHashSet<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      if (isZero(rule.traffic())) {
        meant.add(rule.resource());
      }
    }
    for (AccessList list : subject.network().accessLists().values()) {
      Stream.concat(list.inbound().stream(), list.outbound().stream())
          .filter(entry -> isZero(entry.traffic()))
          .map(AccessList.Entry::ref)
          .flatMap((Ref entry) -> subject.origin(entry).stream())
          .forEach(meant::add);
    }
    Set<String> told = new LinkedHashSet<>();
    List<Finding> found = new ArrayList<>();
    for (Resource resource : meant) {
      // A drawn arrow comes to a rule at each end.
      String what =
          subject
              .element(resource)
              .map(element -> element.id().value())
              .orElse(resource.address().toString());
      if (told.add(what)) {
        found.add(report(subject, resource));
      }
    }
    return found;
  }

  private static boolean isZero(dev.drawbridge.network.Traffic traffic) {
    boolean hasPorts =
        traffic.protocol().equals(Protocol.TCP) || traffic.protocol().equals(Protocol.UDP);
    return hasPorts && traffic.ports().equals(ZERO);
  }

  private Finding report(Subject subject, Resource resource) {
    Report report = Report.by(this, subject).about(resource);
    subject
        .element(resource)
        .filter(element -> element.kind().equals(Traffic.KIND.id()))
        .ifPresent(
            arrow ->
                report
                    .at(Traffic.PORTS.name())
                    .fix(Fixes.set(arrow.id(), subject.label(arrow), Traffic.PORTS, "")));
    return report.says("finding", subject.label(resource)).done();
  }
}

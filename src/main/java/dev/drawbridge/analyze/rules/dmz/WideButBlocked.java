package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.End;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Components whose groups admit nearly everybody, and which only something else protects. A drawn
/// arrow that nothing can pass is another rule's; so are the listeners of public load balancers.
public final class WideButBlocked implements Rule {
  @Override
  public String id() {
    return "DMZ-016";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<Ref, List<AwsGroupRule>> rules = new HashMap<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      boolean drawn = rule.resource().origin() instanceof Origin.Drawn;
      if (rule.ingress() && rule.sure() && !rule.blocks().isEmpty() && !drawn) {
        rules.computeIfAbsent(rule.group(), _ -> new ArrayList<>()).add(rule);
      }
    }
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components()) {
      List<AwsGroupRule> own = rulesOf(subject, component, rules);
      if (!own.isEmpty() && !facesTheInternet(subject, component)) {
        check(subject, component, own).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<AwsGroupRule> rulesOf(
      Subject subject, Component component, Map<Ref, List<AwsGroupRule>> rules) {
    Set<Ref> groups = new LinkedHashSet<>();
    for (Standing.Face face : component.faces()) {
      Interface host = subject.network().interfaceOf(face.ref());
      groups.addAll(host.groups());
    }
    return groups.stream().flatMap(group -> rules.getOrDefault(group, List.of()).stream()).toList();
  }

  private static boolean facesTheInternet(Subject subject, Component component) {
    return component.parts().stream()
        .map(part -> subject.facts().loadBalancers().get(part.address()))
        .anyMatch((AwsLoadBalancer lb) -> lb != null && !lb.internal().is(true));
  }

  private Optional<Finding> check(Subject subject, Component component, List<AwsGroupRule> rules) {
    Exposure exposure = subject.exposure(component);
    for (Family family : Family.values()) {
      Exposure reached = exposure.only(family, cell -> !(cell instanceof Cell.Refused));
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        List<Admission> admissions = admissions(rules, protocol, family);
        PortSet ports = Admission.nearlyAll(admissions, family);
        for (Cell cell : reached.cells()) {
          if (cell.protocol().equals(protocol)) {
            ports = ports.minus(cell.ports());
          }
        }
        if (!ports.isEmpty()) {
          Traffic asked = new Traffic(protocol, ports);
          return Optional.of(
              Report.by(this, subject)
                  .about(component)
                  .says(
                      "finding",
                      component.label(),
                      Explain.traffic(asked),
                      Explain.several(Admission.sources(admissions, ports).cidrs()))
                  .blockedBy(blockers(subject, component, asked, family))
                  .onPorts(PortNumbers.classOf(ports))
                  .done());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Admission> admissions(
      List<AwsGroupRule> rules, Protocol protocol, Family family) {
    List<Admission> all = new ArrayList<>();
    for (AwsGroupRule rule : rules) {
      PortSet ports = rule.traffic().portsOf(protocol);
      List<Cidr> blocks = rule.blocks().stream().filter(b -> b.family() == family).toList();
      if (!ports.isEmpty() && !blocks.isEmpty()) {
        all.add(new Admission(ports, AddressSet.ofCidrs(blocks)));
      }
    }
    return all;
  }

  /// All that blocks besides the groups.
  private static List<Cause> blockers(
      Subject subject, Component component, Traffic asked, Family family) {
    Exposure refused =
        subject
            .fromInternet(component, asked)
            .only(
                family,
                cell ->
                    cell instanceof Cell.Refused(var _, var _, var _, List<Blocker> all)
                        && all.stream().noneMatch(WideButBlocked::isGroup));
    List<Cause> causes = new Explain(subject).blockers(refused, asked);
    return causes.isEmpty() && family == Family.IPV6
        ? List.of(
            new Cause(
                Sentence.of("blocker.no-ipv6-address", component.label()),
                component.elements(),
                null))
        : causes;
  }

  private static boolean isGroup(Blocker blocker) {
    return blocker instanceof Blocker.NoRule(End end, var _) && end == End.DESTINATION;
  }
}

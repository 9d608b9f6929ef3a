package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Security groups whose sources together are nearly the whole internet, though none of them is:
/// two halves, or a prefix list.
public final class PatchedTogetherInternet implements Rule {
  @Override
  public String id() {
    return "DMZ-014";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  /// Ports that the same rules of a group admit.
  private record Run(PortSet ports, List<AwsGroupRule> rules) {}

  @Override
  public List<Finding> check(Subject subject) {
    Map<Ref, List<AwsGroupRule>> groups = new LinkedHashMap<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      if (rule.ingress() && rule.sure() && !rule.blocks().isEmpty()) {
        groups.computeIfAbsent(rule.group(), _ -> new ArrayList<>()).add(rule);
      }
    }
    List<Finding> found = new ArrayList<>();
    groups.forEach(
        (group, rules) -> {
          subject.goOn();
          for (Family family : Family.values()) {
            check(subject, group, rules, family).ifPresent(found::add);
          }
        });
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Ref group, List<AwsGroupRule> rules, Family family) {
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
      PortSet ports = PortSet.EMPTY;
      List<Cidr> blocks = new ArrayList<>();
      for (Run run : runs(rules, protocol)) {
        List<Cidr> named = named(run.rules(), family);
        boolean single =
            named.stream().anyMatch(one -> Public.isNearlyAll(AddressSet.of(one), family));
        if (!single && Public.isNearlyAll(AddressSet.ofCidrs(named), family)) {
          ports = ports.union(run.ports());
          named.stream().filter(one -> !blocks.contains(one)).forEach(blocks::add);
        }
      }
      Optional<Resource> resource = subject.origin(group);
      if (!ports.isEmpty() && resource.isPresent()) {
        return Optional.of(
            Report.by(this, subject)
                .about(resource.get())
                .says(
                    "finding",
                    subject.label(group),
                    Explain.ports(protocol, ports),
                    Explain.several(blocks),
                    Public.percent(AddressSet.ofCidrs(blocks), family),
                    Public.name(family))
                .at(family == Family.IPV4 ? null : "ipv6")
                .onPorts(PortNumbers.classOf(ports))
                .done());
      }
    }
    return Optional.empty();
  }

  private static List<Cidr> named(List<AwsGroupRule> rules, Family family) {
    return rules.stream()
        .flatMap(rule -> rule.blocks().stream())
        .filter(block -> block.family() == family)
        .distinct()
        .toList();
  }

  /// The ports in parts that the same rules admit.
  private static List<Run> runs(List<AwsGroupRule> rules, Protocol protocol) {
    List<Run> runs = List.of(new Run(PortSet.ALL, List.of()));
    for (AwsGroupRule rule : rules) {
      PortSet own = rule.traffic().portsOf(protocol);
      List<Run> finer = new ArrayList<>();
      for (Run run : runs) {
        PortSet both = run.ports().intersect(own);
        PortSet rest = run.ports().minus(own);
        if (!rest.isEmpty()) {
          finer.add(new Run(rest, run.rules()));
        }
        if (!both.isEmpty()) {
          List<AwsGroupRule> more = new ArrayList<>(run.rules());
          more.add(rule);
          finer.add(new Run(both, more));
        }
      }
      runs = finer;
    }
    return runs;
  }
}

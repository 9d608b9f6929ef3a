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
      List<Admission> several = new ArrayList<>();
      PortSet single = PortSet.EMPTY;
      for (AwsGroupRule rule : rules) {
        PortSet own = rule.traffic().portsOf(protocol);
        several.add(new Admission(own, AddressSet.ofCidrs(rule.blocks())));
        if (rule.blocks().stream().anyMatch(one -> isNearlyAll(one, family))) {
          single = single.union(own);
        }
      }
      PortSet ports = Admission.nearlyAll(several, family).minus(single);
      List<Cidr> blocks =
          rules.stream()
              .filter(rule -> rule.traffic().portsOf(protocol).overlaps(ports))
              .flatMap(rule -> rule.blocks().stream())
              .filter(block -> block.family() == family)
              .distinct()
              .toList();
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

  private static boolean isNearlyAll(Cidr block, Family family) {
    return Public.isNearlyAll(AddressSet.of(block), family);
  }
}

package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Security groups that let their members open sessions with the whole internet on every port, by
/// one rule or by several together.
public final class UnrestrictedEgress implements Rule {
  @Override
  public String id() {
    return "DMZ-025";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public boolean isOptional() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource resource :
        subject.facts().ofType("aws_security_group", "aws_default_security_group")) {
      Group group = subject.network().groups().get(Ref.of(resource.address().toString()));
      if (group != null) {
        check(subject, resource, group).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource resource, Group group) {
    AddressSet certain = AddressSet.EMPTY;
    AddressSet possible = AddressSet.EMPTY;
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (Group.Rule rule : group.egress()) {
      Protocol protocol = rule.traffic().protocol();
      boolean all =
          protocol.equals(Protocol.ANY)
              || protocol.equals(Protocol.TCP) && rule.traffic().ports().equals(PortSet.ALL);
      if (all) {
        possible = possible.union(rule.peer().addresses());
        unknowns.addAll(rule.doubts());
        if (rule.doubts().isEmpty()) {
          certain = certain.union(rule.peer().addresses());
        }
      }
    }
    Report report = Report.by(this, subject).about(resource);
    if (isEverywhere(certain)) {
      return Optional.of(report.says("finding", subject.label(resource)).done());
    }
    return isEverywhere(possible)
        ? Optional.of(report.hangingOn("title", unknowns).done())
        : Optional.empty();
  }

  /// All of one family is enough.
  private static boolean isEverywhere(AddressSet addresses) {
    for (Family family : Family.values()) {
      if (addresses.containsAll(AddressSet.INTERNET.only(family))) {
        return true;
      }
    }
    return false;
  }
}

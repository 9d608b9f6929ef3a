package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsGroupRule;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Peering;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rules that refer to a security group of another VPC, which AWS takes only where the two are
/// peered in one region, or joined by a transit gateway.
public final class GroupOfOtherVpc implements Rule {
  /// The VPC of a group that names none.
  private static final Address DEFAULT = new Address("aws_default_vpc", "default");

  @Override
  public String id() {
    return "DMZ-022";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Links links = Links.of(subject);
    Set<List<String>> told = new HashSet<>();
    List<Finding> found = new ArrayList<>();
    for (AwsGroupRule rule : subject.groupRules()) {
      for (Ref other : new LinkedHashSet<>(rule.members())) {
        Optional<Address> here = home(subject, rule.group());
        Optional<Address> there = home(subject, other);
        if (here.isPresent()
            && there.isPresent()
            && !here.equals(there)
            && told.add(List.of(rule.resource().address().toString(), other.id()))) {
          check(subject, links, rule, other, here.get(), there.get()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Links links, AwsGroupRule rule, Ref other, Address here, Address there) {
    Set<Address> both = Set.of(here, there);
    Report report = Report.by(this, subject).about(rule.resource());
    subject.origin(other).ifPresent(report::about);
    if (links.near.contains(both) || links.gateways.containsAll(both)) {
      return Optional.empty();
    }
    Optional<Reason> open =
        both.stream().sorted().map(links.open::get).filter(r -> r != null).findFirst();
    if (open.isPresent()) {
      return Optional.of(report.unresolved("title", List.of(open.get())).done());
    }
    return Optional.of(
        report
            .says(
                links.far.contains(both) ? "finding.region" : "finding",
                subject.label(rule.resource()),
                subject.label(other),
                there.toString(),
                here.toString())
            .done());
  }

  /// The VPC of a group; empty where it is not known.
  private static Optional<Address> home(Subject subject, Ref group) {
    Optional<Resource> resource = subject.origin(group);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    Facts facts = subject.facts();
    if (facts.vpcs().containsKey(resource.get().address())) {
      return resource.map(Resource::address);
    }
    Address byDefault =
        facts.ofType("aws_default_vpc").stream().findFirst().map(Resource::address).orElse(DEFAULT);
    return facts.read(resource.get()).reference("vpc_id").or(byDefault).known();
  }

  /// How VPCs are joined.
  ///
  /// @param near pairs whose rules may refer to each other's groups
  /// @param far pairs that are peered across regions
  /// @param gateways the VPCs that hang on a transit gateway
  /// @param open why it is not known what a VPC is peered with
  private record Links(
      Set<Set<Address>> near,
      Set<Set<Address>> far,
      Set<Address> gateways,
      Map<Address, Reason> open) {
    static Links of(Subject subject) {
      Links links = new Links(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
      for (Peering peering : subject.network().peerings().values()) {
        Optional<Address> one = subject.origin(peering.one()).map(Resource::address);
        Optional<Address> other = subject.origin(peering.other()).map(Resource::address);
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
          (peering.knowsGroups() ? links.near : links.far).add(Set.of(one.get(), other.get()));
        }
      }
      Facts facts = subject.facts();
      for (Resource peering : facts.ofType("aws_vpc_peering_connection")) {
        Reader read = facts.read(peering);
        links.note(read.reference("vpc_id"), read.reference("peer_vpc_id"));
        links.note(read.reference("peer_vpc_id"), read.reference("vpc_id"));
      }
      for (Resource attachment : facts.ofType("aws_ec2_transit_gateway_vpc_attachment")) {
        facts.read(attachment).reference("vpc_id").known().ifPresent(links.gateways::add);
      }
      return links;
    }

    private void note(Reading<Address> one, Reading<Address> other) {
      if (one.known().isPresent() && other instanceof Reading.Unresolved<Address>(Reason reason)) {
        open.putIfAbsent(one.known().get(), reason);
      }
    }
  }
}

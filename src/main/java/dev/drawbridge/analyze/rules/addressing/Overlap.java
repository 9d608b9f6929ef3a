package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Subnets of one VPC whose blocks overlap.
public final class Overlap implements Rule {
  @Override
  public String id() {
    return "ADDR-003";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  /// A subnet with its block, and its place in the order of the design.
  private record Laid(Resource subnet, Cidr block, int index) {}

  @Override
  public List<Finding> check(Subject subject) {
    Map<Address, List<Laid>> byVpc = new LinkedHashMap<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Optional<Address> vpc = subnet.vpc().known();
      Optional<Cidr> block = Places.block(subnet).meant();
      if (vpc.isPresent() && block.isPresent()) {
        List<Laid> there = byVpc.computeIfAbsent(vpc.get(), _ -> new ArrayList<>());
        there.add(new Laid(subnet.resource(), block.get(), there.size()));
      }
    }
    List<Finding> found = new ArrayList<>();
    byVpc.values().forEach(laid -> found.addAll(overlaps(subject, laid)));
    return found;
  }

  /// Of two blocks that overlap one contains the other, so sorted by their beginnings, the larger
  /// first, those that are still open are those that contain the next.
  private List<Finding> overlaps(Subject subject, List<Laid> laid) {
    List<Finding> found = new ArrayList<>();
    Deque<Laid> open = new ArrayDeque<>();
    laid.stream()
        .sorted(
            Comparator.comparing((Laid one) -> one.block().first())
                .thenComparing(one -> one.block().length())
                .thenComparing(Laid::index))
        .forEach(
            next -> {
              while (!open.isEmpty() && !open.peek().block().overlaps(next.block())) {
                open.pop();
              }
              open.forEach(other -> found.add(report(subject, other, next)));
              open.push(next);
            });
    return found;
  }

  /// The one that was drawn later is at fault.
  private Finding report(Subject subject, Laid one, Laid other) {
    Laid later = one.index() > other.index() ? one : other;
    Laid earlier = later == one ? other : one;
    return Report.by(this, subject)
        .about(later.subnet())
        .about(earlier.subnet())
        .at(dev.drawbridge.catalog.aws.Subnet.CIDR.name())
        .says(
            "finding",
            subject.label(later.subnet()),
            later.block().toString(),
            subject.label(earlier.subnet()),
            earlier.block().toString())
        .done();
  }
}

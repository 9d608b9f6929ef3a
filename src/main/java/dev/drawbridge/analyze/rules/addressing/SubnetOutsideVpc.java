package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Subnets whose block lies outside every block of their VPC.
public final class SubnetOutsideVpc implements Rule {
  @Override
  public String id() {
    return "ADDR-002";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Optional<AwsVpc> vpc = subnet.vpc().known().map(subject.facts().vpcs()::get);
      Places.Written written = Places.block(subnet);
      Optional<Cidr> block = written.meant();
      if (vpc.isEmpty() || block.isEmpty()) {
        continue;
      }
      List<Optional<Cidr>> around =
          Places.blocks(vpc.get()).stream().map(Places.Written::meant).toList();
      boolean known = around.stream().allMatch(Optional::isPresent);
      if (known
          && around.stream().flatMap(Optional::stream).noneMatch(b -> b.contains(block.get()))) {
        found.add(
            Report.by(this, subject)
                .about(subnet.resource())
                .about(vpc.get().resource())
                .at(written.property().name())
                .says(
                    "finding",
                    subject.label(subnet.resource()),
                    block.get().toString(),
                    subject.label(vpc.get().resource()),
                    around.stream().flatMap(Optional::stream).map(Cidr::toString).toList())
                .done());
      }
    }
    return found;
  }
}

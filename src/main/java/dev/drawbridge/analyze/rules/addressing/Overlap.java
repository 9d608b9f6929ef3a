package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
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

  @Override
  public List<Finding> check(Subject subject) {
    Map<Address, List<Overlaps.Laid<Resource>>> byVpc = new LinkedHashMap<>();
    Map<ElementId, Integer> drawn = new HashMap<>();
    subject.document().nodes().forEach(node -> drawn.put(node.id(), drawn.size()));
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Optional<Address> vpc = subnet.vpc().known();
      Optional<Cidr> block = Places.block(subnet).meant();
      if (vpc.isPresent() && block.isPresent()) {
        List<Overlaps.Laid<Resource>> there =
            byVpc.computeIfAbsent(vpc.get(), _ -> new ArrayList<>());
        int index =
            subject
                .element(subnet.resource())
                .map(element -> drawn.getOrDefault(element.id(), 0))
                .orElse(there.size());
        there.add(new Overlaps.Laid<>(subnet.resource(), block.get(), index));
      }
    }
    List<Finding> found = new ArrayList<>();
    for (List<Overlaps.Laid<Resource>> laid : byVpc.values()) {
      Overlaps.find(laid, (later, earlier) -> found.add(report(subject, later, earlier)));
    }
    for (AwsVpc vpc : subject.facts().vpcs().values()) {
      own(subject, vpc, found);
    }
    return found;
  }

  /// The blocks of one VPC, which AWS associates one after the other.
  private void own(Subject subject, AwsVpc vpc, List<Finding> found) {
    List<Overlaps.Laid<Resource>> blocks = new ArrayList<>();
    for (Places.Written written : Places.blocks(vpc)) {
      written
          .meant()
          .ifPresent(
              block -> blocks.add(new Overlaps.Laid<>(vpc.resource(), block, blocks.size())));
    }
    List<String> pairs = new ArrayList<>();
    Overlaps.find(blocks, (later, earlier) -> pairs.add(later.block() + " / " + earlier.block()));
    if (!pairs.isEmpty()) {
      found.add(
          Report.by(this, subject)
              .about(vpc.resource())
              .at(dev.drawbridge.catalog.aws.Vpc.CIDR.name())
              .says("finding.vpc", subject.label(vpc.resource()), pairs)
              .done());
    }
  }

  /// The one that was drawn later is at fault.
  private Finding report(
      Subject subject, Overlaps.Laid<Resource> later, Overlaps.Laid<Resource> earlier) {
    return Report.by(this, subject)
        .about(later.owner())
        .about(earlier.owner())
        .at(dev.drawbridge.catalog.aws.Subnet.CIDR.name())
        .says(
            "finding",
            subject.label(later.owner()),
            later.block().toString(),
            subject.label(earlier.owner()),
            earlier.block().toString())
        .done();
  }
}

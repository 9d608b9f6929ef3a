package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// VPCs outside the blocks for private networks (RFC 1918).
public final class NotPrivate implements Rule {
  private static final AddressSet PRIVATE =
      AddressSet.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  @Override
  public String id() {
    return "ADDR-009";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsVpc vpc : subject.facts().vpcs().values()) {
      for (Places.Written block : Places.blocks(vpc)) {
        Optional<Cidr> cidr = block.meant();
        if (cidr.isPresent() && !PRIVATE.containsAll(AddressSet.of(cidr.get()))) {
          found.add(
              Report.by(this, subject)
                  .about(vpc.resource())
                  .at(block.property().name())
                  .says("finding", subject.label(vpc.resource()), cidr.get().toString())
                  .done());
        }
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Address blocks with bits set beyond their prefix length, which AWS refuses.
public final class HostBits implements Rule {
  @Override
  public String id() {
    return "ADDR-004";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Places.Written place : Places.all(subject)) {
      Optional<String> text = place.text().known();
      if (text.isPresent()
          && Cidr.read(text.get()) instanceof CidrReading.HostBitsSet(var _, Cidr block)) {
        found.add(
            Report.by(this, subject)
                .about(place.resource())
                .at(place.property().name())
                .says("finding", subject.label(place.resource()), text.get(), block.toString())
                .offer(place.resource(), place.property(), block.toString())
                .done());
      }
    }
    for (Node node : subject.document().nodes()) {
      if (node.kind().equals(DataCentre.KIND.id())) {
        centre(subject, node).ifPresent(found::add);
      }
    }
    return found;
  }

  /// Of a data centre nothing is built that could be asked.
  private Optional<Finding> centre(Subject subject, Node centre) {
    String text = DataCentre.CIDR.of(centre);
    return Cidr.read(text) instanceof CidrReading.HostBitsSet(var _, Cidr block)
        ? Optional.of(
            Report.by(this, subject)
                .about(centre)
                .at(DataCentre.CIDR.name())
                .says("finding", subject.label(centre), text, block.toString())
                .fix(
                    Fixes.set(
                        centre.id(), subject.label(centre), DataCentre.CIDR, block.toString()))
                .done())
        : Optional.empty();
  }
}

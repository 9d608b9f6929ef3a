package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arrows from a load balancer to a port on which the tier does not listen.
public final class TargetPort implements Rule {
  @Override
  public String id() {
    return "LB-013";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsTargetGroup group : subject.facts().targetGroups()) {
      Optional<Connector> arrow =
          subject
              .element(group.resource())
              .flatMap(
                  element ->
                      element instanceof Connector connector
                          ? Optional.of(connector)
                          : Optional.empty());
      if (arrow.isEmpty()) {
        continue;
      }
      Node tier = subject.document().node(arrow.get().target());
      List<Port> listening =
          Catalog.of(tier).map(kind -> kind.listening(tier, subject.document())).orElse(List.of());
      Optional<Long> port = group.port().known();
      if (port.isPresent()
          && !listening.isEmpty()
          && listening.stream().noneMatch(one -> one.number() == port.get())) {
        found.add(
            Report.by(this, subject)
                .about(arrow.get())
                .about(tier)
                .at(Traffic.PORTS.name())
                .says("finding", subject.label(tier), listening.getFirst().number(), port.get())
                .fix(Fixes.set(arrow.get().id(), subject.label(arrow.get()), Traffic.PORTS, ""))
                .done());
      }
    }
    return found;
  }
}

package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Border;
import dev.drawbridge.network.PortSet;
import java.util.ArrayList;
import java.util.List;

/// Network ACLs that keep answers from getting back to those who asked.
public final class BlockedReturnPorts implements Rule {
  @Override
  public String id() {
    return "DMZ-019";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    ReturnTraffic.of(subject)
        .forEach(
            (side, held) ->
                subject
                    .origin(side.list())
                    .ifPresent(
                        resource ->
                            found.add(
                                Report.by(this, subject)
                                    .about(resource)
                                    .at(side.border() == Border.INBOUND ? "ingress" : "egress")
                                    .weighing(held.hard() ? severity() : Severity.MEDIUM)
                                    .says(
                                        variant(side, held),
                                        subject.label(resource),
                                        held.ports().toString(),
                                        held.server(),
                                        held.client())
                                    .done())));
    return found;
  }

  private static String variant(ReturnTraffic.Side side, ReturnTraffic.Held held) {
    String border = side.border() == Border.INBOUND ? "finding.in" : "finding.out";
    return held.ports().equals(PortSet.EPHEMERAL) ? border : border + ".part";
  }
}

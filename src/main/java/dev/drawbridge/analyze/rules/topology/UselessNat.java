package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// NAT gateways that cannot translate: without Elastic IP, or in a subnet without a route to an
/// internet gateway.
public final class UselessNat implements Rule {
  @Override
  public String id() {
    return "TOPO-004";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource nat : subject.facts().ofType("aws_nat_gateway")) {
      Reader read = subject.facts().read(nat);
      if (read.text("connectivity_type").is("private")) {
        continue;
      }
      Report report = Report.by(this, subject).about(nat);
      if (read.attribute("allocation_id").isMissing()) {
        found.add(report.says("finding.address", subject.label(nat)).done());
        continue;
      }
      Optional<Address> home = read.reference("subnet_id").known();
      Optional<Resource> subnet = home.flatMap(subject.facts()::find);
      if (subnet.isPresent()
          && home.filter(a -> subject.leadsToInternet(a).is(false)).isPresent()) {
        found.add(
            report
                .about(subnet.get())
                .says("finding", subject.label(nat), subject.label(subnet.get()))
                .done());
      }
    }
    return found;
  }
}

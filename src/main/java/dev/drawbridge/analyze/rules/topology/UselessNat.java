package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
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
      // A regional one stands in no subnet, and AWS gives it addresses of its own.
      if (read.text("connectivity_type").is("private")
          || read.text("availability_mode").is("regional")) {
        continue;
      }
      Report report = Report.by(this, subject).about(nat);
      if (read.attribute("allocation_id").isMissing()) {
        found.add(report.says("finding.address", subject.label(nat)).done());
        continue;
      }
      Optional<Address> home = read.reference("subnet_id").known();
      Optional<Resource> subnet = home.flatMap(subject.facts()::find);
      if (subnet.isPresent()) {
        check(subject, nat, subnet.get(), report).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Finding> check(
      Subject subject, Resource nat, Resource subnet, Report report) {
    return switch (subject.leadsToInternet(subnet.address())) {
      case Reading.Given<Boolean>(Boolean leads) when leads -> Optional.empty();
      case Reading.Unresolved<Boolean>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Given<Boolean> _, Reading.Missing<Boolean> _ ->
          Optional.of(
              report
                  .about(subnet)
                  .says(
                      leavesThrough(subject, subnet.address(), nat) ? "finding.loop" : "finding",
                      subject.label(nat),
                      subject.label(subnet))
                  .done());
    };
  }

  private static boolean leavesThrough(Subject subject, Address subnet, Resource nat) {
    Subnet laid = subject.network().subnets().get(Ref.of(subnet.toString()));
    return laid != null
        && subject.network().routesOf(laid).routes().stream()
            .map(RouteTable.Route::via)
            .anyMatch(new NextHop.Translator(Ref.of(nat.address().toString()))::equals);
  }
}

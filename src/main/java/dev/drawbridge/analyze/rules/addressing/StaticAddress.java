package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Address;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fixed addresses that AWS keeps for itself in each subnet, the first four and the last, or that
/// lie in another.
public final class StaticAddress implements Rule {
  @Override
  public String id() {
    return "ADDR-007";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  /// The arguments that fix addresses: of resources that name their subnet beside them, and of
  /// blocks that do.
  private static final List<String> OWN =
      List.of(
          "private_ip", "private_ips", "secondary_private_ips", "secondary_private_ip_addresses");

  private static final List<String> BLOCKS =
      List.of("subnet_mapping", "subnet_configuration", "ip_address", "network_interfaces");

  private static final List<String> IN_BLOCKS =
      List.of("private_ipv4_address", "ipv4", "ip", "private_ip_address", "ipv4_addresses");

  private static final String[] BEARERS = {
    "aws_instance",
    "aws_network_interface",
    "aws_nat_gateway",
    "aws_lb",
    "aws_alb",
    "aws_vpc_endpoint",
    "aws_route53_resolver_endpoint",
    "aws_launch_template"
  };

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource bearer : subject.facts().ofType(BEARERS)) {
      Reader read = subject.facts().read(bearer);
      check(subject, bearer, read, OWN, found);
      for (String type : BLOCKS) {
        for (Reader block : read.blocks(type)) {
          check(subject, bearer, block, IN_BLOCKS, found);
        }
      }
    }
    return found;
  }

  private void check(
      Subject subject, Resource bearer, Reader read, List<String> arguments, List<Finding> found) {
    Optional<AwsSubnet> subnet =
        read.reference("subnet_id").known().map(subject.facts().subnets()::get);
    Optional<Cidr> block = subnet.flatMap(one -> Places.block(one).meant());
    if (block.isEmpty()) {
      return;
    }
    Set<Address> addresses = new LinkedHashSet<>();
    for (String argument : arguments) {
      for (Reading<String> one : read.texts(argument).known().orElse(List.of())) {
        one.known().flatMap(Address::read).ifPresent(addresses::add);
      }
    }
    List<String> outside =
        addresses.stream().filter(a -> !block.get().contains(a)).map(Address::toString).toList();
    List<String> kept =
        addresses.stream().filter(reserved(block.get())::contains).map(Address::toString).toList();
    if (!outside.isEmpty() || !kept.isEmpty()) {
      Resource home = subnet.orElseThrow().resource();
      found.add(
          Report.by(this, subject)
              .about(bearer)
              .about(home)
              .says(
                  outside.isEmpty() ? "finding" : "finding.outside",
                  subject.label(bearer),
                  outside.isEmpty() ? kept : outside,
                  subject.label(home),
                  block.get().toString())
              .done());
    }
  }

  /// AWS, Amazon VPC user guide, "Subnet CIDR reservations".
  private static AddressSet reserved(Cidr subnet) {
    Cidr firstFour = Cidr.around(subnet.first(), subnet.family().bits() - 2);
    return AddressSet.of(firstFour).union(AddressSet.of(subnet.last()));
  }
}

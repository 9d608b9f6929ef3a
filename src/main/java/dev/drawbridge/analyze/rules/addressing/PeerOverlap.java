package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Routes;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// VPCs that are linked with each other, or with a data centre, and whose addresses overlap: packets
/// for these never leave the VPC, and AWS refuses such a peering.
public final class PeerOverlap implements Rule {
  private static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");

  @Override
  public String id() {
    return "ADDR-008";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  /// Blocks of somebody else, as one resource tells them to one VPC.
  private record Far(Resource says, AwsVpc vpc, Set<Cidr> blocks) {}

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    List<Routes.Written> routes = Routes.all(subject);
    peered(subject, routes, found);
    Map<Address, List<AwsVpc>> attached = attached(subject);
    attached.forEach((hub, vpcs) -> hub(subject, hub, vpcs, found));
    Map<String, Far> far = new LinkedHashMap<>();
    vpns(subject, attached, far);
    clients(subject, far);
    routed(subject, routes, far);
    drawn(subject, far);
    Set<List<Object>> told = new HashSet<>();
    for (Far one : far.values()) {
      List<Cidr> own = blocks(one.vpc());
      List<String> overlapping =
          one.blocks().stream()
              .filter(block -> own.stream().anyMatch(block::overlaps))
              .map(Cidr::toString)
              .toList();
      // Of a drawn link several resources tell the same.
      Object teller = subject.element(one.says()).<Object>map(Element::id).orElse(one.says());
      if (!overlapping.isEmpty() && told.add(List.of(teller, one.vpc()))) {
        found.add(
            Report.by(this, subject)
                .about(one.vpc().resource())
                .about(one.says())
                .says(
                    "finding.far",
                    subject.label(one.vpc().resource()),
                    own.stream().map(Cidr::toString).toList(),
                    overlapping,
                    teller(subject, one.says()))
                .done());
      }
    }
    return found;
  }

  private static List<Cidr> blocks(AwsVpc vpc) {
    return Places.blocks(vpc).stream().flatMap(block -> block.meant().stream()).toList();
  }

  private static List<Reason> unknown(AwsVpc vpc) {
    List<Reason> reasons = new ArrayList<>();
    for (Places.Written block : Places.blocks(vpc)) {
      if (block.text() instanceof Reading.Unresolved<String>(Reason reason)) {
        reasons.add(reason);
      }
    }
    return reasons;
  }

  private void peered(Subject subject, List<Routes.Written> routes, List<Finding> found) {
    Set<Address> told = new HashSet<>();
    for (Routes.Written route : routes) {
      route.read().reference("vpc_peering_connection_id").known().ifPresent(told::add);
    }
    for (Resource peering : subject.facts().ofType("aws_vpc_peering_connection")) {
      Reader read = subject.facts().read(peering);
      List<AwsVpc> ends = new ArrayList<>();
      List<Reason> reasons = new ArrayList<>();
      for (String end : List.of("vpc_id", "peer_vpc_id")) {
        Reading<Address> named = read.reference(end);
        named.known().map(subject.facts().vpcs()::get).ifPresent(ends::add);
        if (named instanceof Reading.Unresolved<Address>(Reason reason)) {
          reasons.add(reason);
        }
      }
      ends.forEach(end -> reasons.addAll(unknown(end)));
      Optional<Finding> overlap =
          ends.size() < 2
              ? Optional.empty()
              : overlap(subject, peering, ends.getFirst(), ends.getLast());
      if (overlap.isPresent()) {
        found.add(overlap.get());
      } else if (!reasons.isEmpty() && !told.contains(peering.address())) {
        found.add(Report.by(this, subject).about(peering).unresolved("title", reasons).done());
      }
    }
  }

  private Optional<Finding> overlap(Subject subject, Resource link, AwsVpc one, AwsVpc other) {
    List<Cidr> theirs = blocks(other);
    List<Cidr> shared =
        blocks(one).stream().filter(block -> theirs.stream().anyMatch(block::overlaps)).toList();
    return shared.isEmpty() || one.equals(other)
        ? Optional.empty()
        : Optional.of(report(subject, link, one, other));
  }

  private Finding report(Subject subject, Resource link, AwsVpc one, AwsVpc other) {
    return Report.by(this, subject)
        .about(link)
        .about(one.resource())
        .about(other.resource())
        .says(
            "finding",
            subject.label(link),
            subject.label(one.resource()),
            blocks(one).stream().map(Cidr::toString).toList(),
            subject.label(other.resource()),
            blocks(other).stream().map(Cidr::toString).toList())
        .done();
  }

  /// The VPCs at each transit gateway.
  private static Map<Address, List<AwsVpc>> attached(Subject subject) {
    Map<Address, List<AwsVpc>> all = new LinkedHashMap<>();
    for (Resource link : subject.facts().ofType("aws_ec2_transit_gateway_vpc_attachment")) {
      Reader read = subject.facts().read(link);
      Optional<Address> hub = read.reference("transit_gateway_id").known();
      Optional<AwsVpc> vpc = read.reference("vpc_id").known().map(subject.facts().vpcs()::get);
      if (hub.isPresent() && vpc.isPresent()) {
        List<AwsVpc> there = all.computeIfAbsent(hub.get(), _ -> new ArrayList<>());
        if (!there.contains(vpc.get())) {
          there.add(vpc.get());
        }
      }
    }
    return all;
  }

  private void hub(Subject subject, Address hub, List<AwsVpc> vpcs, List<Finding> found) {
    Optional<Resource> link = subject.facts().find(hub);
    if (link.isEmpty()) {
      return;
    }
    List<Overlaps.Laid<AwsVpc>> laid = new ArrayList<>();
    for (AwsVpc vpc : vpcs) {
      blocks(vpc).forEach(block -> laid.add(new Overlaps.Laid<>(vpc, block, laid.size())));
    }
    Set<String> told = new HashSet<>();
    Overlaps.find(
        laid,
        (later, earlier) -> {
          AwsVpc one = earlier.owner();
          AwsVpc other = later.owner();
          String pair = one.resource().address() + " " + other.resource().address();
          if (!one.equals(other) && told.add(pair)) {
            found.add(report(subject, link.get(), one, other));
          }
        });
  }

  /// What site-to-site VPNs say of the other side: their static routes, and the side itself.
  private static void vpns(
      Subject subject, Map<Address, List<AwsVpc>> attached, Map<String, Far> far) {
    Map<Address, Address> homes = subject.facts().vpnHomes();
    Map<Address, List<AwsVpc>> vpcs = new HashMap<>();
    for (Resource vpn : subject.facts().ofType("aws_vpn_connection")) {
      Reader read = subject.facts().read(vpn);
      List<AwsVpc> reached = new ArrayList<>();
      read.reference("vpn_gateway_id")
          .known()
          .map(homes::get)
          .map(subject.facts().vpcs()::get)
          .ifPresent(reached::add);
      read.reference("transit_gateway_id").known().map(attached::get).ifPresent(reached::addAll);
      vpcs.put(vpn.address(), reached);
      reached.forEach(vpc -> tell(vpn, vpc, read.text("local_ipv4_network_cidr"), far));
    }
    for (Resource route : subject.facts().ofType("aws_vpn_connection_route")) {
      Reader read = subject.facts().read(route);
      for (AwsVpc vpc :
          read.reference("vpn_connection_id").known().map(vpcs::get).orElse(List.of())) {
        tell(route, vpc, read.text("destination_cidr_block"), far);
      }
    }
  }

  /// The addresses that people at a client VPN get.
  private static void clients(Subject subject, Map<String, Far> far) {
    Map<Address, Resource> endpoints = new HashMap<>();
    for (Resource endpoint : subject.facts().ofType("aws_ec2_client_vpn_endpoint")) {
      endpoints.put(endpoint.address(), endpoint);
    }
    for (Resource link : subject.facts().ofType("aws_ec2_client_vpn_network_association")) {
      Reader read = subject.facts().read(link);
      Optional<Resource> endpoint =
          read.reference("client_vpn_endpoint_id").known().map(endpoints::get);
      Optional<AwsVpc> vpc =
          read.reference("subnet_id")
              .known()
              .map(subject.facts().subnets()::get)
              .flatMap(subnet -> subnet.vpc().known())
              .map(subject.facts().vpcs()::get);
      if (endpoint.isPresent() && vpc.isPresent()) {
        Reader of = subject.facts().read(endpoint.get());
        tell(endpoint.get(), vpc.get(), of.text("client_cidr_block"), far);
      }
    }
  }

  /// Routes that send a part of the VPC's own addresses away. A wider one is no overlap: it is
  /// meant for the rest.
  private static void routed(Subject subject, List<Routes.Written> routes, Map<String, Far> far) {
    for (Routes.Written route : routes) {
      Optional<AwsVpc> vpc = route.home().map(subject.facts().vpcs()::get);
      Reader read = route.read();
      boolean away =
          read.has("transit_gateway_id")
              || read.has("vpc_peering_connection_id")
                  && !(route.route().via() instanceof NextHop.Across)
              || read.reference("gateway_id")
                  .known()
                  .filter(gateway -> gateway.type().equals("aws_vpn_gateway"))
                  .isPresent();
      Cidr block = route.route().destination();
      if (away
          && vpc.isPresent()
          && route.route().doubts().isEmpty()
          && blocks(vpc.get()).stream().anyMatch(own -> own.contains(block))) {
        tell(route.says(), vpc.get(), Reading.given(block.toString()), far);
      }
    }
  }

  /// Of a drawn link it is the data centre that a reader knows.
  private static Label teller(Subject subject, Resource says) {
    return link(subject, says)
        .flatMap(link -> centre(subject, link))
        .map(subject::label)
        .orElseGet(() -> subject.label(says));
  }

  private static Optional<Connector> link(Subject subject, Resource resource) {
    return subject
        .element(resource)
        .filter(element -> element.kind().equals(DataCentreLink.KIND.id()))
        .map(Connector.class::cast);
  }

  private static Optional<Node> centre(Subject subject, Connector link) {
    return Stream.of(link.source(), link.target())
        .flatMap(end -> subject.document().findNode(end).stream())
        .filter(node -> node.kind().equals(DataCentre.KIND.id()))
        .findFirst();
  }

  /// What is drawn at the other ends of links, whether Terraform is told of it or BGP.
  private static void drawn(Subject subject, Map<String, Far> far) {
    for (Resource line : subject.facts().ofType("aws_route")) {
      Optional<Node> centre = link(subject, line).flatMap(link -> centre(subject, link));
      Optional<AwsVpc> vpc =
          subject
              .facts()
              .read(line)
              .reference("gateway_id")
              .known()
              .map(subject.facts().vpnHomes()::get)
              .map(subject.facts().vpcs()::get);
      if (centre.isPresent() && vpc.isPresent()) {
        tell(line, vpc.get(), Reading.given(DataCentre.CIDR.of(centre.get())), far);
      }
    }
  }

  private static void tell(
      Resource says, AwsVpc vpc, Reading<String> written, Map<String, Far> far) {
    Optional<Cidr> block =
        new Places.Written(says, dev.drawbridge.catalog.aws.Vpc.CIDR, written).meant();
    if (block.isPresent() && !block.get().equals(ANYWHERE)) {
      far.computeIfAbsent(
              says.address() + " " + vpc.resource().address(),
              _ -> new Far(says, vpc, new LinkedHashSet<>()))
          .blocks()
          .add(block.get());
    }
  }
}

package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Gateways;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Routes;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// NAT gateways, and instances that do their work, through which subnets of several availability
/// zones leave.
public final class SharedNat implements Rule {
  @Override
  public String id() {
    return "TOPO-002";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  /// The subnets that leave through something, and what is known of their zones.
  private static final class Users {
    private final List<AwsSubnet> subnets = new ArrayList<>();
    private final TreeSet<String> zones = new TreeSet<>();
    private final TreeMap<String, Reason> unknown = new TreeMap<>();

    /// @param zone what the network calls it, which is the same for those that are the same
    private void add(AwsSubnet subnet, String zone) {
      subnets.add(subnet);
      String address = subnet.address().toString();
      switch (subnet.zone()) {
        case Reading.Given<String>(String name) -> zones.add(name);
        case Reading.Missing<String>() -> unknown.put(address, Reason.of("unknown.zone", address));
        case Reading.Unresolved<String>(Reason reason) ->
            unknown.put(zone.isEmpty() ? address : zone, reason);
      }
    }
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Map<Address, Users> usersOf = users(subject);
    for (Resource nat :
        subject.facts().ofType("aws_nat_gateway", "aws_instance", "aws_network_interface")) {
      Users users = usersOf.get(nat.address());
      if (users == null || subject.facts().read(nat).text("availability_mode").is("regional")) {
        continue;
      }
      Report report = Report.by(this, subject).about(nat);
      if (users.zones.size() > 1) {
        found.add(
            report
                .says("finding", subject.label(nat), List.copyOf(users.zones))
                .fix(fix(subject, nat, users))
                .done());
      } else if (users.zones.size() + users.unknown.size() > 1) {
        found.add(
            report.unresolved("title", users.unknown.values().stream().distinct().toList()).done());
      }
    }
    return found;
  }

  private static Map<Address, Users> users(Subject subject) {
    Map<Ref, Address> translators = new HashMap<>();
    for (Routes.Written route : Routes.all(subject)) {
      translator(route).ifPresent(nat -> translators.put(route.route().ref(), nat));
    }
    Map<Address, Users> users = new HashMap<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Subnet laid = subject.network().subnets().get(Ref.of(subnet.address().toString()));
      if (laid != null) {
        subject.network().routesOf(laid).routes().stream()
            .map(RouteTable.Route::ref)
            .map(translators::get)
            .filter(Objects::nonNull)
            .distinct()
            .forEach(nat -> users.computeIfAbsent(nat, _ -> new Users()).add(subnet, laid.zone()));
      }
    }
    return users;
  }

  /// What a route leads to that puts its own address in the place of the sender's. An instance is
  /// one where all that leaves goes through it.
  private static Optional<Address> translator(Routes.Written route) {
    Reader read = route.read();
    if (route.route().via() instanceof NextHop.Translator) {
      return read.reference("nat_gateway_id").known();
    }
    return route.route().destination().length() > 0
        ? Optional.empty()
        : read.reference("network_interface_id").or(read.reference("instance_id")).known();
  }

  /// A NAT gateway in each zone that has none, where they are drawn.
  private static Optional<Fix> fix(Subject subject, Resource nat, Users users) {
    Document document = subject.document();
    Optional<Node> drawn = subject.element(nat).flatMap(element -> document.findNode(element.id()));
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Optional<ElementId> own =
        document.parent(drawn.get()).flatMap(document::parent).map(Element::id);
    SequencedSet<ElementId> zones = new LinkedHashSet<>();
    for (AwsSubnet subnet : users.subnets) {
      subject
          .element(subnet.resource())
          .flatMap(element -> document.findNode(element.id()))
          .flatMap(document::parent)
          .map(Element::id)
          .ifPresent(zones::add);
    }
    own.ifPresent(zones::remove);
    return Gateways.natIn(subject, zones, drawn.get());
  }
}

package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsPeeringRoute;
import dev.drawbridge.analyze.facts.AwsVpc;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Realm;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Routes to a peer that send it more than its own addresses.
public final class WidePeeringRoute implements Rule {
  @Override
  public String id() {
    return "DMZ-023";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  /// A peer's blocks, as far as they are known.
  private record Peer(AddressSet blocks, boolean sure) {}

  @Override
  public List<Finding> check(Subject subject) {
    Map<Resource, List<String>> wide = new LinkedHashMap<>();
    Map<Resource, AwsPeeringRoute> first = new LinkedHashMap<>();
    for (AwsPeeringRoute route : subject.peeringRoutes()) {
      Optional<Resource> resource = subject.origin(route.ref());
      if (resource.isPresent() && isWide(subject, route)) {
        wide.computeIfAbsent(resource.get(), _ -> new ArrayList<>())
            .add(route.destination().toString());
        first.putIfAbsent(resource.get(), route);
      }
    }
    List<Finding> found = new ArrayList<>();
    first.forEach(
        (resource, route) ->
            found.add(report(subject, resource, route, wide.getOrDefault(resource, List.of()))));
    return found;
  }

  private Finding report(
      Subject subject, Resource resource, AwsPeeringRoute route, List<String> destinations) {
    Report report = Report.by(this, subject).about(resource);
    route.peer().flatMap(subject.facts()::find).ifPresent(report::about);
    Optional<Peer> peer =
        route
            .peer()
            .map(address -> peer(subject, address, route.destination().family()))
            .filter(Peer::sure);
    return peer.isEmpty()
        ? report.says("finding.everything", subject.label(resource), destinations).done()
        : report
            .says(
                "finding",
                subject.label(resource),
                destinations,
                subject.label(Ref.of(route.peer().map(Address::toString).orElse(""))),
                peer.get().blocks().toString())
            .done();
  }

  /// Whether it sends the peer its own addresses and others too.
  private static boolean isWide(Subject subject, AwsPeeringRoute route) {
    Cidr destination = route.destination();
    if (route.peer().isEmpty()) {
      // A VPC is a /16 at most, and five of them at most unless AWS is asked for more.
      return destination.length() == 0;
    }
    Peer peer = peer(subject, route.peer().get(), destination.family());
    AddressSet sent = AddressSet.of(destination);
    return destination.length() == 0
        || peer.sure() && sent.overlaps(peer.blocks()) && !peer.blocks().containsAll(sent);
  }

  private static Peer peer(Subject subject, Address address, Family family) {
    AwsVpc vpc = subject.facts().vpcs().get(address);
    Realm realm = subject.network().realms().get(Ref.of(address.toString()));
    if (vpc == null || realm == null) {
      return new Peer(AddressSet.EMPTY, false);
    }
    boolean sure =
        Stream.concat(vpc.blocks().stream(), vpc.ipv6Blocks().stream())
            .noneMatch(Reading::isUnresolved);
    return new Peer(AddressSet.ofCidrs(realm.blocks()).only(family), sure);
  }
}

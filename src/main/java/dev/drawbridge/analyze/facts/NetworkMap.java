package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Subnet;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The network that the facts amount to, and the way back from its parts to resources.
public final class NetworkMap {
  private final Network network;
  private final Map<Address, Standing> standing;
  private final Map<Ref, Resource> origins;
  private final List<AwsGroupRule> groupRules;
  private final List<AwsPeeringRoute> peeringRoutes;

  private NetworkMap(
      Network network,
      Map<Address, Standing> standing,
      Map<Ref, Resource> origins,
      List<AwsGroupRule> groupRules,
      List<AwsPeeringRoute> peeringRoutes) {
    this.network = network;
    this.standing = Collections.unmodifiableMap(standing);
    this.origins = origins;
    this.groupRules = List.copyOf(groupRules);
    this.peeringRoutes = List.copyOf(peeringRoutes);
  }

  public static NetworkMap of(Facts facts) {
    Parts parts = new Parts();
    Routing routing = new Routing(facts, parts);
    Filters filters = new Filters(facts, parts);
    AccessLists lists = new AccessLists(facts, parts);
    routing.read();
    filters.read();
    lists.read();
    Ground ground = new Ground(facts, parts, routing, lists);
    ground.read();
    Occupants occupants = new Occupants(facts, parts, ground, filters);
    occupants.read();
    return new NetworkMap(
        parts.network().build(),
        occupants.all(),
        parts.origins(),
        filters.written(),
        routing.peeringRoutes());
  }

  public Network network() {
    return network;
  }

  /// Whether a subnet has a route to an internet gateway. An egress-only gateway is none.
  public Reading<Boolean> leadsToInternet(Address subnet) {
    Subnet found = network.subnets().get(Ref.of(subnet.toString()));
    if (found == null) {
      return Reading.unresolved(Reason.of("unknown.elsewhere", subnet));
    }
    Reading<Boolean> leads = Reading.given(false);
    for (RouteTable.Route route : network.routesOf(found).routes()) {
      if (route.via() instanceof NextHop.InternetGateway && route.doubts().isEmpty()) {
        return Reading.given(true);
      }
      if (route.via() instanceof NextHop.InternetGateway) {
        leads = Reading.unresolved(route.doubts().getFirst().reason());
      }
      if (route.via() instanceof NextHop.Unresolved(Unknown unknown)
          && !unknown.reason().key().equals(Routing.BEHIND)) {
        leads = Reading.unresolved(unknown.reason());
      }
    }
    return leads;
  }

  /// Whether a subnet has a route to a NAT gateway with a public address.
  public boolean leavesThroughNat(Address subnet) {
    Subnet found = network.subnets().get(Ref.of(subnet.toString()));
    return found != null
        && network.routesOf(found).routes().stream()
            .anyMatch(
                route ->
                    route.via() instanceof NextHop.Translator(Ref gateway)
                        && !network
                            .interfaceOf(gateway)
                            .publicAddress()
                            .equals(PublicAddress.NONE));
  }

  /// Where packets for other networks may leave a subnet.
  public Exits exits(Address subnet) {
    Subnet found = network.subnets().get(Ref.of(subnet.toString()));
    if (found == null) {
      return new Exits(false, false, false, List.of(Reason.of("unknown.elsewhere", subnet)));
    }
    boolean internet = false;
    boolean outbound = false;
    boolean elsewhere = false;
    List<Reason> unknown = new ArrayList<>();
    for (RouteTable.Route route : network.routesOf(found).routes()) {
      switch (route.via()) {
        case NextHop.InternetGateway _ -> internet = true;
        case NextHop.EgressOnlyGateway _, NextHop.Translator _ -> outbound = true;
        case NextHop.Through _ -> elsewhere = true;
        case NextHop.Unresolved(Unknown why) when why.reason().key().equals(Routing.BEHIND) ->
            elsewhere = true;
        case NextHop.Unresolved(Unknown why) -> unknown.add(why.reason());
        case NextHop.Local _, NextHop.Across _, NextHop.Blackhole _ -> {}
      }
    }
    return new Exits(internet, outbound, elsewhere, unknown.stream().distinct().toList());
  }

  /// Everything that stands in the network, in the order of the graph within each sort.
  public Map<Address, Standing> standing() {
    return standing;
  }

  /// The rules of all security groups, as somebody wrote them.
  public List<AwsGroupRule> groupRules() {
    return groupRules;
  }

  /// The routes to peers, as somebody wrote them.
  public List<AwsPeeringRoute> peeringRoutes() {
    return peeringRoutes;
  }

  /// The resource that says what the part says: a rule, a route, an interface.
  public Optional<Resource> origin(Ref ref) {
    return Optional.ofNullable(origins.get(ref));
  }
}

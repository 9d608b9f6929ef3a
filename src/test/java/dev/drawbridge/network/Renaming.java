package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// The same network with another name for every part.
final class Renaming {

  private final Network network;

  Renaming(Network network) {
    this.network = network;
  }

  private static Ref of(Ref ref) {
    return Ref.of("x-" + ref.id());
  }

  private static Optional<Ref> of(Optional<Ref> ref) {
    return ref.map(Renaming::of);
  }

  private static List<Ref> of(List<Ref> refs) {
    return refs.stream().map(Renaming::of).toList();
  }

  Network renamed() {
    Network.Builder builder = Network.builder().internet(network.internet());
    for (Realm r : network.realms().values()) {
      builder.add(new Realm(of(r.ref()), r.blocks(), of(r.mainRoutes()), of(r.mainAccessList())));
    }
    for (Subnet s : network.subnets().values()) {
      builder.add(
          new Subnet(of(s.ref()), of(s.realm()), s.zone(), of(s.routes()), of(s.accessList())));
    }
    for (Interface i : network.interfaces().values()) {
      builder.add(
          new Interface(
              of(i.ref()),
              of(i.subnet()),
              i.role(),
              i.addresses(),
              i.publicAddress(),
              i.shielded(),
              of(i.groups()),
              i.doubts()));
    }
    for (Group g : network.groups().values()) {
      builder.add(new Group(of(g.ref()), rules(g.ingress()), rules(g.egress())));
    }
    for (AccessList l : network.accessLists().values()) {
      builder.add(new AccessList(of(l.ref()), entries(l.inbound()), entries(l.outbound())));
    }
    for (RouteTable t : network.routeTables().values()) {
      builder.add(
          new RouteTable(
              of(t.ref()),
              t.routes().stream()
                  .map(
                      r ->
                          new RouteTable.Route(
                              of(r.ref()), r.destination(), of(r.via()), r.doubts()))
                  .toList()));
    }
    for (Peering p : network.peerings().values()) {
      builder.add(new Peering(of(p.ref()), of(p.one()), of(p.other()), p.knowsGroups()));
    }
    for (Tunnel t : network.tunnels().values()) {
      builder.add(new Tunnel(of(t.ref()), of(t.realm()), t.remote()));
    }
    for (TargetGroup g : network.targetGroups().values()) {
      builder.add(
          new TargetGroup(
              of(g.ref()),
              g.protocol(),
              g.keepsClientAddress(),
              g.targets().stream()
                  .map(t -> new TargetGroup.Target(of(t.host()), t.port(), t.healthPort()))
                  .toList(),
              g.doubts()));
    }
    for (Balancer b : network.balancers().values()) {
      builder.add(
          new Balancer(
              of(b.ref()),
              of(b.nodes()),
              b.listeners().stream()
                  .map(
                      l ->
                          new Balancer.Listener(
                              of(l.ref()), l.traffic(), listenerRules(l.rules()), l.doubts()))
                  .toList(),
              b.crossZone()));
    }
    return builder.build();
  }

  private static List<Balancer.Rule> listenerRules(List<Balancer.Rule> rules) {
    return rules.stream()
        .map(
            r ->
                new Balancer.Rule(
                    of(r.ref()),
                    r.conditions(),
                    r.forwards().stream()
                        .map(f -> new Balancer.Forward(of(f.targetGroup()), f.weight()))
                        .toList(),
                    r.doubts()))
        .toList();
  }

  private static List<Group.Rule> rules(List<Group.Rule> rules) {
    return rules.stream()
        .map(
            rule ->
                new Group.Rule(
                    of(rule.ref()),
                    rule.traffic(),
                    switch (rule.peer()) {
                      case Peer.Addresses addresses -> addresses;
                      case Peer.Listed(Ref list, AddressSet set) -> new Peer.Listed(of(list), set);
                      case Peer.Members(Ref group) -> new Peer.Members(of(group));
                    },
                    rule.doubts()))
        .toList();
  }

  private static List<AccessList.Entry> entries(List<AccessList.Entry> entries) {
    return entries.stream()
        .map(
            e ->
                new AccessList.Entry(
                    of(e.ref()), e.number(), e.action(), e.traffic(), e.peers(), e.doubts()))
        .toList();
  }

  private static NextHop of(NextHop via) {
    return switch (via) {
      case NextHop.Local local -> local;
      case NextHop.InternetGateway(Ref ref) -> new NextHop.InternetGateway(of(ref));
      case NextHop.EgressOnlyGateway(Ref ref) -> new NextHop.EgressOnlyGateway(of(ref));
      case NextHop.Translator(Ref ref) -> new NextHop.Translator(of(ref));
      case NextHop.Across(Ref ref) -> new NextHop.Across(of(ref));
      case NextHop.Through(Ref ref) -> new NextHop.Through(of(ref));
      case NextHop.Blackhole nowhere -> nowhere;
      case NextHop.Unresolved unresolved -> unresolved;
    };
  }
}

package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// Networks to test with, small enough to know by heart.
final class Sample {

  static final Ref WEB = Ref.of("web");
  static final Ref DB = Ref.of("db");
  static final Ref APP = Ref.of("app");
  static final Ref FRONT = Ref.of("front");
  static final Ref INNER = Ref.of("inner");
  static final Ref NAT = Ref.of("nat");
  static final AddressSet ALL_IPV4 = AddressSet.ALL_IPV4;

  private Sample() {}

  static Realm realm(String name, String block, String mainRoutes) {
    return new Realm(Ref.of(name), List.of(Cidr.of(block)), Ref.of(mainRoutes), Optional.empty());
  }

  /// @param routes the name of its route table; none where it is empty
  static Subnet subnet(String name, String realm, String zone, String routes) {
    Optional<Ref> table = routes.isEmpty() ? Optional.empty() : Optional.of(Ref.of(routes));
    return new Subnet(Ref.of(name), Ref.of(realm), zone, table, Optional.empty());
  }

  static Subnet guarded(Subnet subnet, String list) {
    return new Subnet(
        subnet.ref(), subnet.realm(), subnet.zone(), subnet.routes(), Optional.of(Ref.of(list)));
  }

  static RouteTable table(String name, RouteTable.Route... routes) {
    return new RouteTable(Ref.of(name), List.of(routes));
  }

  static RouteTable.Route route(String destination, NextHop via) {
    return RouteTable.Route.to(Ref.of("to " + destination), destination, via);
  }

  static NextHop igw() {
    return new NextHop.InternetGateway(Ref.of("igw"));
  }

  static Group.Rule rule(String name, Traffic traffic, Peer peer) {
    return Group.Rule.allow(Ref.of(name), traffic, peer);
  }

  static Peer bearersOf(String group) {
    return new Peer.Members(Ref.of(group));
  }

  /// A group that lets everything out.
  static Group group(String name, Group.Rule... ingress) {
    return new Group(
        Ref.of(name),
        List.of(ingress),
        List.of(rule(name + " out", Traffic.ANY, Peer.of("0.0.0.0/0", "::/0"))));
  }

  static Interface host(Ref ref, String subnet, String addresses, String... groups) {
    Ref[] borne = new Ref[groups.length];
    for (int i = 0; i < groups.length; i++) {
      borne[i] = Ref.of(groups[i]);
    }
    return Interface.host(ref, Ref.of(subnet), AddressSet.of(addresses)).withGroups(borne);
  }

  static PublicAddress anyPublic() {
    return PublicAddress.anyOf(AddressSet.INTERNET);
  }

  /// A public subnet with a web server open on 443, a private one with a database.
  static Network.Builder twoTiers() {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(table("main"))
        .add(table("public-routes", RouteTable.Route.to(Ref.of("default"), "0.0.0.0/0", igw())))
        .add(subnet("public", "vpc", "a", "public-routes"))
        .add(subnet("private", "vpc", "a", ""))
        .add(group("web-sg", rule("https", Traffic.tcp(443), Peer.of("0.0.0.0/0"))))
        .add(
            new Group(
                Ref.of("db-sg"),
                List.of(rule("from-web", Traffic.tcp(3306), bearersOf("web-sg"))),
                List.of()))
        .add(host(WEB, "public", "10.0.1.0/24", "web-sg").withPublicAddress(anyPublic()))
        .add(host(DB, "private", "10.0.2.0/24", "db-sg"));
  }

  /// A web tier behind a public balancer, an application tier behind an inner one, a database.
  static Network.Builder threeTiers() {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(table("main"))
        .add(table("public-routes", route("0.0.0.0/0", igw())))
        .add(table("private-routes", route("0.0.0.0/0", new NextHop.Translator(NAT))))
        .add(subnet("public", "vpc", "a", "public-routes"))
        .add(subnet("web-subnet", "vpc", "a", "private-routes"))
        .add(subnet("app-subnet", "vpc", "a", "private-routes"))
        .add(subnet("db-subnet", "vpc", "a", ""))
        .add(group("front-sg", rule("https", Traffic.tcp(443), Peer.of("0.0.0.0/0"))))
        .add(group("web-sg", rule("from-front", Traffic.tcp(80), bearersOf("front-sg"))))
        .add(group("inner-sg", rule("from-web", Traffic.tcp(8080), bearersOf("web-sg"))))
        .add(group("app-sg", rule("from-inner", Traffic.tcp(8080), bearersOf("inner-sg"))))
        .add(group("db-sg", rule("from-app", Traffic.tcp(3306), bearersOf("app-sg"))))
        .add(host(FRONT, "public", "10.0.0.0/24", "front-sg").withPublicAddress(anyPublic()))
        .add(Interface.translator(NAT, Ref.of("public"), AddressSet.of("10.0.0.0/24"), anyPublic()))
        .add(host(WEB, "web-subnet", "10.0.1.0/24", "web-sg"))
        .add(host(INNER, "app-subnet", "10.0.2.0/24", "inner-sg"))
        .add(host(APP, "app-subnet", "10.0.2.0/24", "app-sg"))
        .add(host(DB, "db-subnet", "10.0.3.0/24", "db-sg"))
        .add(targets("web-targets", false, WEB, 80))
        .add(targets("app-targets", false, APP, 8080))
        .add(balancer("alb", FRONT, Traffic.tcp(443), "web-targets"))
        .add(balancer("inner-alb", INNER, Traffic.tcp(8080), "app-targets"));
  }

  static TargetGroup targets(String name, boolean keepsClientAddress, Ref host, int port) {
    return new TargetGroup(
        Ref.of(name),
        Protocol.TCP,
        keepsClientAddress,
        List.of(new TargetGroup.Target(host, port, port)),
        List.of());
  }

  static Balancer balancer(String name, Ref node, Traffic traffic, String targets) {
    return new Balancer(
        Ref.of(name),
        List.of(node),
        List.of(Balancer.Listener.forwarding(Ref.of(name + " listener"), traffic, Ref.of(targets))),
        true);
  }
}

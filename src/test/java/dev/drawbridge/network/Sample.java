package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// Networks to test with, small enough to know by heart.
final class Sample {

  private Sample() {}

  static final Ref WEB = Ref.of("web");
  static final Ref DB = Ref.of("db");

  /// A public subnet with a web server open on 443, a private one with a database.
  static Network.Builder twoTiers() {
    return Network.builder()
        .add(
            new Realm(
                Ref.of("vpc"), List.of(Cidr.of("10.0.0.0/16")), Ref.of("main"), Optional.empty()))
        .add(new RouteTable(Ref.of("main"), List.of()))
        .add(
            new RouteTable(
                Ref.of("public-routes"),
                List.of(
                    RouteTable.Route.to(
                        Ref.of("default"),
                        "0.0.0.0/0",
                        new NextHop.InternetGateway(Ref.of("igw"))))))
        .add(
            new Subnet(
                Ref.of("public"),
                Ref.of("vpc"),
                "a",
                Optional.of(Ref.of("public-routes")),
                Optional.empty()))
        .add(new Subnet(Ref.of("private"), Ref.of("vpc"), "a", Optional.empty(), Optional.empty()))
        .add(
            new Group(
                Ref.of("web-sg"),
                List.of(Group.Rule.allow(Ref.of("https"), Traffic.tcp(443), Peer.of("0.0.0.0/0"))),
                List.of(Group.Rule.allow(Ref.of("out"), Traffic.ANY, Peer.of("0.0.0.0/0")))))
        .add(
            new Group(
                Ref.of("db-sg"),
                List.of(
                    Group.Rule.allow(
                        Ref.of("from-web"), Traffic.tcp(3306), new Peer.Members(Ref.of("web-sg")))),
                List.of()))
        .add(
            Interface.host(WEB, Ref.of("public"), AddressSet.of("10.0.1.0/24"))
                .withPublicAddress(PublicAddress.anyOf(AddressSet.INTERNET))
                .withGroups(Ref.of("web-sg")))
        .add(
            Interface.host(DB, Ref.of("private"), AddressSet.of("10.0.2.0/24"))
                .withGroups(Ref.of("db-sg")));
  }
}

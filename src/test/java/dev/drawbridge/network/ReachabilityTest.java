package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  private static final Ref WEB = Ref.of("web");
  private static final Ref DB = Ref.of("db");

  /// A public subnet with a web server open on 443, a private one with a database.
  private static Network.Builder twoTiers() {
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

  @Test
  void anOpenPortOfAPublicHostIsExposedToTheWholeInternet() {
    Answer exposure = Reachability.of(twoTiers().build()).exposure(WEB);
    assertEquals(PortSet.of(443), exposure.ports(Protocol.TCP));
    assertEquals(AddressSet.INTERNET.only(Family.IPV4), exposure.sources());
    assertEquals(Set.of(Protocol.TCP), exposure.protocols());
    assertEquals(1, exposure.admitted().size());
    assertEquals(
        List.of(
            new Hop.Named(End.DESTINATION),
            new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("https"))),
            new Hop.ByRoute(
                Leg.RETURN,
                Ref.of("public"),
                Ref.of("public-routes"),
                Optional.of(Ref.of("default")),
                new NextHop.InternetGateway(Ref.of("igw")))),
        exposure.admitted().getFirst().hops());
  }

  @Test
  void aPrivateHostIsNotExposedAndEveryBlockerIsNamed() {
    Answer exposure = Reachability.of(twoTiers().build()).exposure(DB);
    assertFalse(exposure.anyAdmitted());
    assertEquals(
        Set.of(
            new Blocker.NoPublicAddress(End.DESTINATION),
            new Blocker.NoRule(End.DESTINATION, List.of(Ref.of("db-sg"))),
            new Blocker.NoRoute(Leg.RETURN, Ref.of("private"), Ref.of("main"))),
        exposure.blockers());
  }

  @Test
  void aGroupReferenceAdmitsTheBearersOfTheGroup() {
    Reachability reachability = Reachability.of(twoTiers().build());
    assertEquals(
        Verdict.PROVEN, reachability.sessions(Origin.of(WEB), DB, Traffic.tcp(3306)).verdict());
    assertEquals(
        Verdict.REFUTED, reachability.sessions(Origin.of(WEB), DB, Traffic.tcp(3307)).verdict());
    assertTrue(
        reachability
            .sessions(Origin.of(DB), WEB, Traffic.tcp(443))
            .blockers()
            .contains(new Blocker.NoRule(End.SOURCE, List.of(Ref.of("db-sg")))));
  }
}

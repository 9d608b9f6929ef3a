package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.bearersOf;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.igw;
import static dev.drawbridge.network.Sample.realm;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people get wrong about networks in the cloud.
class TrapsTest {

  private static Answer exposure(Network.Builder builder) {
    return Reachability.of(builder.build()).exposure(WEB);
  }

  private static Verdict verdict(Network.Builder builder, Ref from, Ref to, int port) {
    return Reachability.of(builder.build())
        .sessions(Origin.of(from), to, Traffic.tcp(port))
        .verdict();
  }

  @Test
  void severalGroupsAdmitWhatAnyOfThemAdmits() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(group("ssh", rule("ssh in", Traffic.tcp(22), Peer.of("0.0.0.0/0"))))
            .add(
                host(WEB, "public", "10.0.1.0/24", "web-sg", "ssh")
                    .withPublicAddress(Sample.anyPublic()));
    assertEquals(PortSet.ofAll(List.of(22, 443)), exposure(builder).ports(Protocol.TCP));
  }

  private static Network.Builder withList(
      List<AccessList.Entry> inbound, List<AccessList.Entry> outbound) {
    return Sample.twoTiers()
        .add(Sample.guarded(subnet("public", "vpc", "a", "public-routes"), "list"))
        .add(new AccessList(Ref.of("list"), inbound, outbound));
  }

  private static AccessList.Entry allowAll(int number) {
    return AccessList.Entry.allow(
        Ref.of("allow " + number), number, Traffic.ANY, AddressSet.EVERYTHING);
  }

  @Test
  void anAccessListIsFirstMatchWhateverTheOrderItIsWrittenIn() {
    AccessList.Entry deny =
        AccessList.Entry.deny(
            Ref.of("deny"), 50, Traffic.tcp(443), AddressSet.of("198.51.100.0/24"));
    Answer answer = exposure(withList(List.of(allowAll(100), deny), List.of(allowAll(100))));
    assertFalse(answer.sources(Protocol.TCP, 443).contains(Address.of("198.51.100.9")));
    assertTrue(answer.sources(Protocol.TCP, 443).contains(Address.of("198.51.101.9")));
    AccessList.Entry late =
        AccessList.Entry.deny(
            Ref.of("deny"), 150, Traffic.tcp(443), AddressSet.of("198.51.100.0/24"));
    Answer shadowed = exposure(withList(List.of(late, allowAll(100)), List.of(allowAll(100))));
    assertTrue(shadowed.sources(Protocol.TCP, 443).contains(Address.of("198.51.100.9")));
  }

  @Test
  void anAccessListEndsInADenialAndDoesNotKnowAnswers() {
    Answer noOut = exposure(withList(List.of(allowAll(100)), List.of()));
    assertFalse(noOut.anyAdmitted());
    assertTrue(
        noOut
            .blockers()
            .contains(
                new Blocker.DeniedByList(
                    Leg.RETURN,
                    Border.OUTBOUND,
                    Ref.of("public"),
                    Ref.of("list"),
                    Optional.empty(),
                    PortSet.EPHEMERAL)));
    // Letting 443 out is no answer to clients that sent from other ports.
    Answer wrongOut =
        exposure(
            withList(
                List.of(allowAll(100)),
                List.of(
                    AccessList.Entry.allow(
                        Ref.of("out"), 100, Traffic.tcp(443), AddressSet.EVERYTHING))));
    assertFalse(wrongOut.anyAdmitted());
  }

  @Test
  void aPublicAddressInASubnetWithoutARouteToTheGatewayIsOutOfReach() {
    Network.Builder builder = Sample.twoTiers().add(subnet("public", "vpc", "a", ""));
    Answer answer = exposure(builder);
    assertFalse(answer.anyAdmitted());
    assertTrue(
        answer
            .blockers()
            .contains(new Blocker.NoRoute(Leg.RETURN, Ref.of("public"), Ref.of("main"))));
  }

  @Test
  void aPublicSubnetWithoutAPublicAddressIsOutOfReach() {
    Network.Builder builder = Sample.twoTiers().add(host(WEB, "public", "10.0.1.0/24", "web-sg"));
    Answer answer =
        Reachability.of(builder.build()).sessions(Origin.INTERNET, WEB, Traffic.tcp(443));
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(Set.of(new Blocker.NoPublicAddress(End.DESTINATION)), answer.blockers());
  }

  @Test
  void aGroupThatIsOpenOnAllPortsExposesABalancersListenersOnly() {
    Network.Builder builder =
        Sample.threeTiers().add(group("front-sg", rule("all", Traffic.ANY, Peer.of("0.0.0.0/0"))));
    Answer answer = Reachability.of(builder.build()).exposure(Sample.FRONT);
    assertEquals(PortSet.of(443), answer.ports(Protocol.TCP));
    assertEquals(Set.of(Protocol.TCP), answer.protocols());
    assertTrue(answer.blockers().contains(new Blocker.NoListener(Ref.of("alb"))));
  }

  @Test
  void aBalancerAndItsTargetsInOneGroupNeedARuleOfTheirOwn() {
    Network.Builder builder =
        Sample.threeTiers()
            .add(host(WEB, "web-subnet", "10.0.1.0/24", "front-sg"))
            .add(group("front-sg", rule("https", Traffic.tcp(443), Peer.of("198.51.100.0/24"))));
    assertEquals(Verdict.REFUTED, verdict(builder, Sample.FRONT, WEB, 80));
    builder.add(
        group(
            "front-sg",
            rule("https", Traffic.tcp(443), Peer.of("198.51.100.0/24")),
            rule("self", Traffic.ANY, bearersOf("front-sg"))));
    assertEquals(Verdict.PROVEN, verdict(builder, Sample.FRONT, WEB, 80));
  }

  @Test
  void aReferenceToItselfBesideAnOpenRangeIsOpenToTheWorld() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                group(
                    "web-sg",
                    rule("mixed", Traffic.tcp(22), bearersOf("web-sg")),
                    rule("mixed", Traffic.tcp(22), Peer.of("0.0.0.0/0"))));
    assertTrue(exposure(builder).ports(Protocol.TCP).contains(22));
  }

  @Test
  void portZeroIsAPortAndNotAllOfThem() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(group("web-sg", rule("zero", Traffic.tcp(0, 0), Peer.of("0.0.0.0/0"))));
    assertEquals(PortSet.of(0), exposure(builder).ports(Protocol.TCP));
  }

  @Test
  void twoHalvesOrAListAreTheWholeWorldAndA23IsNot() {
    AddressSet world = AddressSet.INTERNET.only(Family.IPV4);
    Answer halves =
        exposure(
            Sample.twoTiers()
                .add(
                    group(
                        "web-sg",
                        rule("one", Traffic.tcp(22), Peer.of("0.0.0.0/1")),
                        rule("two", Traffic.tcp(22), Peer.of("128.0.0.0/1")))));
    assertEquals(world, halves.sources(Protocol.TCP, 22));
    Peer list =
        new Peer.Listed(Ref.of("pl"), AddressSet.of("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1"));
    Answer listed =
        exposure(Sample.twoTiers().add(group("web-sg", rule("list", Traffic.tcp(22), list))));
    assertEquals(world, listed.sources(Protocol.TCP, 22));
    Answer narrow =
        exposure(
            Sample.twoTiers()
                .add(group("web-sg", rule("r", Traffic.tcp(22), Peer.of("198.51.100.0/23")))));
    assertEquals("198.51.100.0/23", narrow.sources(Protocol.TCP, 22).toString());
  }

  @Test
  void privateSourcesAreNobodyOnTheInternet() {
    Answer answer =
        exposure(
            Sample.twoTiers().add(group("web-sg", rule("r", Traffic.ANY, Peer.of("10.0.0.0/8")))));
    assertFalse(answer.anyAdmitted());
  }

  @Test
  void aSubnetWithoutATableUsesTheMainOne() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(subnet("public", "vpc", "a", ""))
            .add(table("main", route("0.0.0.0/0", igw())));
    assertTrue(exposure(builder).anyAdmitted());
  }

  @Test
  void theLongestPrefixWins() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                table(
                    "public-routes",
                    route("0.0.0.0/0", igw()),
                    route("198.51.0.0/16", new NextHop.Blackhole()),
                    route("198.51.100.0/24", igw())));
    AddressSet sources = exposure(builder).sources(Protocol.TCP, 443);
    assertTrue(sources.contains(Address.of("198.50.255.255")));
    assertFalse(sources.contains(Address.of("198.51.99.255")));
    assertTrue(sources.contains(Address.of("198.51.100.0")));
    assertFalse(sources.contains(Address.of("198.51.101.0")));
  }

  private static Network.Builder threeRealms() {
    Network.Builder builder = Network.builder();
    for (int i = 0; i < 3; i++) {
      builder.add(realm("vpc" + i, "10." + i + ".0.0/16", "table" + i));
      builder.add(subnet("subnet" + i, "vpc" + i, "a", ""));
      builder.add(
          host(Ref.of("host" + i), "subnet" + i, "10." + i + ".1.0/24", "open")
              .withPublicAddress(i == 1 ? Sample.anyPublic() : PublicAddress.NONE));
    }
    NextHop one = new NextHop.Across(Ref.of("p01"));
    NextHop two = new NextHop.Across(Ref.of("p12"));
    return builder
        .add(group("open", rule("all", Traffic.ANY, Peer.of("0.0.0.0/0"))))
        .add(new Peering(Ref.of("p01"), Ref.of("vpc0"), Ref.of("vpc1"), true))
        .add(new Peering(Ref.of("p12"), Ref.of("vpc1"), Ref.of("vpc2"), true))
        .add(table("table0", route("0.0.0.0/0", one)))
        .add(
            table(
                "table1",
                route("10.0.0.0/16", one),
                route("10.2.0.0/16", two),
                route("0.0.0.0/0", igw())))
        .add(table("table2", route("0.0.0.0/0", two)));
  }

  @Test
  void peeringIsNeverTransitive() {
    assertEquals(Verdict.PROVEN, verdict(threeRealms(), Ref.of("host0"), Ref.of("host1"), 80));
    assertEquals(Verdict.PROVEN, verdict(threeRealms(), Ref.of("host2"), Ref.of("host1"), 80));
    assertEquals(Verdict.REFUTED, verdict(threeRealms(), Ref.of("host0"), Ref.of("host2"), 80));
  }

  @Test
  void thePeersGatewayCannotBeUsed() {
    Network.Builder builder = threeRealms();
    Network.Builder named =
        builder.add(
            host(Ref.of("host0"), "subnet0", "10.0.1.0/24", "open")
                .withPublicAddress(Sample.anyPublic()));
    Reachability reachability = Reachability.of(named.build());
    assertFalse(reachability.exposure(Ref.of("host0")).anyAdmitted());
    assertTrue(reachability.exposure(Ref.of("host1")).anyAdmitted());
  }

  @Test
  void aGroupReferenceReachesOverAPeeringOnlyWhereThatKnowsGroups() {
    for (boolean knows : List.of(true, false)) {
      Network.Builder builder =
          threeRealms()
              .add(new Peering(Ref.of("p01"), Ref.of("vpc0"), Ref.of("vpc1"), knows))
              .add(group("mine"))
              .add(group("theirs", rule("r", Traffic.tcp(80), bearersOf("mine"))))
              .add(host(Ref.of("host0"), "subnet0", "10.0.1.0/24", "mine"))
              .add(host(Ref.of("host1"), "subnet1", "10.1.1.0/24", "theirs"));
      assertEquals(
          knows ? Verdict.PROVEN : Verdict.REFUTED,
          verdict(builder, Ref.of("host0"), Ref.of("host1"), 80));
    }
  }

  @Test
  void anEgressOnlyGatewayLetsNobodyIn() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                host(WEB, "public", "10.0.1.0/24", "web-sg")
                    .withAddresses(AddressSet.of("2600:1f18::5/128")))
            .add(group("web-sg", rule("r", Traffic.tcp(443), Peer.of("::/0"))));
    builder.add(
        table("public-routes", route("::/0", new NextHop.EgressOnlyGateway(Ref.of("eigw")))));
    assertFalse(exposure(builder).anyAdmitted());
    builder.add(table("public-routes", route("::/0", igw())));
    Answer open = exposure(builder);
    assertEquals(AddressSet.of("2000::/3"), open.sources(Protocol.TCP, 443));
  }

  @Test
  void aTranslatorLetsSessionsOutAndNoneIn() {
    Network.Builder builder =
        Sample.threeTiers()
            .add(host(Sample.APP, "app-subnet", "10.0.2.0/24", "open"))
            .add(group("open", rule("r", Traffic.ANY, Peer.of("0.0.0.0/0"))));
    Reachability reachability = Reachability.of(builder.build());
    assertFalse(reachability.exposure(Sample.APP).anyAdmitted());
    assertFalse(reachability.exposure(Sample.NAT).anyAdmitted());
    Answer out = reachability.sessions(Origin.of(Sample.APP), Sample.FRONT, Traffic.tcp(443));
    assertEquals(Verdict.PROVEN, out.verdict());
    assertTrue(
        out.admitted().stream()
            .flatMap(cell -> cell.hops().stream())
            .anyMatch(hop -> hop instanceof Hop.Translated));
  }

  @Test
  void aGroupWithoutEgressRulesOpensNothing() {
    assertEquals(Verdict.REFUTED, verdict(Sample.twoTiers(), DB, WEB, 443));
  }

  private static Network.Builder passingOn(Group.Rule admits) {
    return Sample.threeTiers()
        .add(Sample.targets("web-targets", true, WEB, 80))
        .add(group("web-sg", admits));
  }

  private static Verdict path(Network.Builder builder) {
    return Reachability.of(builder.build()).paths(Origin.INTERNET, WEB).getLast().verdict();
  }

  @Test
  void whereClientAddressesAreKeptTheBalancersSubnetsAreNotEnough() {
    assertEquals(
        Verdict.REFUTED, path(passingOn(rule("subnets", Traffic.tcp(80), Peer.of("10.0.0.0/24")))));
    assertEquals(
        Verdict.PROVEN, path(passingOn(rule("group", Traffic.tcp(80), bearersOf("front-sg")))));
    assertEquals(
        Verdict.PROVEN, path(passingOn(rule("all", Traffic.tcp(80), Peer.of("0.0.0.0/0")))));
    assertEquals(
        Verdict.PARTIAL,
        path(passingOn(rule("some", Traffic.tcp(80), Peer.of("198.51.100.0/24")))));
  }

  @Test
  void aBalancerWithoutAGroupAdmitsEveryone() {
    Network.Builder builder =
        Sample.threeTiers()
            .add(host(Sample.FRONT, "public", "10.0.0.0/24").withPublicAddress(Sample.anyPublic()));
    Answer answer = Reachability.of(builder.build()).exposure(Sample.FRONT);
    assertEquals(PortSet.of(443), answer.ports(Protocol.TCP));
    assertEquals(AddressSet.INTERNET.only(Family.IPV4), answer.sources());
  }

  @Test
  void anOpenGroupOnIpv6IsSeenBesideAClosedOneOnIpv4() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                host(WEB, "public", "10.0.1.0/24", "web-sg")
                    .withAddresses(AddressSet.of("10.0.1.0/24"), AddressSet.of("2600:1f18::/64"))
                    .withPublicAddress(Sample.anyPublic()))
            .add(table("public-routes", route("0.0.0.0/0", igw()), route("::/0", igw())))
            .add(
                group(
                    "web-sg",
                    rule("v4", Traffic.tcp(22), Peer.of("198.51.100.0/24")),
                    rule("v6", Traffic.tcp(22), Peer.of("::/0"))));
    AddressSet sources = exposure(builder).sources(Protocol.TCP, 22);
    assertEquals(AddressSet.of("198.51.100.0/24"), sources.only(Family.IPV4));
    assertEquals(AddressSet.of("2000::/3"), sources.only(Family.IPV6));
  }

  @Test
  void withinOneSubnetAccessListsAreNotAsked() {
    Network.Builder builder =
        withList(List.of(), List.of()).add(host(DB, "public", "10.0.1.0/24", "db-sg"));
    assertEquals(Verdict.PROVEN, verdict(builder, WEB, DB, 3306));
  }
}

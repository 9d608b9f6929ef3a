package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.anyPublic;
import static dev.drawbridge.network.Sample.bearersOf;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.igw;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which route wins, and what is not certain when that is not told; what an address that is handed out
/// later leaves open.
class RouteDoubtsTest {
  private static final Unknown WHERE =
      new Unknown(Ref.of("dest"), Reason.of("unknown.not-told", "its destination"));
  private static final Unknown WHAT =
      new Unknown(Ref.of("via"), Reason.of("unknown.not-told", "its target"));

  private static Network.Builder routed(RouteTable.Route... routes) {
    return Sample.twoTiers().add(table("public-routes", routes));
  }

  private static Answer exposure(RouteTable.Route... routes) {
    return Reachability.of(routed(routes).build()).sessions(Origin.INTERNET, WEB, Traffic.tcp(443));
  }

  private static RouteTable.Route doubtful(String destination, NextHop via) {
    return new RouteTable.Route(Ref.of("doubtful"), Cidr.of(destination), via, List.of(WHERE));
  }

  private static Set<Unknown> unknowns(Answer answer) {
    Set<Unknown> unknowns = new HashSet<>();
    answer.undecided().forEach(cell -> unknowns.addAll(cell.unknowns()));
    return unknowns;
  }

  @Test
  void theLongestPrefixWinsWhereverItStands() {
    RouteTable.Route all = route("0.0.0.0/0", igw());
    RouteTable.Route lost = route("198.51.100.0/24", new NextHop.Blackhole());
    for (Answer answer : List.of(exposure(all, lost), exposure(lost, all))) {
      assertEquals(Verdict.PARTIAL, answer.verdict());
      assertEquals(
          AddressSet.INTERNET.only(Family.IPV4).minus(AddressSet.of("198.51.100.0/24")),
          answer.sources());
    }
  }

  @Test
  void ofTwoRoutesOfOneBlockTheFirstIsTaken() {
    assertEquals(
        Verdict.PROVEN,
        exposure(route("0.0.0.0/0", igw()), route("0.0.0.0/0", new NextHop.Blackhole())).verdict());
  }

  @Test
  void whereADoubtfulRouteWouldLeadTheSameWayItsDoubtDoesNotMatter() {
    assertEquals(
        Verdict.PROVEN,
        exposure(route("0.0.0.0/0", igw()), doubtful("198.51.100.0/24", igw())).verdict());
    assertEquals(
        Verdict.REFUTED, exposure(doubtful("0.0.0.0/0", new NextHop.Blackhole())).verdict());
  }

  @Test
  void whereADoubtfulRouteWouldLeadElsewhereNothingIsCertain() {
    Answer open = exposure(doubtful("0.0.0.0/0", igw()));
    assertEquals(Verdict.UNKNOWN, open.verdict());
    assertEquals(Set.of(WHERE), unknowns(open));
    Answer part =
        exposure(route("0.0.0.0/0", igw()), doubtful("198.51.100.0/24", new NextHop.Blackhole()));
    assertEquals(Verdict.PARTIAL, part.verdict());
    assertEquals(Set.of(WHERE), unknowns(part));
    assertEquals(
        AddressSet.INTERNET.only(Family.IPV4).minus(AddressSet.of("198.51.100.0/24")),
        part.sources());
  }

  @Test
  void aRouteToSomethingUnknownSaysSoAndWhatElseIsOpen() {
    Answer unknown = exposure(route("0.0.0.0/0", new NextHop.Unresolved(WHAT)));
    assertEquals(Verdict.UNKNOWN, unknown.verdict());
    assertEquals(Set.of(WHAT), unknowns(unknown));
    Answer both =
        exposure(
            route("0.0.0.0/0", new NextHop.Unresolved(WHAT)),
            doubtful("0.0.0.0/0", new NextHop.Unresolved(WHAT)));
    assertEquals(Set.of(WHAT, WHERE), unknowns(both));
  }

  @Test
  void aToldRouteOfTheRealmsOwnBlockWinsOverItsRouter() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(table("public-routes", route("10.0.0.0/16", new NextHop.Blackhole())));
    Answer answer =
        Reachability.of(builder.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3306));
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(
        Set.of(
            new Blocker.WrongRoute(
                Leg.FORWARD,
                Ref.of("public"),
                Ref.of("public-routes"),
                Optional.of(Ref.of("to 10.0.0.0/16")),
                new NextHop.Blackhole())),
        answer.blockers());
    builder.add(table("public-routes", route("10.0.0.0/8", new NextHop.Blackhole())));
    assertEquals(
        Verdict.PROVEN,
        Reachability.of(builder.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3306)).verdict());
  }

  /// A store that admits some of the addresses that the caller's subnet may hand out.
  private static Answer fromFloating(String admitted) {
    Network.Builder builder =
        Sample.twoTiers()
            .add(group("db-sg", rule("in", Traffic.tcp(3306), Peer.of(admitted))))
            .add(host(WEB, "public", "10.0.1.0/24", "web-sg").withPublicAddress(anyPublic()));
    return Reachability.of(builder.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3306));
  }

  @Test
  void anAddressHandedOutLaterIsCertainOnlyWhereAllThatItMayBeAreTreatedAlike() {
    assertEquals(Verdict.PROVEN, fromFloating("10.0.1.0/24").verdict());
    assertEquals(Verdict.PROVEN, fromFloating("10.0.0.0/16").verdict());
    assertEquals(Verdict.REFUTED, fromFloating("10.0.9.0/24").verdict());
    Answer half = fromFloating("10.0.1.0/25");
    assertEquals(Verdict.UNKNOWN, half.verdict());
    assertEquals(Set.of(new Unknown(WEB, Unknown.FLOATING)), unknowns(half));
  }

  @Test
  void whatAllAddressesHaveInCommonIsCertain() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                group(
                    "db-sg",
                    rule("low", Traffic.tcp(3306, 3308), Peer.of("10.0.1.0/25")),
                    rule("high", Traffic.tcp(3307, 3309), Peer.of("10.0.1.128/25"))));
    Answer answer =
        Reachability.of(builder.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3300, 3320));
    assertEquals(PortSet.of(3307, 3308), answer.ports(Protocol.TCP));
    PortSet open = PortSet.EMPTY;
    for (Cell.Undecided cell : answer.undecided()) {
      open = open.union(cell.ports());
    }
    assertEquals(PortSet.ofAll(List.of(3306, 3309)), open);
    assertEquals(Verdict.PARTIAL, answer.verdict());
  }

  @Test
  void twoOpenAddressesAreBothNamed() {
    Network.Builder builder =
        Sample.twoTiers()
            .add(
                new Group(
                    Ref.of("web-sg"),
                    List.of(),
                    List.of(rule("out", Traffic.ANY, Peer.of("10.0.2.0/25")))))
            .add(group("db-sg", rule("in", Traffic.tcp(3306), Peer.of("10.0.1.0/25"))));
    Answer answer =
        Reachability.of(builder.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3306));
    assertEquals(
        Set.of(new Unknown(WEB, Unknown.FLOATING), new Unknown(DB, Unknown.FLOATING)),
        unknowns(answer));
    Network.Builder fixed =
        builder
            .add(host(WEB, "public", "10.0.1.4/32", "web-sg"))
            .add(group("db-sg", rule("in", Traffic.tcp(3306), bearersOf("web-sg"))))
            .add(subnet("private", "vpc", "a", ""));
    assertEquals(
        Set.of(new Unknown(DB, Unknown.FLOATING)),
        unknowns(Reachability.of(fixed.build()).sessions(Origin.of(WEB), DB, Traffic.tcp(3306))));
  }
}

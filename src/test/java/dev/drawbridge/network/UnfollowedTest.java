package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.APP;
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

import dev.drawbridge.base.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A route that leads to something that the network does not follow, such as a hub of many realms: it may
/// lead anywhere, so nothing behind it is out of reach for certain but what filters keep out.
class UnfollowedTest {
  private static final Unknown HUB =
      new Unknown(Ref.of("hub"), Reason.of("unknown.not-told", "what lies behind it"));
  private static final NextHop TO_HUB = new NextHop.Unresolved(HUB);
  private static final Traffic POSTGRES = Traffic.tcp(5432);

  /// Two realms that nothing links, an application in one and a database in the other.
  private static Network.Builder apart(RouteTable.Route... routes) {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "routes"))
        .add(realm("data", "10.1.0.0/16", "data-routes"))
        .add(table("routes", routes))
        .add(table("data-routes", route("10.0.0.0/16", TO_HUB)))
        .add(subnet("app-subnet", "vpc", "a", ""))
        .add(subnet("data-subnet", "data", "a", ""))
        .add(group("app-sg"))
        .add(group("db-sg", rule("from app", POSTGRES, Peer.of("10.0.0.0/16"))))
        .add(host(APP, "app-subnet", "10.0.1.4/32", "app-sg"))
        .add(host(DB, "data-subnet", "10.1.1.4/32", "db-sg"));
  }

  private static Answer asked(Network.Builder builder, Traffic traffic) {
    return Reachability.of(builder.build()).sessions(Origin.of(APP), DB, traffic);
  }

  @Test
  void anotherRealmMayLieBehindIt() {
    Answer answer = asked(apart(route("10.0.0.0/8", TO_HUB)), POSTGRES);
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertEquals(Set.of(HUB), answer.unknowns());
  }

  @Test
  void whatFiltersKeepOutIsOutWhereverTheRouteLeads() {
    Answer answer = asked(apart(route("10.0.0.0/8", TO_HUB)), Traffic.tcp(22));
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(
        Set.of(new Blocker.NoRule(End.DESTINATION, List.of(Ref.of("db-sg")))), answer.blockers());
  }

  @Test
  void aRouteThatLeadsPastItChangesNothing() {
    Answer answer = asked(apart(route("10.2.0.0/16", TO_HUB)), POSTGRES);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(
        Set.of(
            new Blocker.NotConnected(Ref.of("vpc"), Ref.of("data")),
            new Blocker.NoRoute(Leg.FORWARD, Ref.of("app-subnet"), Ref.of("routes"))),
        answer.blockers());
  }

  @Test
  void groupsMayBeKnownBehindIt() {
    Network.Builder builder =
        apart(route("10.0.0.0/8", TO_HUB))
            .add(group("db-sg", rule("from app", POSTGRES, bearersOf("app-sg"))));
    assertEquals(Verdict.UNKNOWN, asked(builder, POSTGRES).verdict());
    builder.add(group("db-sg", rule("from app", POSTGRES, bearersOf("db-sg"))));
    assertEquals(Verdict.REFUTED, asked(builder, POSTGRES).verdict());
  }

  @Test
  void whoMayLieBehindItMayBeTakenOver() {
    Spread spread =
        Reachability.of(apart(route("10.0.0.0/8", TO_HUB)).build()).spread(List.of(Origin.of(APP)));
    assertEquals(Set.of(), spread.reached());
    assertEquals(Set.of(DB), spread.undecided());
    Spread none = Reachability.of(apart().build()).spread(List.of(Origin.of(APP)));
    assertEquals(Set.of(), none.undecided());
  }

  @Test
  void somebodyBehindItMayGiveTheSourceAPublicAddress() {
    Network.Builder builder =
        apart(route("0.0.0.0/0", TO_HUB))
            .add(table("data-routes", route("0.0.0.0/0", igw())))
            .add(group("web-sg", rule("https", Traffic.tcp(443), Peer.of("0.0.0.0/0"))))
            .add(
                host(WEB, "data-subnet", "10.1.1.5/32", "web-sg")
                    .withPublicAddress(PublicAddress.fixed(Address.of("198.51.100.80"))));
    Answer answer =
        Reachability.of(builder.build()).sessions(Origin.of(APP), WEB, Traffic.tcp(443));
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertEquals(Set.of(HUB), answer.unknowns());
    builder.add(table("routes", route("0.0.0.0/0", igw())));
    assertEquals(
        Verdict.REFUTED,
        Reachability.of(builder.build()).sessions(Origin.of(APP), WEB, Traffic.tcp(443)).verdict());
  }
}

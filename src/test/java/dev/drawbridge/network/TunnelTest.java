package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.guarded;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.realm;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Those at the far end of a tunnel get in where a group admits them and a route leads back.
class TunnelTest {
  private static final Ref TUNNEL = Ref.of("tunnel");
  private static final AddressSet FAR = AddressSet.of("192.168.0.0/16");

  /// A database that admits the far end on 5432, in a subnet whose table leads there.
  private static Network.Builder joined(RouteTable.Route... routes) {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(realm("other", "10.1.0.0/16", "main"))
        .add(table("main"))
        .add(table("routes", routes))
        .add(subnet("inner", "vpc", "a", "routes"))
        .add(subnet("foreign", "other", "a", "routes"))
        .add(new Tunnel(TUNNEL, Ref.of("vpc"), FAR))
        .add(group("db-sg", rule("from far", Traffic.tcp(5432), Peer.of("192.168.0.0/16"))))
        .add(host(DB, "inner", "10.0.1.4/32", "db-sg"));
  }

  private static RouteTable.Route back() {
    return route("192.168.0.0/16", new NextHop.Through(TUNNEL));
  }

  private static Answer asked(Network.Builder builder) {
    return Reachability.of(builder.build()).sessions(new Origin.Remote(TUNNEL), DB);
  }

  private static AccessList list(Traffic inbound, Traffic outbound) {
    return new AccessList(
        Ref.of("list"),
        List.of(AccessList.Entry.allow(Ref.of("in"), 100, inbound, AddressSet.EVERYTHING)),
        List.of(AccessList.Entry.allow(Ref.of("out"), 100, outbound, AddressSet.EVERYTHING)));
  }

  @Test
  void allOfTheFarEndGetsToThePortThatIsOpenToIt() {
    Answer answer = asked(joined(back()));
    assertEquals(PortSet.of(5432), answer.ports(Protocol.TCP));
    assertEquals(FAR, answer.sources());
    assertEquals(Set.of(Protocol.TCP), answer.protocols());
    assertEquals(List.of(Way.Kind.FROM_TUNNEL), answer.ways().stream().map(Way::kind).toList());
    Packet packet = answer.witness().orElseThrow();
    assertEquals(Address.of("10.0.1.4"), packet.destination());
    assertTrue(FAR.contains(packet.source()), packet::toString);
  }

  /// A server that may call some of the far end on 443.
  private static Network.Builder calling(RouteTable.Route... routes) {
    return joined(routes)
        .add(
            new Group(
                Ref.of("db-sg"),
                List.of(),
                List.of(rule("to far", Traffic.tcp(443), Peer.of("192.168.7.0/24")))));
  }

  private static Answer called(Network.Builder builder, AddressSet among) {
    return Reachability.of(builder.build())
        .outward(DB, new Origin.Remote(TUNNEL, among), List.of(Traffic.tcp(443)));
  }

  @Test
  void aServerGetsToThatPartOfTheFarEndThatItsGroupNames() {
    Answer answer = called(calling(back()), AddressSet.EVERYTHING);
    assertEquals(
        List.of(AddressSet.of("192.168.7.0/24")),
        answer.ways().stream()
            .filter(way -> !way.admitted().isEmpty())
            .map(Way::destinations)
            .toList());
    assertEquals(Address.of("192.168.7.0"), answer.witness().orElseThrow().destination());
    assertEquals(
        Verdict.PROVEN, called(calling(back()), AddressSet.of("192.168.7.9/32")).verdict());
    assertEquals(
        Verdict.REFUTED, called(calling(back()), AddressSet.of("192.168.8.9/32")).verdict());
  }

  @Test
  void withoutARouteNothingGetsToTheFarEnd() {
    assertEquals(
        Set.of(new Blocker.NoRoute(Leg.FORWARD, Ref.of("inner"), Ref.of("routes"))),
        called(calling(), AddressSet.of("192.168.7.9/32")).blockers());
  }

  @Test
  void onlySomeOfTheFarEndMayBeAskedAbout() {
    AddressSet some = AddressSet.of("192.168.3.0/24", "10.9.0.0/16");
    Answer answer =
        Reachability.of(joined(back()).build()).sessions(new Origin.Remote(TUNNEL, some), DB);
    assertEquals(AddressSet.of("192.168.3.0/24"), answer.sources());
  }

  @Test
  void withoutARouteBackNobodyGetsAnAnswer() {
    assertEquals(
        Set.of(new Blocker.NoRoute(Leg.RETURN, Ref.of("inner"), Ref.of("routes"))),
        narrowed(joined()));
  }

  private static Set<Blocker> narrowed(Network.Builder builder) {
    return Reachability.of(builder.build())
        .sessions(new Origin.Remote(TUNNEL), DB, Traffic.tcp(5432))
        .blockers();
  }

  @Test
  void aTunnelLeadsIntoItsOwnRealmOnly() {
    Network.Builder builder = joined(back()).add(host(DB, "foreign", "10.1.1.4/32", "db-sg"));
    assertEquals(
        Set.of(new Blocker.NotConnected(Ref.of("vpc"), Ref.of("other"))), narrowed(builder));
  }

  @Test
  void accessListsStandBeforeRequestsAndAnswers() {
    Network.Builder guarded =
        joined(back()).add(guarded(subnet("inner", "vpc", "a", "routes"), "list"));
    Set<Blocker> in = narrowed(guarded.add(list(Traffic.tcp(22), Traffic.ANY)));
    assertEquals(1, in.size());
    assertEquals(
        Leg.FORWARD, ((Blocker.DeniedByList) in.iterator().next()).leg(), "the request is denied");
    Set<Blocker> out = narrowed(guarded.add(list(Traffic.ANY, Traffic.tcp(22))));
    assertEquals(1, out.size());
    assertEquals(
        Leg.RETURN, ((Blocker.DeniedByList) out.iterator().next()).leg(), "the answer is denied");
  }

  @Test
  void aFarEndOfOneFamilyGetsToAddressesOfThatFamilyOnly() {
    Answer answer = asked(joined(back()).add(host(DB, "inner", "2001:db8::4/128", "db-sg")));
    assertEquals(List.of(), answer.ways());
    assertEquals(Verdict.REFUTED, answer.verdict());
  }

  @Test
  void whoeverSitsAtTheFarEndIsAskedAboutInASpread() {
    Network.Builder builder = joined(back());
    Spread spread = Reachability.of(builder.build()).spread(List.of(new Origin.Remote(TUNNEL)));
    assertEquals(Set.of(DB), spread.reached());
    Spread none = Reachability.of(joined().build()).spread(List.of(new Origin.Remote(TUNNEL)));
    assertEquals(Set.of(), none.reached());
  }
}

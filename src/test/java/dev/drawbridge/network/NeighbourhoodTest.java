package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.APP;
import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.NAT;
import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.anyPublic;
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

/// Who is there for a host to call, and how far whoever takes it over gets.
class NeighbourhoodTest {
  private static final Ref TWIN = Ref.of("twin");
  private static final Ref TUNNEL = Ref.of("tunnel");
  private static final Unknown DOUBT =
      new Unknown(Ref.of("db"), Reason.of("unknown.not-told", "its groups"));

  /// An application in a realm of its own, and a store beside it that refuses everybody.
  private static Network.Builder alone() {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(realm("other", "10.1.0.0/16", "other-main"))
        .add(table("main"))
        .add(table("other-main"))
        .add(subnet("inner", "vpc", "a", ""))
        .add(subnet("foreign", "other", "a", ""))
        .add(group("app-sg"))
        .add(group("db-sg"))
        .add(host(APP, "inner", "10.0.1.4/32", "app-sg"))
        .add(host(DB, "inner", "10.0.2.4/32", "db-sg"));
  }

  private static Network.Builder peered(String one, String other) {
    return alone()
        .add(new Peering(Ref.of("peering"), Ref.of(one), Ref.of(other), true))
        .add(table("main", route("10.1.0.0/16", new NextHop.Across(Ref.of("peering")))))
        .add(table("other-main", route("10.0.0.0/16", new NextHop.Across(Ref.of("peering")))))
        .add(host(DB, "foreign", "10.1.2.4/32", "db-sg"));
  }

  private static List<Ref> neighbours(Network.Builder builder, Ref from) {
    return Reachability.of(builder.build()).neighbours(from).stream().map(Answer::to).toList();
  }

  private static Set<Ref> taken(Network.Builder builder, Origin from) {
    return Reachability.of(builder.build()).spread(List.of(from)).reached();
  }

  @Test
  void whoRefusesEverybodyIsNobodysNeighbour() {
    assertEquals(List.of(), neighbours(alone(), APP));
  }

  @Test
  void whoeverNamesAGroupOrAnAddressOfTheHostIsANeighbour() {
    Group byGroup = group("db-sg", rule("in", Traffic.tcp(5432), bearersOf("app-sg")));
    assertEquals(List.of(DB), neighbours(alone().add(byGroup), APP));
    Group byOtherGroup = group("db-sg", rule("in", Traffic.tcp(5432), bearersOf("db-sg")));
    assertEquals(List.of(), neighbours(alone().add(byOtherGroup), APP));
    Group byAddress = group("db-sg", rule("in", Traffic.tcp(5432), Peer.of("10.0.1.0/28")));
    assertEquals(List.of(DB), neighbours(alone().add(byAddress), APP));
    Group byOtherAddress = group("db-sg", rule("in", Traffic.tcp(5432), Peer.of("10.0.1.16/28")));
    assertEquals(List.of(), neighbours(alone().add(byOtherAddress), APP));
  }

  @Test
  void whoStandsBehindNoGroupIsANeighbour() {
    assertEquals(List.of(DB), neighbours(alone().add(host(DB, "inner", "10.0.2.4/32")), APP));
  }

  @Test
  void whoMayBearAFurtherGroupMayBeANeighbour() {
    Network.Builder builder =
        alone().add(host(DB, "inner", "10.0.2.4/32", "db-sg").withDoubts(DOUBT));
    Answer answer = Reachability.of(builder.build()).neighbours(APP).getFirst();
    assertEquals(DB, answer.to());
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    Spread spread = Reachability.of(builder.build()).spread(List.of(Origin.of(APP)));
    assertEquals(Set.of(), spread.reached());
    assertEquals(Set.of(DB), spread.undecided());
  }

  @Test
  void whoMayBearTheGroupThatIsNamedMayBeLetIn() {
    Network.Builder builder =
        alone()
            .add(group("secret"))
            .add(group("db-sg", rule("in", Traffic.tcp(5432), bearersOf("secret"))));
    assertEquals(List.of(), neighbours(builder, APP));
    builder.add(host(APP, "inner", "10.0.1.4/32", "app-sg").withDoubts(DOUBT));
    assertEquals(List.of(DB), neighbours(builder, APP));
  }

  @Test
  void neighboursOverAPeeringAreFoundFromEitherSide() {
    Group open = group("db-sg", rule("in", Traffic.tcp(5432), bearersOf("app-sg")));
    assertEquals(List.of(DB), neighbours(peered("vpc", "other").add(open), APP));
    assertEquals(List.of(DB), neighbours(peered("other", "vpc").add(open), APP));
    assertEquals(
        List.of(),
        neighbours(alone().add(open).add(host(DB, "foreign", "10.1.2.4/32", "db-sg")), APP));
  }

  @Test
  void ofATierThatAdmitsItselfAnotherMemberIsTheNeighbour() {
    Network.Builder builder =
        alone().add(group("app-sg", rule("in", Traffic.tcp(7800), bearersOf("app-sg"))));
    assertEquals(List.of(), neighbours(builder, APP));
    builder.add(host(TWIN, "inner", "10.0.1.5/32", "app-sg"));
    assertEquals(List.of(TWIN), neighbours(builder, APP));
    assertEquals(Set.of(TWIN), taken(builder, Origin.of(APP)));
  }

  /// A web server of another realm that is open to the internet.
  private static Network.Builder withWeb(NextHop exit) {
    return alone()
        .add(table("other-main", route("0.0.0.0/0", igw())))
        .add(group("web-sg", rule("https", Traffic.tcp(443), Peer.of("0.0.0.0/0"))))
        .add(host(WEB, "foreign", "10.1.2.4/32", "web-sg").withPublicAddress(anyPublic()))
        .add(table("main", route("0.0.0.0/0", exit)));
  }

  @Test
  void overTheInternetAHostGetsToWhatIsOpenThereWhereItsSubnetLeadsOut() {
    assertEquals(Set.of(), taken(withWeb(new NextHop.Blackhole()), Origin.of(APP)));
    Network.Builder own =
        withWeb(igw())
            .add(host(APP, "inner", "10.0.1.4/32", "app-sg").withPublicAddress(anyPublic()));
    assertEquals(Set.of(WEB), taken(own, Origin.of(APP)));
    Network.Builder nat =
        withWeb(new NextHop.Translator(NAT))
            .add(table("exit-routes", route("0.0.0.0/0", igw())))
            .add(subnet("exit", "vpc", "a", "exit-routes"))
            .add(
                Interface.translator(
                    NAT, Ref.of("exit"), AddressSet.of("10.0.0.4/32"), anyPublic()));
    assertEquals(Set.of(WEB), taken(nat, Origin.of(APP)));
    Unknown unknown = new Unknown(Ref.of("main"), Reason.of("unknown.not-told", "where it leads"));
    Spread spread =
        Reachability.of(withWeb(new NextHop.Unresolved(unknown)).build())
            .spread(List.of(Origin.of(APP)));
    assertEquals(Set.of(), spread.reached());
  }

  @Test
  void overTheInternetIpv6NeedsNoPublicAddressButAGlobalOne() {
    assertEquals(Set.of(WEB), taken(withWeb6("2001:db8:b::4/128"), Origin.of(APP)));
    assertEquals(Set.of(), taken(withWeb6("fd00::4/128"), Origin.of(APP)));
  }

  private static Network.Builder withWeb6(String address) {
    return withWeb(igw())
        .add(table("main", route("::/0", new NextHop.EgressOnlyGateway(Ref.of("egress only")))))
        .add(table("other-main", route("::/0", igw())))
        .add(group("web-sg", rule("https", Traffic.tcp(443), Peer.of("::/0"))))
        .add(
            host(APP, "inner", "10.0.1.4/32", "app-sg")
                .withAddresses(AddressSet.of("2001:db8:a::4/128")))
        .add(host(WEB, "foreign", "10.1.2.4/32", "web-sg").withAddresses(AddressSet.of(address)));
  }

  @Test
  void fromTheFarEndOfATunnelOnlyTheRealmThatItLeadsToIsFound() {
    Network.Builder builder =
        alone()
            .add(new Tunnel(TUNNEL, Ref.of("vpc"), AddressSet.of("192.168.0.0/16")))
            .add(table("main", route("192.168.0.0/16", new NextHop.Through(TUNNEL))))
            .add(table("other-main", route("192.168.0.0/16", new NextHop.Through(TUNNEL))))
            .add(group("app-sg", rule("in", Traffic.tcp(22), Peer.of("192.168.0.0/16"))))
            .add(host(TWIN, "foreign", "10.1.1.4/32", "app-sg"));
    assertEquals(Set.of(APP), taken(builder, new Origin.Remote(TUNNEL)));
    assertEquals(Set.of(), taken(builder, new Origin.Remote(Ref.of("no tunnel"))));
  }

  @Test
  void ofSeveralStepsTheFewestAreTold() {
    Network.Builder builder =
        alone()
            .add(group("db-sg", rule("in", Traffic.tcp(5432), bearersOf("app-sg"))))
            .add(group("twin-sg", rule("in", Traffic.tcp(22), bearersOf("db-sg"))))
            .add(host(TWIN, "inner", "10.0.3.4/32", "twin-sg"));
    Spread spread = Reachability.of(builder.build()).spread(List.of(Origin.of(APP)));
    assertEquals(List.of(DB, TWIN), List.copyOf(spread.reached()));
    assertEquals(List.of(DB, TWIN), spread.pathTo(TWIN).orElseThrow().stations());
  }
}

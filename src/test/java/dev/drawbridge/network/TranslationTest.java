package dev.drawbridge.network;

import static dev.drawbridge.network.Passages.denied;
import static dev.drawbridge.network.Passages.local;
import static dev.drawbridge.network.Passages.lost;
import static dev.drawbridge.network.Passages.open;
import static dev.drawbridge.network.Passages.passes;
import static dev.drawbridge.network.Passages.routed;
import static dev.drawbridge.network.Passages.ungrouped;
import static dev.drawbridge.network.Sample.APP;
import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.NAT;
import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.bearersOf;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.guarded;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.realm;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Passages.Shut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sessions that a translator passes on to private addresses: beside it, in its realm, in a linked one and
/// behind a tunnel. All of these know it, not the source.
class TranslationTest {
  private static final Traffic HTTPS = Traffic.tcp(443);
  private static final Ref FAR = Ref.of("far");
  private static final Ref TUNNEL = Ref.of("tunnel");
  private static final NextHop NAT_HOP = new NextHop.Translator(NAT);
  private static final NextHop ACROSS = new NextHop.Across(Ref.of("peering"));
  private static final NextHop THROUGH = new NextHop.Through(TUNNEL);
  private static final RouteTable.Route TO_FAR = route("10.0.0.32/27", ACROSS);
  private static final RouteTable.Route TO_TUNNEL = route("10.0.0.128/27", THROUGH);

  /// An application whose subnet hands everything private to a translator. The addresses are those of
  /// [RandomNetworks] that are small.
  static Network.Builder handing() {
    return Network.builder()
        .internet(AddressSet.of("10.0.0.192/26"))
        .add(realm("vpc", "10.0.0.0/27", "inner-routes"))
        .add(realm("other", "10.0.0.32/27", "far-routes"))
        .add(new Peering(Ref.of("peering"), Ref.of("vpc"), Ref.of("other"), true))
        .add(new Tunnel(TUNNEL, Ref.of("vpc"), AddressSet.of("10.0.0.128/27")))
        .add(table("private-routes", handed().toArray(RouteTable.Route[]::new)))
        .add(table("exit-routes", TO_FAR, TO_TUNNEL))
        .add(table("inner-routes"))
        .add(table("far-routes", route("10.0.0.0/27", ACROSS)))
        .add(guarded(subnet("private", "vpc", "a", "private-routes"), "private-list"))
        .add(guarded(subnet("exit", "vpc", "a", "exit-routes"), "exit-list"))
        .add(guarded(subnet("inner", "vpc", "a", ""), "inner-list"))
        .add(guarded(subnet("far-subnet", "other", "a", ""), "far-list"))
        .add(open("private-list"))
        .add(open("exit-list"))
        .add(open("inner-list"))
        .add(open("far-list"))
        .add(group("app-sg"))
        .add(group("db-sg", rule("from nat", HTTPS, Peer.of("10.0.0.10/32"))))
        .add(host(APP, "private", "10.0.0.2/32", "app-sg"))
        .add(translator())
        .add(host(WEB, "exit", "10.0.0.11/32", "db-sg"))
        .add(host(DB, "inner", "10.0.0.18/32", "db-sg"))
        .add(host(FAR, "far-subnet", "10.0.0.34/32", "db-sg"));
  }

  private static List<RouteTable.Route> handed() {
    return Stream.of("10.0.0.8/29", "10.0.0.16/29", "10.0.0.32/27", "10.0.0.128/27")
        .map(block -> route(block, NAT_HOP))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Interface translator() {
    return Interface.translator(
        NAT, Ref.of("exit"), AddressSet.of("10.0.0.10/32"), PublicAddress.NONE);
  }

  private static Answer asked(Network.Builder builder, Ref to) {
    Reachability reachability = Reachability.of(builder.build());
    return to.equals(TUNNEL)
        ? reachability.outward(APP, new Origin.Remote(TUNNEL), List.of(HTTPS))
        : reachability.sessions(Origin.of(APP), to, HTTPS);
  }

  private static List<Way> translated(Answer answer) {
    return answer.ways().stream().filter(way -> way.kind() == Way.Kind.TRANSLATED).toList();
  }

  private static List<Hop> between(Hop... met) {
    List<Hop> hops = new ArrayList<>();
    hops.add(new Hop.ByGroup(End.SOURCE, List.of(Ref.of("app-sg out"))));
    hops.addAll(List.of(met));
    return hops;
  }

  @Test
  void packetsPassThreeSubnetsThereAndBack() {
    Answer answer = asked(handing(), DB);
    assertEquals(Verdict.PROVEN, answer.verdict());
    Way way = translated(answer).getFirst();
    assertEquals(Optional.of(AddressSet.of("10.0.0.10/32")), way.seenAs());
    assertEquals(
        between(
            routed(Leg.FORWARD, "private", "private-routes", "10.0.0.16/29", NAT_HOP),
            passes(Leg.FORWARD, Border.OUTBOUND, "private"),
            passes(Leg.FORWARD, Border.INBOUND, "exit"),
            new Hop.Translated(NAT, AddressSet.of("10.0.0.10/32")),
            passes(Leg.FORWARD, Border.OUTBOUND, "exit"),
            local(Leg.FORWARD, "exit", "exit-routes"),
            passes(Leg.FORWARD, Border.INBOUND, "inner"),
            new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("from nat"))),
            passes(Leg.RETURN, Border.OUTBOUND, "inner"),
            local(Leg.RETURN, "inner", "inner-routes"),
            passes(Leg.RETURN, Border.INBOUND, "exit"),
            passes(Leg.RETURN, Border.OUTBOUND, "exit"),
            local(Leg.RETURN, "exit", "exit-routes"),
            passes(Leg.RETURN, Border.INBOUND, "private")),
        way.admitted().getFirst().hops());
  }

  @Test
  void aLinkedRealmKnowsTheTranslatorByItsPrivateAddress() {
    Answer answer = asked(handing(), FAR);
    assertEquals(Verdict.PROVEN, answer.verdict());
    List<Hop> hops = translated(answer).getFirst().admitted().getFirst().hops();
    assertTrue(
        hops.contains(routed(Leg.FORWARD, "exit", "exit-routes", "10.0.0.32/27", ACROSS)),
        hops::toString);
    assertTrue(
        hops.contains(routed(Leg.RETURN, "far-subnet", "far-routes", "10.0.0.0/27", ACROSS)),
        hops::toString);
  }

  @Test
  void whoeverStandsBesideTheTranslatorIsReachedWithoutLeavingItsSubnet() {
    Way way = translated(asked(handing(), WEB)).getFirst();
    assertEquals(
        between(
            routed(Leg.FORWARD, "private", "private-routes", "10.0.0.8/29", NAT_HOP),
            passes(Leg.FORWARD, Border.OUTBOUND, "private"),
            passes(Leg.FORWARD, Border.INBOUND, "exit"),
            new Hop.Translated(NAT, AddressSet.of("10.0.0.10/32")),
            new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("from nat"))),
            passes(Leg.RETURN, Border.OUTBOUND, "exit"),
            local(Leg.RETURN, "exit", "exit-routes"),
            passes(Leg.RETURN, Border.INBOUND, "private")),
        way.admitted().getFirst().hops());
  }

  @Test
  void theFarEndOfATunnelIsReachedThroughTheTranslatorsSubnet() {
    Answer answer = asked(handing(), TUNNEL);
    assertEquals(Verdict.PROVEN, answer.verdict());
    Way way = translated(answer).getFirst();
    assertEquals(AddressSet.of("10.0.0.128/27"), way.destinations());
    assertEquals(
        between(
            routed(Leg.FORWARD, "private", "private-routes", "10.0.0.128/27", NAT_HOP),
            passes(Leg.FORWARD, Border.OUTBOUND, "private"),
            passes(Leg.FORWARD, Border.INBOUND, "exit"),
            new Hop.Translated(NAT, AddressSet.of("10.0.0.10/32")),
            passes(Leg.FORWARD, Border.OUTBOUND, "exit"),
            routed(Leg.FORWARD, "exit", "exit-routes", "10.0.0.128/27", THROUGH),
            passes(Leg.RETURN, Border.INBOUND, "exit"),
            passes(Leg.RETURN, Border.OUTBOUND, "exit"),
            local(Leg.RETURN, "exit", "exit-routes"),
            passes(Leg.RETURN, Border.INBOUND, "private")),
        way.admitted().getFirst().hops());
  }

  @Test
  void onlyThatPartOfTheFarEndGoesThroughTheTranslatorThatIsHandedToIt() {
    List<RouteTable.Route> routes = handed();
    routes.add(route("10.0.0.144/28", THROUGH));
    RouteTable table = new RouteTable(Ref.of("private-routes"), routes);
    Answer answer = asked(handing().add(table), TUNNEL);
    assertEquals(
        List.of(AddressSet.of("10.0.0.128/28")),
        translated(answer).stream().map(Way::destinations).toList());
    assertEquals(
        AddressSet.of("10.0.0.128/27"),
        AddressSet.union(
            answer.ways().stream()
                .filter(way -> !way.admitted().isEmpty())
                .map(Way::destinations)
                .toList()));
  }

  static Stream<Shut> onTheWay() {
    RouteTable.Route[] others = {TO_FAR, TO_TUNNEL};
    return Stream.of(
        ungrouped("app-sg", End.SOURCE),
        denied(Leg.FORWARD, Border.OUTBOUND, "private", "10.0.0.34"),
        denied(Leg.FORWARD, Border.INBOUND, "exit", "10.0.0.2"),
        guardedTranslator(Border.INBOUND, group("nat-sg")),
        guardedTranslator(
            Border.OUTBOUND,
            new Group(
                Ref.of("nat-sg"),
                List.of(rule("in", Traffic.ANY, bearersOf("app-sg"))),
                List.of())),
        denied(Leg.FORWARD, Border.OUTBOUND, "exit", "10.0.0.34"),
        denied(Leg.FORWARD, Border.INBOUND, "far-subnet", "10.0.0.10"),
        ungrouped("db-sg", End.DESTINATION),
        denied(Leg.RETURN, Border.OUTBOUND, "far-subnet", "10.0.0.10"),
        lost(Leg.RETURN, "far-subnet", "far-routes", "10.0.0.10", route("10.0.0.0/27", ACROSS)),
        denied(Leg.RETURN, Border.INBOUND, "exit", "10.0.0.34"),
        denied(Leg.RETURN, Border.OUTBOUND, "exit", "10.0.0.2"),
        lost(Leg.RETURN, "exit", "exit-routes", "10.0.0.2", others),
        denied(Leg.RETURN, Border.INBOUND, "private", "10.0.0.34"));
  }

  private static Shut guardedTranslator(Border border, Group group) {
    return new Shut(
        "translator " + border,
        builder -> builder.add(group).add(translator().withGroups(group.ref())),
        new Blocker.TranslatorRefuses(NAT, border, List.of(group.ref())));
  }

  @ParameterizedTest
  @MethodSource
  void onTheWay(Shut shut) {
    Answer answer = asked(shut.change().apply(handing()), FAR);
    assertEquals(Verdict.REFUTED, answer.verdict());
    Set<Blocker> blockers =
        translated(answer).stream()
            .flatMap(way -> way.refused().stream())
            .flatMap(cell -> cell.blockers().stream())
            .collect(Collectors.toSet());
    assertEquals(Set.of(shut.blocker()), blockers);
  }

  @Test
  void aWayThatTheTranslatorsOwnRoutesDoNotTakeIsNone() {
    for (Ref to : List.of(FAR, TUNNEL)) {
      Answer answer = asked(handing().add(table("exit-routes")), to);
      assertEquals(List.of(), translated(answer));
      assertEquals(Verdict.REFUTED, answer.verdict());
      assertTrue(
          answer.blockers().stream()
              .anyMatch(
                  by -> by instanceof Blocker.WrongRoute wrong && wrong.via().equals(NAT_HOP)),
          answer::toString);
    }
  }

  @Test
  void aTranslatorInAnotherRealmIsOutOfReach() {
    Network.Builder builder =
        handing()
            .add(table("far-exit-routes"))
            .add(guarded(subnet("exit", "other", "a", "far-exit-routes"), "exit-list"));
    Answer answer = asked(builder, FAR);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertTrue(answer.blockers().contains(new Blocker.TranslatorInOtherRealm(NAT)));
  }

  @Test
  void groupsThatNameTheTranslatorsGroupAdmitWhatItPassesOn() {
    Network.Builder builder =
        handing()
            .add(group("nat-sg", rule("from app", Traffic.ANY, bearersOf("app-sg"))))
            .add(group("db-sg", rule("from nat", HTTPS, bearersOf("nat-sg"))))
            .add(translator().withGroups(Ref.of("nat-sg")));
    assertEquals(Verdict.PROVEN, asked(builder, FAR).verdict());
    Network.Builder strangers =
        builder.add(new Peering(Ref.of("peering"), Ref.of("vpc"), Ref.of("other"), false));
    assertEquals(Verdict.REFUTED, asked(strangers, FAR).verdict());
    assertEquals(Verdict.PROVEN, asked(strangers, DB).verdict());
  }

  @Test
  void groupsThatNameTheSourcesGroupDoNotKnowItBehindTheTranslator() {
    Network.Builder builder =
        handing().add(group("db-sg", rule("from app", HTTPS, bearersOf("app-sg"))));
    assertEquals(Verdict.REFUTED, asked(builder, DB).verdict());
  }

  @Test
  void whereTheTranslatorsRouteIsNotKnownNothingIsCertain() {
    Unknown unknown = new Unknown(Ref.of("var.gateway"), Reason.of("unknown.not-told", "no value"));
    Network.Builder builder =
        handing().add(table("exit-routes", route("0.0.0.0/0", new NextHop.Unresolved(unknown))));
    for (Ref to : List.of(FAR, TUNNEL)) {
      Answer answer = asked(builder, to);
      assertEquals(Verdict.UNKNOWN, answer.verdict(), to::id);
      assertEquals(Set.of(unknown), answer.unknowns(), to::id);
    }
  }

  @Test
  void whoAdmitsTheTranslatorOnlyIsFoundFromTheSource() {
    Spread spread = Reachability.of(handing().build()).spread(List.of(Origin.of(APP)));
    assertEquals(Set.of(WEB, DB, FAR), spread.reached());
    assertFalse(
        Reachability.of(handing().add(table("private-routes")).build())
            .spread(List.of(Origin.of(APP)))
            .reached()
            .contains(DB));
  }
}

package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.APP;
import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.bearersOf;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.realm;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where it is not known in which realm something stands, it may stand in any: nothing keeps it apart from
/// others for certain, and nothing joins it with them.
class RealmDoubtsTest {
  private static final Unknown WHERE = new Unknown(Ref.of("nowhere"), Reason.of("unknown.vpc"));
  private static final Traffic SQL = Traffic.tcp(5432);

  /// An application in a realm of its own, and a store nobody knows where.
  private static Network.Builder somewhere(Group.Rule admitted) {
    return Network.builder()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(table("main"))
        .add(subnet("inner", "vpc", "a", ""))
        .add(group("app-sg"))
        .add(group("db-sg", admitted))
        .add(host(APP, "inner", "10.0.1.4/32", "app-sg"))
        .add(RouteTable.unresolved(WHERE.input(), WHERE))
        .add(
            new Realm(
                WHERE.input(),
                List.of(Cidr.of("10.0.0.0/8")),
                WHERE.input(),
                Optional.empty(),
                List.of(WHERE)))
        .add(new Subnet(WHERE.input(), WHERE.input(), "", Optional.empty(), Optional.empty()))
        .add(host(DB, "nowhere", "10.0.0.0/8", "db-sg"));
  }

  private static Network.Builder admitting() {
    return somewhere(rule("in", SQL, bearersOf("app-sg")));
  }

  private static Answer asked(Network.Builder builder, Ref from, Ref to) {
    return Reachability.of(builder.build()).sessions(Origin.of(from), to, SQL);
  }

  private static Set<Unknown> unknowns(Answer answer) {
    Set<Unknown> unknowns = new HashSet<>();
    answer.undecided().forEach(cell -> unknowns.addAll(cell.unknowns()));
    return unknowns;
  }

  @Test
  void whatStandsNobodyKnowsWhereIsNeitherReachedNorOutOfReach() {
    Answer answer = asked(admitting(), APP, DB);
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertTrue(unknowns(answer).contains(WHERE));
    assertEquals(List.of(Way.Kind.INSIDE), answer.ways().stream().map(Way::kind).toList());
  }

  @Test
  void whatItsGroupsRefuseIsRefusedWhereverItStands() {
    Answer answer = asked(somewhere(rule("in", SQL, bearersOf("db-sg"))), APP, DB);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertTrue(
        answer.blockers().contains(new Blocker.NoRule(End.DESTINATION, List.of(Ref.of("db-sg")))));
  }

  @Test
  void itMayCallOthersToo() {
    Network.Builder builder = admitting().add(group("app-sg", rule("in", SQL, bearersOf("db-sg"))));
    assertEquals(Verdict.UNKNOWN, asked(builder, DB, APP).verdict());
  }

  @Test
  void itMayBeANeighbourFromEitherSide() {
    Network.Builder builder = admitting().add(group("app-sg", rule("in", SQL, bearersOf("db-sg"))));
    Reachability reachability = Reachability.of(builder.build());
    assertEquals(List.of(DB), reachability.neighbours(APP).stream().map(Answer::to).toList());
    assertEquals(List.of(APP), reachability.neighbours(DB).stream().map(Answer::to).toList());
    assertEquals(Set.of(), reachability.spread(List.of(Origin.of(APP))).reached());
    assertEquals(Set.of(DB), reachability.spread(List.of(Origin.of(APP))).undecided());
  }

  @Test
  void aTunnelMayLeadThere() {
    Ref tunnel = Ref.of("tunnel");
    Network.Builder builder =
        somewhere(rule("in", SQL, Peer.of("192.168.0.0/16")))
            .add(new Tunnel(tunnel, Ref.of("vpc"), AddressSet.of("192.168.0.0/16")));
    Answer answer = Reachability.of(builder.build()).sessions(new Origin.Remote(tunnel), DB, SQL);
    assertEquals(Verdict.UNKNOWN, answer.verdict());
    assertTrue(unknowns(answer).contains(WHERE));
  }

  @Test
  void twoRealmsThatAreKnownAreApart() {
    Network.Builder builder =
        admitting()
            .add(realm("other", "10.1.0.0/16", "main"))
            .add(subnet("foreign", "other", "a", ""))
            .add(host(DB, "foreign", "10.1.1.4/32", "db-sg"));
    Answer answer = asked(builder, APP, DB);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertTrue(
        answer.blockers().contains(new Blocker.NotConnected(Ref.of("vpc"), Ref.of("other"))));
  }
}

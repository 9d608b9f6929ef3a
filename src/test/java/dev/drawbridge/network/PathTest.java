package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.APP;
import static dev.drawbridge.network.Sample.DB;
import static dev.drawbridge.network.Sample.FRONT;
import static dev.drawbridge.network.Sample.INNER;
import static dev.drawbridge.network.Sample.WEB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PathTest {

  private static Reachability of(Network.Builder builder) {
    return Reachability.of(builder.build());
  }

  @Test
  void requestsGetFromTheInternetOverTheBalancerToTheWebTier() {
    List<Path> paths = of(Sample.threeTiers()).paths(Origin.INTERNET, WEB);
    assertEquals(2, paths.size());
    assertFalse(paths.getFirst().passes());
    Path path = paths.getLast();
    assertEquals(Verdict.PROVEN, path.verdict());
    assertEquals(List.of(FRONT, WEB), path.stations());
    List<Hop> proof = path.steps().getLast().answer().admitted().getFirst().hops();
    assertTrue(
        proof.contains(new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("from-front")))),
        proof::toString);
    Packet rewritten = path.steps().getLast().answer().witness().orElseThrow();
    assertEquals(80, rewritten.destinationPort());
    assertTrue(AddressSet.of("10.0.0.0/24").contains(rewritten.source()));
  }

  @Test
  void theDatabaseIsFourSessionsAwayFromTheInternet() {
    Spread spread = of(Sample.threeTiers()).spread(List.of(Origin.INTERNET));
    assertEquals(Set.of(FRONT, WEB, INNER, APP, DB), spread.reached());
    Path path = spread.pathTo(DB).orElseThrow();
    assertEquals(List.of(FRONT, WEB, INNER, APP, DB), path.stations());
    assertTrue(path.passes());
    assertEquals(Optional.empty(), spread.pathTo(Sample.NAT));
  }

  @Test
  void whoTakesOverTheWebTierCannotOpenTheDatabaseItself() {
    Reachability reachability = of(Sample.threeTiers());
    assertEquals(
        Verdict.REFUTED, reachability.sessions(Origin.of(WEB), DB, Traffic.tcp(3306)).verdict());
    // The public balancer admits all the world, and so the web tier too.
    assertEquals(
        Set.of(INNER, FRONT),
        reachability.neighbours(WEB).stream().map(Answer::to).collect(Collectors.toSet()));
  }

  @Test
  void aBalancerThatIsATargetOfAnotherPassesOnInItsTurn() {
    Network.Builder builder =
        Sample.threeTiers()
            .add(Sample.targets("web-targets", false, INNER, 8080))
            .add(
                Sample.group(
                    "inner-sg",
                    Sample.rule("from-front", Traffic.tcp(8080), Sample.bearersOf("front-sg"))));
    List<Path> paths = of(builder).paths(Origin.INTERNET, APP);
    Path path = paths.getLast();
    assertEquals(List.of(FRONT, INNER, APP), path.stations());
    assertEquals(Verdict.PROVEN, path.verdict());
    assertEquals(Verdict.REFUTED, paths.get(1).verdict());
  }

  @Test
  void targetsWithoutWeightOrInAnotherZoneGetNothing() {
    Network.Builder noWeight =
        Sample.threeTiers()
            .add(
                new Balancer(
                    Ref.of("alb"),
                    List.of(FRONT),
                    List.of(
                        new Balancer.Listener(
                            Ref.of("l"),
                            Traffic.tcp(443),
                            List.of(
                                Balancer.Rule.otherwise(
                                    Ref.of("rule"),
                                    List.of(new Balancer.Forward(Ref.of("web-targets"), 0)))),
                            List.of())),
                    true));
    assertEquals(
        Set.of(new Blocker.NoWeight(Ref.of("rule"), Ref.of("web-targets"))),
        of(noWeight).paths(Origin.INTERNET, WEB).getLast().steps().getLast().blockers());
    Network.Builder elsewhere =
        Sample.threeTiers().add(Sample.subnet("web-subnet", "vpc", "b", "private-routes"));
    assertEquals(
        Set.of(new Blocker.ZoneNotEnabled(Ref.of("alb"), "b")),
        of(elsewhere).paths(Origin.INTERNET, WEB).getLast().steps().getLast().blockers());
    assertFalse(of(elsewhere).spread(List.of(Origin.INTERNET)).reached().contains(WEB));
  }

  @Test
  void aZoneThatIsNotKnownMayBeAnyOrThatOfTheSameName() {
    Network.Builder unknown =
        Sample.threeTiers().add(Sample.subnet("web-subnet", "vpc", "", "private-routes"));
    Path perhaps = of(unknown).paths(Origin.INTERNET, WEB).getLast();
    assertEquals(Verdict.UNKNOWN, perhaps.verdict());
    assertEquals(Set.of(), perhaps.steps().getLast().blockers());
    assertEquals(
        Set.of(Ref.of("web-subnet")),
        perhaps.steps().getLast().unknowns().stream()
            .map(Unknown::input)
            .collect(Collectors.toSet()));
    Network.Builder named =
        Sample.threeTiers()
            .add(Sample.subnet("web-subnet", "vpc", "?first", "private-routes"))
            .add(Sample.subnet("public", "vpc", "?first", "public-routes"));
    assertEquals(Verdict.PROVEN, of(named).paths(Origin.INTERNET, WEB).getLast().verdict());
  }

  @Test
  void aNodeServesOtherZonesOnlyWhenItMay() {
    for (boolean crossZone : List.of(true, false)) {
      Ref second = Ref.of("front-b");
      Network.Builder builder =
          Sample.threeTiers()
              .add(Sample.subnet("public-b", "vpc", "b", "public-routes"))
              .add(Sample.host(second, "public-b", "10.0.9.0/24", "front-sg"))
              .add(
                  new Balancer(
                      Ref.of("alb"),
                      List.of(FRONT, second),
                      List.of(
                          Balancer.Listener.forwarding(
                              Ref.of("l"), Traffic.tcp(443), Ref.of("web-targets"))),
                      crossZone));
      List<Relay> relays = of(builder).relaysTo(WEB);
      assertEquals(List.of(FRONT, second), relays.stream().map(Relay::node).toList());
      assertEquals(Verdict.PROVEN, relays.getFirst().verdict());
      assertEquals(
          crossZone ? List.of() : List.of(new Blocker.OtherZone(Ref.of("alb"), "b", "a")),
          relays.getLast().blockers());
    }
  }

  @Test
  void healthIsAskedForOnItsOwnPort() {
    Network.Builder builder =
        Sample.threeTiers()
            .add(
                new TargetGroup(
                    Ref.of("web-targets"),
                    Protocol.TCP,
                    false,
                    List.of(new TargetGroup.Target(WEB, 80, 8081)),
                    List.of()));
    Reachability reachability = of(builder);
    Relay relay = reachability.relaysOf(Ref.of("alb")).getFirst();
    Answer entry = reachability.sessions(Origin.INTERNET, FRONT, relay.incoming());
    assertEquals(Verdict.PROVEN, reachability.delivery(relay, entry).verdict());
    assertEquals(Verdict.REFUTED, reachability.health(relay).verdict());
    assertEquals(
        Set.of(new Blocker.NoRule(End.DESTINATION, List.of(Ref.of("web-sg")))),
        reachability.health(relay).blockers());
  }

  @Test
  void whatHangsOnOpenInputsIsReachedPerhaps() {
    Unknown unknown = new Unknown(Ref.of("var.port"), Reason.of("unknown.not-told", "no default"));
    Network.Builder builder =
        Sample.threeTiers()
            .add(
                new Group(
                    Ref.of("app-sg"),
                    List.of(
                        new Group.Rule(
                            Ref.of("r"),
                            Traffic.all(Protocol.TCP),
                            Sample.bearersOf("inner-sg"),
                            List.of(unknown))),
                    List.of(Sample.rule("out", Traffic.ANY, Peer.of("0.0.0.0/0")))));
    Spread spread = of(builder).spread(List.of(Origin.INTERNET));
    assertEquals(Set.of(FRONT, WEB, INNER), spread.reached());
    assertEquals(Set.of(APP, DB), spread.undecided());
    Path path = spread.pathTo(DB).orElseThrow();
    assertEquals(Verdict.UNKNOWN, path.verdict());
    assertEquals(Set.of(unknown), path.steps().get(3).unknowns());
  }

  @Test
  void aThousandOfOneTierAreAlikeAndAllReached() {
    Network.Builder builder = Sample.threeTiers();
    for (int i = 0; i < 1000; i++) {
      builder.add(Sample.host(Ref.of("web" + i), "web-subnet", "10.0.1.0/24", "inner-sg"));
    }
    Reachability reachability = of(builder);
    assertEquals(1000, reachability.alike(Ref.of("web7")).size());
    assertTrue(reachability.spread(List.of(Origin.of(WEB))).reached().contains(Ref.of("web999")));
  }
}

package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  @Test
  void anOpenPortOfAPublicHostIsExposedToTheWholeInternet() {
    Answer exposure = Reachability.of(Sample.twoTiers().build()).exposure(Sample.WEB);
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
    Answer exposure = Reachability.of(Sample.twoTiers().build()).exposure(Sample.DB);
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
    Reachability reachability = Reachability.of(Sample.twoTiers().build());
    assertEquals(
        Verdict.PROVEN,
        reachability.sessions(Origin.of(Sample.WEB), Sample.DB, Traffic.tcp(3306)).verdict());
    assertEquals(
        Verdict.REFUTED,
        reachability.sessions(Origin.of(Sample.WEB), Sample.DB, Traffic.tcp(3307)).verdict());
    assertTrue(
        reachability
            .sessions(Origin.of(Sample.DB), Sample.WEB, Traffic.tcp(443))
            .blockers()
            .contains(new Blocker.NoRule(End.SOURCE, List.of(Ref.of("db-sg")))));
  }
}

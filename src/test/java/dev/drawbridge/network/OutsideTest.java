package dev.drawbridge.network;

import static dev.drawbridge.network.Passages.denied;
import static dev.drawbridge.network.Passages.local;
import static dev.drawbridge.network.Passages.lost;
import static dev.drawbridge.network.Passages.open;
import static dev.drawbridge.network.Passages.passes;
import static dev.drawbridge.network.Passages.routed;
import static dev.drawbridge.network.Passages.ungrouped;
import static dev.drawbridge.network.Sample.APP;
import static dev.drawbridge.network.Sample.NAT;
import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.guarded;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.igw;
import static dev.drawbridge.network.Sample.realm;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.network.Passages.Shut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sessions from a host of one realm to one of another over the internet: everything that they pass on
/// their way there and back, and what each of it says when it lets them pass no more.
class OutsideTest {
  private static final Traffic HTTPS = Traffic.tcp(443);
  private static final NextHop NAT_HOP = new NextHop.Translator(NAT);

  /// An application that calls a web server elsewhere through a translator in another subnet.
  private static Network.Builder translated() {
    return elsewhere()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(table("main"))
        .add(table("private-routes", route("0.0.0.0/0", NAT_HOP)))
        .add(table("exit-routes", route("0.0.0.0/0", igw())))
        .add(guarded(subnet("private", "vpc", "a", "private-routes"), "private-list"))
        .add(guarded(subnet("exit", "vpc", "a", "exit-routes"), "exit-list"))
        .add(open("private-list"))
        .add(open("exit-list"))
        .add(group("app-sg"))
        .add(host(APP, "private", "10.0.2.4/32", "app-sg"))
        .add(translator());
  }

  private static Interface translator() {
    return Interface.translator(
        NAT,
        Ref.of("exit"),
        AddressSet.of("10.0.0.4/32"),
        PublicAddress.fixed(Address.of("198.51.100.7")));
  }

  /// An application that calls a web server elsewhere by an address of its own.
  private static Network.Builder direct() {
    return elsewhere()
        .add(realm("vpc", "10.0.0.0/16", "main"))
        .add(table("main"))
        .add(table("own-routes", route("0.0.0.0/0", igw())))
        .add(guarded(subnet("own", "vpc", "a", "own-routes"), "own-list"))
        .add(open("own-list"))
        .add(group("app-sg"))
        .add(
            host(APP, "own", "10.0.2.4/32", "app-sg")
                .withPublicAddress(PublicAddress.fixed(Address.of("198.51.100.7"))));
  }

  private static Network.Builder elsewhere() {
    return Network.builder()
        .add(realm("other", "10.1.0.0/16", "other-main"))
        .add(table("other-main"))
        .add(table("web-routes", route("0.0.0.0/0", igw())))
        .add(guarded(subnet("web-subnet", "other", "a", "web-routes"), "web-list"))
        .add(open("web-list"))
        .add(group("web-sg", rule("https", HTTPS, Peer.of("198.51.100.7/32"))))
        .add(web(PublicAddress.fixed(Address.of("198.51.100.80"))));
  }

  private static Interface web(PublicAddress address) {
    return host(WEB, "web-subnet", "10.1.1.4/32", "web-sg").withPublicAddress(address);
  }

  private static Way way(Network.Builder builder) {
    List<Way> ways =
        Reachability.of(builder.build()).sessions(Origin.of(APP), WEB, HTTPS).ways().stream()
            .filter(way -> way.kind() == Way.Kind.OUTSIDE)
            .toList();
    assertEquals(1, ways.size());
    return ways.getFirst();
  }

  /// What refuses every session on the way out.
  private static Set<Blocker> blockers(Network.Builder builder) {
    Way way = way(builder);
    assertTrue(way.admitted().isEmpty() && way.undecided().isEmpty(), way::toString);
    Set<Blocker> blockers = new LinkedHashSet<>();
    way.refused().forEach(cell -> blockers.addAll(cell.blockers()));
    return blockers;
  }

  @Test
  void throughATranslatorPacketsPassThreeSubnetsThereAndBack() {
    Way way = way(translated());
    assertEquals(Optional.of(AddressSet.of("198.51.100.7/32")), way.seenAs());
    assertEquals(AddressSet.of("198.51.100.80/32"), way.destinations());
    assertEquals(
        List.of(
            new Hop.ByGroup(End.SOURCE, List.of(Ref.of("app-sg out"))),
            routed(Leg.FORWARD, "private", "private-routes", "0.0.0.0/0", NAT_HOP),
            passes(Leg.FORWARD, Border.OUTBOUND, "private"),
            passes(Leg.FORWARD, Border.INBOUND, "exit"),
            new Hop.Translated(NAT, AddressSet.of("198.51.100.7/32")),
            passes(Leg.FORWARD, Border.OUTBOUND, "exit"),
            routed(Leg.FORWARD, "exit", "exit-routes", "0.0.0.0/0", igw()),
            new Hop.Named(End.DESTINATION),
            passes(Leg.FORWARD, Border.INBOUND, "web-subnet"),
            new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("https"))),
            passes(Leg.RETURN, Border.OUTBOUND, "web-subnet"),
            routed(Leg.RETURN, "web-subnet", "web-routes", "0.0.0.0/0", igw()),
            passes(Leg.RETURN, Border.INBOUND, "exit"),
            passes(Leg.RETURN, Border.OUTBOUND, "exit"),
            local(Leg.RETURN, "exit", "exit-routes"),
            passes(Leg.RETURN, Border.INBOUND, "private")),
        way.admitted().getFirst().hops());
  }

  @Test
  void aTranslatorInTheSubnetOfTheSourceIsMetWithoutLeavingIt() {
    Network.Builder builder =
        translated()
            .add(host(APP, "exit", "10.0.2.4/32", "app-sg"))
            .add(
                table(
                    "exit-routes", route("198.51.100.80/32", NAT_HOP), route("0.0.0.0/0", igw())));
    // The translator's own packets take the same route, back to itself.
    Set<Blocker> blockers = new LinkedHashSet<>();
    Answer answer = Reachability.of(builder.build()).sessions(Origin.of(APP), WEB, HTTPS);
    answer.ways().stream()
        .filter(way -> way.kind() == Way.Kind.OUTSIDE && way.seenAs().isPresent())
        .filter(way -> way.seenAs().get().equals(AddressSet.of("198.51.100.7/32")))
        .forEach(way -> way.refused().forEach(cell -> blockers.addAll(cell.blockers())));
    assertEquals(
        Set.of(
            new Blocker.WrongRoute(
                Leg.FORWARD,
                Ref.of("exit"),
                Ref.of("exit-routes"),
                Optional.of(Ref.of("to 198.51.100.80/32")),
                NAT_HOP)),
        blockers);
  }

  private static Shut guardedTranslator(Border border, Group group) {
    return new Shut(
        "translator " + border,
        builder -> builder.add(group).add(translator().withGroups(group.ref())),
        new Blocker.TranslatorRefuses(NAT, border, List.of(group.ref())));
  }

  static Stream<Shut> onTheWayThroughATranslator() {
    return Stream.of(
        ungrouped("app-sg", End.SOURCE),
        lost(
            Leg.FORWARD, "private", "private-routes", "198.51.100.80", route("0.0.0.0/0", NAT_HOP)),
        denied(Leg.FORWARD, Border.OUTBOUND, "private", "198.51.100.80"),
        denied(Leg.FORWARD, Border.INBOUND, "exit", "10.0.2.4"),
        guardedTranslator(Border.INBOUND, group("nat-sg")),
        guardedTranslator(
            Border.OUTBOUND,
            new Group(
                Ref.of("nat-sg"),
                List.of(rule("in", Traffic.ANY, Peer.of("10.0.2.4/32"))),
                List.of())),
        new Shut(
            "translator without a public address",
            builder -> builder.add(translator().withPublicAddress(PublicAddress.NONE)),
            new Blocker.TranslatorNotPublic(NAT)),
        denied(Leg.FORWARD, Border.OUTBOUND, "exit", "198.51.100.80"),
        lost(Leg.FORWARD, "exit", "exit-routes", "198.51.100.80", route("0.0.0.0/0", igw())),
        denied(Leg.FORWARD, Border.INBOUND, "web-subnet", "198.51.100.7"),
        ungrouped("web-sg", End.DESTINATION),
        denied(Leg.RETURN, Border.OUTBOUND, "web-subnet", "198.51.100.7"),
        lost(Leg.RETURN, "web-subnet", "web-routes", "198.51.100.7", route("0.0.0.0/0", igw())),
        denied(Leg.RETURN, Border.INBOUND, "exit", "198.51.100.80"),
        denied(Leg.RETURN, Border.OUTBOUND, "exit", "10.0.2.4"),
        lost(Leg.RETURN, "exit", "exit-routes", "10.0.2.4", route("0.0.0.0/0", igw())),
        denied(Leg.RETURN, Border.INBOUND, "private", "198.51.100.80"));
  }

  @ParameterizedTest
  @MethodSource
  void onTheWayThroughATranslator(Shut shut) {
    Network.Builder builder = shut.change().apply(translated());
    Set<Blocker> blockers = blockers(builder);
    // Where the translator's name is not known, the web server does not know whom to admit.
    blockers.removeIf(
        one ->
            shut.blocker() instanceof Blocker.TranslatorNotPublic && one instanceof Blocker.NoRule);
    assertEquals(Set.of(shut.blocker()), blockers);
  }

  @Test
  void aTranslatorInAnotherRealmIsOutOfReach() {
    Network.Builder builder =
        translated().add(guarded(subnet("exit", "other", "a", "exit-routes"), "exit-list"));
    assertTrue(blockers(builder).contains(new Blocker.TranslatorInOtherRealm(NAT)));
  }

  @Test
  void directlyPacketsPassTheTwoSubnets() {
    Way way = way(direct());
    assertEquals(Optional.of(AddressSet.of("198.51.100.7/32")), way.seenAs());
    assertEquals(
        List.of(
            new Hop.ByGroup(End.SOURCE, List.of(Ref.of("app-sg out"))),
            passes(Leg.FORWARD, Border.OUTBOUND, "own"),
            routed(Leg.FORWARD, "own", "own-routes", "0.0.0.0/0", igw()),
            new Hop.Named(End.SOURCE),
            new Hop.Named(End.DESTINATION),
            passes(Leg.FORWARD, Border.INBOUND, "web-subnet"),
            new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("https"))),
            passes(Leg.RETURN, Border.OUTBOUND, "web-subnet"),
            routed(Leg.RETURN, "web-subnet", "web-routes", "0.0.0.0/0", igw()),
            passes(Leg.RETURN, Border.INBOUND, "own")),
        way.admitted().getFirst().hops());
  }

  static Stream<Shut> onTheDirectWay() {
    return Stream.of(
        ungrouped("app-sg", End.SOURCE),
        denied(Leg.FORWARD, Border.OUTBOUND, "own", "198.51.100.80"),
        lost(Leg.FORWARD, "own", "own-routes", "198.51.100.80", route("0.0.0.0/0", igw())),
        denied(Leg.FORWARD, Border.INBOUND, "web-subnet", "198.51.100.7"),
        ungrouped("web-sg", End.DESTINATION),
        denied(Leg.RETURN, Border.OUTBOUND, "web-subnet", "198.51.100.7"),
        lost(Leg.RETURN, "web-subnet", "web-routes", "198.51.100.7", route("0.0.0.0/0", igw())),
        denied(Leg.RETURN, Border.INBOUND, "own", "198.51.100.80"));
  }

  @ParameterizedTest
  @MethodSource
  void onTheDirectWay(Shut shut) {
    assertEquals(Set.of(shut.blocker()), blockers(shut.change().apply(direct())));
  }

  @Test
  void whoHasNoPublicAddressIsNotCalledOverTheInternet() {
    Network network = translated().add(web(PublicAddress.NONE)).build();
    assertEquals(
        Set.of(Way.Kind.PEERED),
        Set.copyOf(
            Reachability.of(network).sessions(Origin.of(APP), WEB, HTTPS).ways().stream()
                .map(Way::kind)
                .toList()));
  }

  /// The same with IPv6, where nothing translates.
  private static Network.Builder direct6(NextHop out) {
    return direct()
        .add(table("own-routes", route("::/0", out)))
        .add(table("web-routes", route("::/0", igw())))
        .add(group("web-sg", rule("https", HTTPS, Peer.of("2001:db8:a::4/128"))))
        .add(
            host(APP, "own", "10.0.2.4/32", "app-sg")
                .withAddresses(AddressSet.of("2001:db8:a::4/128")))
        .add(
            host(WEB, "web-subnet", "10.1.1.4/32", "web-sg")
                .withAddresses(AddressSet.of("2001:db8:b::4/128")));
  }

  @Test
  void ipv6LeavesThroughEitherGatewayAndComesInThroughOne() {
    NextHop egressOnly = new NextHop.EgressOnlyGateway(Ref.of("eigw"));
    for (NextHop out : List.of(igw(), egressOnly)) {
      Way way = way(direct6(out));
      assertEquals(Optional.of(AddressSet.of("2001:db8:a::4/128")), way.seenAs());
      assertEquals(
          List.of(
              new Hop.ByGroup(End.SOURCE, List.of(Ref.of("app-sg out"))),
              passes(Leg.FORWARD, Border.OUTBOUND, "own"),
              routed(Leg.FORWARD, "own", "own-routes", "::/0", out),
              new Hop.Named(End.DESTINATION),
              passes(Leg.FORWARD, Border.INBOUND, "web-subnet"),
              new Hop.ByGroup(End.DESTINATION, List.of(Ref.of("https"))),
              passes(Leg.RETURN, Border.OUTBOUND, "web-subnet"),
              routed(Leg.RETURN, "web-subnet", "web-routes", "::/0", igw()),
              passes(Leg.RETURN, Border.INBOUND, "own")),
          way.admitted().getFirst().hops());
    }
    assertEquals(
        Set.of(
            new Blocker.WrongRoute(
                Leg.RETURN,
                Ref.of("web-subnet"),
                Ref.of("web-routes"),
                Optional.of(Ref.of("to ::/0")),
                egressOnly)),
        blockers(direct6(igw()).add(table("web-routes", route("::/0", egressOnly)))));
  }

  @Test
  void gatewaysLetNoIpv6PassWhereAwsShieldsAnEnd() {
    Network open = direct6(igw()).build();
    assertEquals(
        Set.of(new Blocker.Shielded(End.SOURCE)),
        blockers(open.toBuilder().add(open.interfaceOf(APP).withShield(true))));
    Network shielded = open.toBuilder().add(open.interfaceOf(WEB).withShield(true)).build();
    assertEquals(
        Verdict.REFUTED, Reachability.of(shielded).sessions(Origin.of(APP), WEB, HTTPS).verdict());
    assertTrue(
        Reachability.of(shielded)
            .sessions(Origin.INTERNET, WEB, HTTPS)
            .blockers()
            .contains(new Blocker.Shielded(End.DESTINATION)));
  }

  @Test
  void ipv6InsideOneRealmStaysInside() {
    Network.Builder builder =
        direct6(igw())
            .add(guarded(subnet("web-subnet", "vpc", "a", "web-routes"), "web-list"))
            .add(
                new Realm(
                    Ref.of("vpc"),
                    List.of(Cidr.of("10.0.0.0/16"), Cidr.of("2001:db8::/32")),
                    Ref.of("main"),
                    Optional.empty()));
    Answer answer = Reachability.of(builder.build()).sessions(Origin.of(APP), WEB, HTTPS);
    assertEquals(List.of(Way.Kind.INSIDE), answer.ways().stream().map(Way::kind).toList());
    assertEquals(Verdict.PROVEN, answer.verdict());
  }
}

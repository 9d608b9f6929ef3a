package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.bearersOf;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.guarded;
import static dev.drawbridge.network.Sample.host;
import static dev.drawbridge.network.Sample.route;
import static dev.drawbridge.network.Sample.rule;
import static dev.drawbridge.network.Sample.subnet;
import static dev.drawbridge.network.Sample.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Interfaces are one of many only as long as nothing in the network tells them apart.
class LikenessTest {
  private static final Ref ONE = Ref.of("one");
  private static final Ref TWO = Ref.of("two");
  private static final Ref THREE = Ref.of("three");

  /// Three web servers at fixed addresses.
  private static Network.Builder tier() {
    return Sample.twoTiers()
        .add(group("apps", rule("in", Traffic.tcp(80), bearersOf("web-sg"))))
        .add(host(ONE, "private", "10.0.2.4/32", "apps"))
        .add(host(TWO, "private", "10.0.2.5/32", "apps"))
        .add(host(THREE, "private", "10.0.2.6/32", "apps"));
  }

  private static List<Ref> alike(Network.Builder builder) {
    return Reachability.of(builder.build()).alike(TWO);
  }

  @Test
  void aTierAtNeighbouringAddressesIsAlike() {
    assertEquals(List.of(ONE, TWO, THREE), alike(tier()));
  }

  @Test
  void aRouteTellsAnAddressApart() {
    assertEquals(
        List.of(TWO),
        alike(tier().add(table("main", route("10.0.2.5/32", new NextHop.Blackhole())))));
    assertEquals(
        List.of(ONE, TWO),
        alike(tier().add(table("main", route("10.0.2.6/31", new NextHop.Blackhole())))));
  }

  @Test
  void aRuleOfAGroupTellsAnAddressApart() {
    assertEquals(
        List.of(TWO, THREE),
        alike(tier().add(group("other", rule("x", Traffic.tcp(1), Peer.of("10.0.2.4/32"))))));
    Group out =
        new Group(
            Ref.of("other"), List.of(), List.of(rule("x", Traffic.tcp(1), Peer.of("10.0.2.4/32"))));
    assertEquals(List.of(TWO, THREE), alike(tier().add(out)));
  }

  @Test
  void anEntryOfAnAccessListTellsAnAddressApart() {
    AccessList.Entry entry =
        AccessList.Entry.deny(Ref.of("x"), 90, Traffic.ANY, AddressSet.of("10.0.2.4/32"));
    Network.Builder builder =
        tier().add(guarded(subnet("public", "vpc", "a", "public-routes"), "list"));
    AccessList in = new AccessList(Ref.of("list"), List.of(entry), List.of());
    assertEquals(List.of(TWO, THREE), alike(builder.add(in)));
    AccessList out = new AccessList(Ref.of("list"), List.of(), List.of(entry));
    assertEquals(List.of(TWO, THREE), alike(builder.add(out)));
  }

  @Test
  void theFarEndOfATunnelTellsAnAddressApart() {
    Tunnel tunnel = new Tunnel(Ref.of("t"), Ref.of("vpc"), AddressSet.of("10.0.2.6/32"));
    assertEquals(List.of(ONE, TWO), alike(tier().add(tunnel)));
  }

  @Test
  void groupsSubnetsAndPublicAddressesTellApart() {
    assertEquals(
        List.of(ONE, TWO),
        alike(tier().add(host(THREE, "private", "10.0.2.6/32", "apps", "web-sg"))));
    assertEquals(
        List.of(ONE, TWO), alike(tier().add(host(THREE, "public", "10.0.2.6/32", "apps"))));
    Interface known =
        host(THREE, "private", "10.0.2.6/32", "apps").withPublicAddress(Sample.anyPublic());
    assertEquals(List.of(ONE, TWO), alike(tier().add(known)));
    assertEquals(
        List.of(ONE, TWO),
        alike(tier().add(host(THREE, "private", "10.0.2.0/24", "apps"))),
        "a set of addresses stands only for itself");
  }
}

package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.WEB;
import static dev.drawbridge.network.Sample.group;
import static dev.drawbridge.network.Sample.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An answer keeps its protocols and ports apart.
class AnswerTest {
  private static final AddressSet OFFICE = AddressSet.of("198.51.100.0/24");
  private static final AddressSet WORLD = AddressSet.INTERNET.only(Family.IPV4);

  /// A web server with three ports open, each to others.
  private static Reachability web() {
    return Reachability.of(
        Sample.twoTiers()
            .internet(AddressSet.INTERNET.union(OFFICE))
            .add(
                group(
                    "web-sg",
                    rule("https", Traffic.tcp(443), Peer.of("0.0.0.0/0")),
                    rule("ssh", Traffic.tcp(22), Peer.of("198.51.100.0/24")),
                    rule("dns", Traffic.udp(53, 53), Peer.of("0.0.0.0/0"))))
            .build());
  }

  @Test
  void sourcesAndPortsAreThoseOfTheProtocol() {
    Answer answer = web().exposure(WEB);
    assertEquals(PortSet.ofAll(List.of(22, 443)), answer.ports(Protocol.TCP));
    assertEquals(PortSet.of(53), answer.ports(Protocol.UDP));
    assertEquals(OFFICE, answer.sources(Protocol.TCP, 22));
    assertEquals(WORLD.union(OFFICE), answer.sources(Protocol.TCP, 443));
    assertEquals(AddressSet.EMPTY, answer.sources(Protocol.TCP, 53));
    assertEquals(AddressSet.EMPTY, answer.sources(Protocol.UDP, 443));
    assertEquals(Set.of(Protocol.TCP, Protocol.UDP), answer.protocols());
  }

  @Test
  void theVerdictTellsAllFromSomeFromNone() {
    Reachability web = web();
    assertEquals(Verdict.REFUTED, verdict(web, Traffic.tcp(80)));
    assertEquals(Verdict.PARTIAL, verdict(web, Traffic.tcp(22)), "some clients");
    assertEquals(Verdict.PARTIAL, verdict(web, Traffic.tcp(443, 444)), "some ports");
    assertEquals(Verdict.PROVEN, verdict(web, Traffic.udp(53, 53)));
    assertEquals(Verdict.PARTIAL, web.exposure(WEB).verdict(), "some protocols");
  }

  private static Verdict verdict(Reachability web, Traffic asked) {
    return web.sessions(Origin.INTERNET, WEB, asked).verdict();
  }
}

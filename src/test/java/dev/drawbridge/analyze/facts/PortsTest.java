package dev.drawbridge.analyze.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
  @Test
  void fromOnePortToAnother() {
    assertEquals(PortSet.of(0, 0), Ports.ports(Protocol.TCP, 0, 0));
    assertEquals(PortSet.of(80, 80), Ports.ports(Protocol.TCP, 80, 80));
    assertEquals(PortSet.of(0, 65535), Ports.ports(Protocol.UDP, 0, 65535));
    assertEquals(PortSet.of(80, 443), Ports.ports(Protocol.UDP, 80, 443));
  }

  @Test
  void minusOneAtBothEndsIsEveryPort() {
    assertEquals(PortSet.ALL, Ports.ports(Protocol.TCP, -1, -1));
  }

  @ParameterizedTest
  @CsvSource({"-1, 80", "-2, -2", "0, -1", "81, 80", "0, 65536", "65536, 65536"})
  void whatIsNoRangeAdmitsNothing(long from, long to) {
    assertEquals(PortSet.EMPTY, Ports.ports(Protocol.TCP, from, to));
  }

  @Test
  void icmpHasTypesAndCodes() {
    for (Protocol icmp : new Protocol[] {Protocol.ICMP, Protocol.ICMPV6}) {
      assertEquals(Protocol.icmp(8, 0), Ports.ports(icmp, 8, 0));
      assertEquals(Protocol.icmp(8, -1), Ports.ports(icmp, 8, -1));
      assertEquals(Protocol.icmp(-1, -1), Ports.ports(icmp, -1, -1));
      assertEquals(Protocol.icmp(255, 255), Ports.ports(icmp, 255, 255));
      assertEquals(Protocol.icmp(0, 0), Ports.ports(icmp, 0, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"-2, 0", "256, 0", "0, -2", "0, 256"})
  void noSuchIcmpMessageAdmitsNothing(long type, long code) {
    assertEquals(PortSet.EMPTY, Ports.ports(Protocol.ICMP, type, code));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "all, -1",
    "ALL, -1",
    "tcp, 6",
    "TCP, 6",
    "udp, 17",
    "icmp, 1",
    "icmpv6, 58",
    "6, 6",
    "0, 0",
    "255, 255"
  })
  void protocolsByNameOrNumber(String written, int number) {
    Protocol expected = number == -1 ? Protocol.ANY : new Protocol(number);
    assertEquals(Optional.of(expected), Ports.protocol(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"256", "1000", "-2", "sctp", ""})
  void noSuchProtocol(String written) {
    assertEquals(Optional.empty(), Ports.protocol(written));
  }
}

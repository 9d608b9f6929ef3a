package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CidrTest {

  @Test
  void aBlockIsReadAndWrittenAsPeopleDo() {
    for (String text :
        List.of(
            "0.0.0.0/0",
            "10.0.0.0/23",
            "255.255.255.255/32",
            "::/0",
            "2001:db8::/32",
            "2001:db8:0:1::/64",
            "::1/128",
            "fe80:0:0:1::/64",
            "1:2:3:4:5:6:7:8/128")) {
      assertEquals(text, Cidr.of(text).toString());
    }
    assertEquals("2001:db8::/32", Cidr.of("2001:0DB8:0:0:0:0:0:0/32").toString());
    assertEquals(Cidr.of("::ffff:a00:1/128"), Cidr.of("::ffff:10.0.0.1/128"));
  }

  @Test
  void whatIsWrongWithATextIsToldApart() {
    assertEquals(problem("10.0.0.0"), CidrReading.Problem.NO_LENGTH);
    for (String bad :
        List.of(
            "",
            "10.0.0",
            "10.0.0.0.0",
            "10.0.0.256",
            "010.0.0.0",
            "10..0.0",
            "10.0.0.1x",
            "a.b.c.d",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "12345::",
            ":1:2:3:4:5:6:7",
            "1:2",
            "::1%eth0",
            "::10.0.0.300",
            "10.0.0.1::",
            "1:2:3:4:5:6:7:8::",
            "g::",
            " 10.0.0.0",
            "１.0.0.0")) {
      assertEquals(CidrReading.Problem.BAD_ADDRESS, problem(bad + "/8"), bad);
    }
    for (String bad : List.of("", "x", "-1", "+8", "08", "8 ", "8/8")) {
      assertEquals(CidrReading.Problem.BAD_LENGTH, problem("10.0.0.0/" + bad), bad);
    }
    for (String bad : List.of("10.0.0.0/33", "::/129", "10.0.0.0/4294967296", "0.0.0.0/999")) {
      assertEquals(CidrReading.Problem.LENGTH_OUT_OF_RANGE, problem(bad), bad);
    }
    assertThrows(IllegalArgumentException.class, () -> Cidr.of("10.0.0.0"));
    assertThrows(IllegalArgumentException.class, () -> Cidr.of("10.0.0.1/8"));
  }

  private static CidrReading.Problem problem(String text) {
    return assertInstanceOf(CidrReading.Malformed.class, Cidr.read(text), text).problem();
  }

  @Test
  void setHostBitsAreFoundAndTheBlockIsOffered() {
    assertEquals(
        new CidrReading.HostBitsSet(Address.of("10.0.1.5"), Cidr.of("10.0.0.0/23")),
        Cidr.read("10.0.1.5/23"));
    assertEquals(Optional.empty(), Cidr.read("10.0.1.5/23").exact());
    assertEquals(
        new CidrReading.HostBitsSet(Address.of("2001:db8::1"), Cidr.of("2001:db8::/64")),
        Cidr.read("2001:db8::1/64"));
    assertEquals(Optional.of(Cidr.of("10.0.1.5/32")), Cidr.read("10.0.1.5/32").exact());
  }

  @Test
  void aBlockKnowsItsEnds() {
    assertEquals(Address.of("10.0.1.255"), Cidr.of("10.0.0.0/23").last());
    assertEquals(9, Cidr.of("10.0.0.0/23").hostBits());
    assertEquals(
        Address.of("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), Cidr.of("2001:db8::/32").last());
    assertEquals(Address.of("2001:db8::ffff"), Cidr.of("2001:db8::/112").last());
    assertEquals(Address.of("255.255.255.255"), Cidr.of("0.0.0.0/0").last());
    assertTrue(Cidr.of("10.0.0.0/8").contains(Cidr.of("10.255.255.0/24")));
    assertFalse(Cidr.of("10.255.255.0/24").contains(Cidr.of("10.0.0.0/8")));
    assertTrue(Cidr.of("10.255.255.0/24").overlaps(Cidr.of("10.0.0.0/8")));
    assertFalse(Cidr.of("10.0.0.0/9").overlaps(Cidr.of("10.128.0.0/9")));
    assertFalse(Cidr.of("0.0.0.0/0").contains(Address.of("::")));
  }

  @Test
  void addressesAreSpelledAsTheJdkReadsThem() throws UnknownHostException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < Rounds.of(5000); i++) {
      long high = random.nextLong() & mask(random) & mask(random);
      long low = random.nextLong() & mask(random) & mask(random);
      Address v6 = Address.ipv6(high, low);
      assertEquals(Optional.of(v6), Address.read(v6.toString()));
      byte[] bytes = InetAddress.getByName(v6.toString()).getAddress();
      if (bytes.length == 16) {
        assertEquals(high, bits(bytes, 0), v6.toString());
        assertEquals(low, bits(bytes, 8), v6.toString());
      }
      Address v4 = Address.ipv4(low & 0xffffffffL);
      assertEquals(Optional.of(v4), Address.read(v4.toString()));
      assertEquals(InetAddress.getByName(v4.toString()).getHostAddress(), v4.toString());
    }
  }

  /// Leaves a few 16-bit groups at zero.
  private static long mask(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0xffff0000ffff0000L;
      case 1 -> 0x00000000ffffffffL;
      case 2 -> 0xffff00000000ffffL;
      case 3 -> 0;
      default -> -1L;
    };
  }

  private static long bits(byte[] bytes, int from) {
    long bits = 0;
    for (int i = from; i < from + 8; i++) {
      bits = bits << 8 | bytes[i] & 0xff;
    }
    return bits;
  }
}

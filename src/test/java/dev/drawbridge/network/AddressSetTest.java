package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AddressSetTest {

  /// Bits 0-255 stand for the last IPv4 addresses, 256-511 for the first IPv6 addresses, so that
  /// the border between the families is among them.
  private static Address address(int bit) {
    return bit < 256 ? Address.ipv4(0xffffff00L + bit) : Address.ipv6(0, bit - 256);
  }

  private static AddressSet set(BitSet bits) {
    List<AddressSet> singles = new ArrayList<>();
    bits.stream().forEach(bit -> singles.add(AddressSet.of(address(bit))));
    return AddressSet.union(singles);
  }

  private static BitSet random(SplittableRandom random) {
    BitSet bits = new BitSet();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(512);
      bits.flip(from, Math.min(512, from + 1 + random.nextInt(100)));
    }
    return bits;
  }

  @Test
  void setsComputeAsSetsOfBitsDo() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < Rounds.of(1500); i++) {
      BitSet one = random(random);
      BitSet other = random(random);
      AddressSet a = set(one);
      AddressSet b = set(other);
      BitSet both = (BitSet) one.clone();
      both.or(other);
      assertEquals(set(both), a.union(b));
      assertEquals(set(both).hashCode(), a.union(b).hashCode());
      BitSet common = (BitSet) one.clone();
      common.and(other);
      assertEquals(set(common), a.intersect(b));
      assertEquals(!common.isEmpty(), a.overlaps(b));
      BitSet left = (BitSet) one.clone();
      left.andNot(other);
      assertEquals(set(left), a.minus(b));
      assertEquals(left.isEmpty(), b.containsAll(a));
      assertEquals(one.cardinality(), a.only(Family.IPV4).size() + a.only(Family.IPV6).size());
      for (int bit = 0; bit < 512; bit += 7) {
        assertEquals(one.get(bit), a.contains(address(bit)));
      }
    }
  }

  @Test
  void blocksMakeUpTheSetAndAreAsFewAsCanBe() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < Rounds.of(500); i++) {
      AddressSet set = set(random(random));
      List<Cidr> blocks = set.cidrs();
      assertEquals(set, AddressSet.ofCidrs(blocks));
      for (int j = 1; j < blocks.size(); j++) {
        Cidr before = blocks.get(j - 1);
        Cidr block = blocks.get(j);
        boolean halves =
            before.length() == block.length()
                && before.family() == block.family()
                && block.length() > 0
                && Cidr.around(block.first(), block.length() - 1).contains(before);
        assertFalse(halves, before + " and " + block);
      }
    }
    assertEquals(List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0")), AddressSet.EVERYTHING.cidrs());
    assertEquals("10.0.0.0/23", AddressSet.of("10.0.0.0/24", "10.0.1.0/24").toString());
    assertEquals(
        "10.0.0.1-10.0.0.254",
        AddressSet.of(new AddressRange(Address.of("10.0.0.1"), Address.of("10.0.0.254")))
            .toString());
  }

  @Test
  void theInternetIsWhatIsNeitherPrivateNorSpecial() {
    for (String inside : List.of("8.8.8.8", "203.0.113.7", "172.32.0.0", "2600::1", "1.0.0.0")) {
      assertTrue(AddressSet.INTERNET.contains(Address.of(inside)), inside);
    }
    for (String outside :
        List.of(
            "10.1.2.3",
            "172.31.255.255",
            "192.168.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "0.1.2.3",
            "fd00::1",
            "fe80::1",
            "::1")) {
      assertFalse(AddressSet.INTERNET.contains(Address.of(outside)), outside);
    }
  }

  @Test
  void twoHalvesAreAllOfIt() {
    AddressSet halves = AddressSet.of("0.0.0.0/1", "128.0.0.0/1");
    assertEquals(AddressSet.ALL_IPV4, halves);
    assertEquals(1, halves.shareOf(AddressSet.INTERNET.only(Family.IPV4)));
    assertEquals(0.5, AddressSet.of("0.0.0.0/1").shareOf(AddressSet.ALL_IPV4));
    assertEquals(0.25, AddressSet.of("4000::/2").shareOf(AddressSet.ALL_IPV6));
    assertEquals(0x1p32, AddressSet.ALL_IPV4.size());
    assertEquals(0x1p128, AddressSet.ALL_IPV6.size());
  }
}

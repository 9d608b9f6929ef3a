package dev.drawbridge.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortSetTest {

  private static PortSet set(BitSet bits) {
    PortSet set = PortSet.EMPTY;
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int end = bits.nextClearBit(from);
      set = set.union(PortSet.of(from, end - 1));
      from = bits.nextSetBit(end);
    }
    return set;
  }

  private static BitSet random(SplittableRandom random) {
    BitSet bits = new BitSet();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(4) == 0 ? 65500 + random.nextInt(36) : random.nextInt(100);
      bits.flip(from, Math.min(65536, from + 1 + random.nextInt(40)));
    }
    return bits;
  }

  @Test
  void setsComputeAsSetsOfBitsDo() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < Rounds.of(3000); i++) {
      BitSet one = random(random);
      BitSet other = random(random);
      PortSet a = set(one);
      PortSet b = set(other);
      assertEquals(one.cardinality(), a.size());
      BitSet both = (BitSet) one.clone();
      both.or(other);
      assertEquals(set(both), a.union(b));
      BitSet common = (BitSet) one.clone();
      common.and(other);
      assertEquals(set(common), a.intersect(b));
      assertEquals(!common.isEmpty(), a.overlaps(b));
      BitSet left = (BitSet) one.clone();
      left.andNot(other);
      assertEquals(set(left), a.minus(b));
      assertEquals(left.isEmpty(), b.containsAll(a));
      assertEquals(a, a.complement().complement());
      assertEquals(65536, a.size() + a.complement().size());
      for (int port : List.of(0, 1, 50, 99, 65500, 65534, 65535)) {
        assertEquals(one.get(port), a.contains(port));
      }
    }
  }

  @Test
  void portsReadAsPeopleWriteThem() {
    assertEquals("80, 443, 8000-8100", portsOfText().toString());
    assertEquals("0-65535", PortSet.ALL.toString());
    assertEquals("0", PortSet.of(0).toString());
    assertEquals(PortSet.ALL, PortSet.of(0, 79).union(PortSet.of(80, 65535)));
    assertEquals(PortSet.of(80, 82), PortSet.ofAll(List.of(82, 80, 81)));
    assertThrows(IllegalArgumentException.class, () -> PortSet.of(1, 65536));
    assertThrows(IllegalArgumentException.class, () -> PortSet.of(2, 1));
    assertThrows(IllegalStateException.class, PortSet.EMPTY::first);
  }

  private static PortSet portsOfText() {
    return PortSet.of(8000, 8100).union(PortSet.of(443)).union(PortSet.of(80));
  }

  @Test
  void icmpMessagesAreToldApartByTypeAndCode() {
    assertEquals(PortSet.of(8 * 256), Protocol.icmp(8, 0));
    assertEquals(PortSet.of(3 * 256, 3 * 256 + 255), Protocol.icmp(3, -1));
    assertEquals(PortSet.ALL, Protocol.icmp(-1, -1));
  }
}

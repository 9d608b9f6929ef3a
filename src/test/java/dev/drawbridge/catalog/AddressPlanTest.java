package dev.drawbridge.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressPlanTest {
  private static AddressBlock block(String text) {
    return AddressBlock.parse(text).orElseThrow();
  }

  private static Document design(String vpc, String first, String second) {
    List<Element> all = new ArrayList<>();
    for (Element element : SmallDesign.document().elements().values()) {
      String cidr =
          element.id().equals(SmallDesign.SUBNET_A)
              ? first
              : element.id().equals(SmallDesign.SUBNET_C) ? second : "";
      Element with =
          element.id().equals(SmallDesign.VPC)
              ? element.withProperties(Vpc.CIDR.set(element.properties(), vpc))
              : cidr.isEmpty()
                  ? element
                  : element.withProperties(Subnet.CIDR.set(element.properties(), cidr));
      all.add(with);
    }
    return Document.of(all, SmallDesign.document().settings(), dev.drawbridge.model.Fields.NONE);
  }

  private static AddressPlan plan(Document document, ElementId id) {
    return AddressPlan.around(document, document.node(id));
  }

  @Test
  void readsBlocksAndDropsWhatIsBehindThePrefix() {
    assertEquals("10.0.1.0/24", block("10.0.1.7/24").toString());
    assertEquals("10.0.1.255", block("10.0.1.0/24").lastText());
    assertEquals(Optional.empty(), AddressBlock.parse("10.0.1.256/24"));
    assertEquals(Optional.empty(), AddressBlock.parse("10.0.1.0/33"));
    assertEquals(Optional.empty(), AddressBlock.parse("10.0.1.0"));
    assertEquals(Optional.empty(), AddressBlock.parse("10.0.1.0.24"));
    assertEquals(Optional.empty(), AddressBlock.parse("10/0/1.0/24"));
  }

  @Test
  void awsKeepsFiveAddresses() {
    assertEquals(251, block("10.0.1.0/24").usable());
    assertEquals(11, block("10.0.1.0/28").usable());
    assertEquals(0, block("10.0.1.0/30").usable());
  }

  @Test
  void proposesTheFirstBlockOfASizeThatNobodyHas() {
    AddressPlan plan =
        plan(design("10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/24"), SmallDesign.SUBNET_A);
    assertEquals(SmallDesign.VPC, plan.holder() == null ? null : plan.holder().id());
    assertEquals(Optional.of(block("10.0.1.0/24")), plan.free(24));
    assertEquals(Optional.of(block("10.0.2.0/24")), plan.free(24, block("10.0.1.0/24")));
    assertEquals(Optional.of(block("10.0.2.0/23")), plan.free(23));
    assertEquals(Optional.of(block("10.0.128.0/17")), plan.free(17));
    assertEquals(Optional.empty(), plan.free(16));
    assertEquals(Optional.empty(), plan.free(8));
  }

  @Test
  void countsWhatIsLeftOnceEvenWhereBlocksOverlap() {
    AddressPlan plan =
        plan(design("10.0.0.0/24", "10.0.0.0/28", "10.0.0.0/25"), SmallDesign.SUBNET_A);
    assertEquals(128, plan.unused());
    AddressPlan both = AddressPlan.within(designOf(), SmallDesign.ZONE_A);
    assertEquals(128, both.unused());
  }

  private static Document designOf() {
    return design("10.0.0.0/24", "10.0.0.0/28", "10.0.0.0/25");
  }

  @Test
  void tellsWhoHasTheSameAddressesAndWhatLiesOutside() {
    AddressPlan plan =
        plan(design("10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/24"), SmallDesign.SUBNET_A);
    assertEquals(
        List.of(SmallDesign.SUBNET_C),
        plan.overlapping(block("10.0.0.128/25")).stream().map(one -> one.node().id()).toList());
    assertEquals(List.of(), plan.overlapping(block("10.0.1.0/24")));
    assertTrue(plan.holds(block("10.0.255.0/24")));
    assertFalse(plan.holds(block("10.1.0.0/24")));
    assertFalse(plan.holds(block("10.0.0.0/15")));
  }

  @Test
  void whereNothingIsAroundThePrivateAddressesAreOffered() {
    AddressPlan plan = plan(design("10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/24"), SmallDesign.VPC);
    assertNull(plan.holder());
    assertEquals(List.of(), plan.taken());
    assertEquals(Optional.of(block("10.0.0.0/16")), plan.free(16));
    assertEquals(
        Optional.of(block("10.1.0.0/16")),
        AddressPlan.within(designOf(), SmallDesign.REGION).free(16));
    assertTrue(plan.holds(block("100.64.0.0/16")));
  }

  @Test
  void aPlaceWithoutAReadableBlockHasNothingToGive() {
    AddressPlan plan = plan(design("999.0.0.0/16", "10.0.1.0/24", "x"), SmallDesign.SUBNET_C);
    assertEquals(List.of(), plan.pools());
    assertEquals(Optional.empty(), plan.free(24));
  }

  /// Address by address, which shares nothing with the arithmetic.
  @Test
  void theFreeBlockIsTheFirstThatSharesNoAddress() {
    Random chance = new Random(3);
    for (int round = 0; round < 300; round++) {
      List<AddressPlan.Taken> taken = new ArrayList<>();
      boolean[] busy = new boolean[256];
      for (int i = 0; i < 6; i++) {
        int prefix = 26 + chance.nextInt(5);
        AddressBlock block =
            AddressBlock.at(block("10.0.0.0/24").first() + chance.nextInt(256), prefix);
        taken.add(new AddressPlan.Taken(SmallDesign.document().node(SmallDesign.SUBNET_A), block));
        for (long at = block.first(); at < block.end(); at++) {
          busy[(int) (at & 255)] = true;
        }
      }
      taken.sort(java.util.Comparator.comparingLong(one -> one.block().first()));
      AddressPlan plan = new AddressPlan(null, List.of(block("10.0.0.0/24")), taken);
      int prefix = 25 + chance.nextInt(5);
      int size = 1 << (32 - prefix);
      Optional<AddressBlock> expected = Optional.empty();
      for (int first = 0; first < 256 && expected.isEmpty(); first += size) {
        boolean free = true;
        for (int at = first; at < first + size; at++) {
          free &= !busy[at];
        }
        if (free) {
          expected = Optional.of(new AddressBlock(block("10.0.0.0/24").first() + first, prefix));
        }
      }
      assertEquals(expected, plan.free(prefix));
      int left = 0;
      for (boolean one : busy) {
        left += one ? 0 : 1;
      }
      assertEquals(left, plan.unused());
    }
  }
}

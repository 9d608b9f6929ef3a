package dev.drawbridge.analyze.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Address;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
  /// What `terraform console` says of cidrsubnet(prefix, bits, number).
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 8, 0, 10.0.0.0/24",
    "10.0.0.0/16, 8, 255, 10.0.255.0/24",
    "10.0.0.0/16, 0, 0, 10.0.0.0/16",
    "10.0.0.0/16, 16, 65535, 10.0.255.255/32",
    "10.0.0.7/16, 8, 3, 10.0.3.0/24",
    "0.0.0.0/0, 32, 2147483647, 127.255.255.255/32",
    "2001:db8::/56, 8, 1, 2001:db8:0:1::/64",
    "2001:db8::/56, 8, 255, 2001:db8:0:ff::/64",
    "2001:db8::/56, 12, 17, 2001:db8:0:1:1000::/68",
    "2001:db8::/56, 72, 5, 2001:db8::5/128",
    "2001:db8::/56, 40, 2147483647, 2001:db8::7fff:ffff:0:0/96",
    "2001:db8::/16, 100, 2147483647, 2001::7ff:ffff:f000/116",
    "2001:db8::/16, 61, 3, 2001:0:0:0:18::/77",
    "2001:db8::/16, 62, 3, 2001:0:0:0:c::/78",
    "2001:db8::/16, 63, 3, 2001:0:0:0:6::/79",
    "2001:db8::/16, 48, 1, 2001:0:0:1::/64",
    "2001:db8::/16, 49, 1, 2001:0:0:0:8000::/65"
  })
  void takesAPartOfABlockAsTerraformDoes(
      String prefix, BigDecimal bits, BigDecimal number, String part) {
    assertEquals(Optional.of(Cidr.of(part)), Blocks.part(prefix, bits, number));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 8, 256",
    "10.0.0.0/16, 17, 0",
    "10.0.0.0/16, 0, 1",
    "10.0.0.0/16, -1, 0",
    "10.0.0.0/16, 8, -1",
    "10.0.0.0/16, 1.5, 0",
    "10.0.0.0/16, 8, 0.5",
    "10.0.0.0/16, 8, 2147483648",
    "10.0.0.0/16, 4294967304, 0",
    "2001:db8::/56, 73, 0",
    "not a block, 8, 0"
  })
  void aPartThatIsNotThereIsNone(String prefix, BigDecimal bits, BigDecimal number) {
    assertEquals(Optional.empty(), Blocks.part(prefix, bits, number));
  }

  @Test
  void wholeNumbersMayBeWrittenWithZerosBehindThePoint() {
    assertEquals(
        Optional.of(Cidr.of("10.0.1.0/24")),
        Blocks.part("10.0.0.0/16", new BigDecimal("8.0"), new BigDecimal("1.00")));
  }

  @Test
  void awsKeepsTheFirstFourAddressesAndTheLast() {
    AddressSet given = Blocks.assignable(Cidr.of("10.0.0.0/28"));
    assertEquals(
        AddressSet.of("10.0.0.0/28")
            .minus(AddressSet.of("10.0.0.0/30"))
            .minus(AddressSet.of("10.0.0.15/32")),
        given);
    assertEquals(
        AddressSet.of("10.0.0.4/31").union(AddressSet.of("10.0.0.6/32")),
        Blocks.assignable(Cidr.of("10.0.0.0/29")));
  }

  @Test
  void aBlockTooSmallForThatIsTakenWhole() {
    assertEquals(AddressSet.of("10.0.0.0/30"), Blocks.assignable(Cidr.of("10.0.0.0/30")));
    assertEquals(AddressSet.of("10.0.0.1/32"), Blocks.assignable(Cidr.of("10.0.0.1/32")));
  }

  @Test
  void vpcsWithoutAKnownIpv6BlockDoNotShareOne() {
    Cidr one = Blocks.standingIn(new Address("aws_vpc", "one"));
    assertEquals(one, Blocks.standingIn(new Address("aws_vpc", "one")));
    assertNotEquals(one, Blocks.standingIn(new Address("aws_vpc", "two")));
    assertEquals(56, one.length());
    assertEquals(
        AddressSet.of(one),
        AddressSet.of(one).intersect(AddressSet.of("2001:db8:8000::/33")),
        "in the upper half of what is kept for examples");
  }
}

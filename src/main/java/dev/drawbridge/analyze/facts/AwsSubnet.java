package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.Optional;

/// A subnet.
///
/// @param cidr its IPv4 block as written
/// @param ipv6Cidr its IPv6 block as written; left out where it has none
/// @param zone its availability zone, by name or by id
public record AwsSubnet(
    Resource resource,
    Reading<Address> vpc,
    Reading<String> cidr,
    Reading<String> ipv6Cidr,
    Reading<String> zone) {
  public Address address() {
    return resource.address();
  }

  /// The address block; with host bits set, the one that is meant.
  public Optional<Cidr> block() {
    return Blocks.meant(cidr);
  }
}

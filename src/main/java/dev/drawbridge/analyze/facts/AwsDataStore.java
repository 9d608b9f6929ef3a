package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;

/// A database instance, an instance of a cluster, or a cache.
///
/// @param subnetGroup the subnet group it is placed in, its source's for a replica
/// @param publiclyAccessible whether it is to have a public address
/// @param ipv6 whether it bears an IPv6 address too, where its subnet has a block of them
/// @param source what it replicates; left out for a primary
/// @param port where it listens
public record AwsDataStore(
    Resource resource,
    Optional<Resource> subnetGroup,
    Reading<List<Reading<Address>>> subnets,
    Reading<List<Reading<Value.Reference>>> groups,
    Reading<Boolean> publiclyAccessible,
    Reading<Boolean> ipv6,
    Reading<Address> source,
    Reading<Long> port) {
  public Address address() {
    return resource.address();
  }

  public boolean isReplica() {
    return !source.isMissing();
  }
}

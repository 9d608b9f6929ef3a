package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;

/// An instance, an Auto Scaling group with what its template says of each of its instances, or an ECS
/// service with what it says of each of its tasks.
///
/// @param scaling whether it is an Auto Scaling group or an ECS service
/// @param subnets where its instances may stand
/// @param groups the security groups of each instance; left out means the VPC's default group
/// @param publicIp whether each instance gets a public address; left out means that its subnet
///     decides
/// @param ipv6 whether each instance asks for an IPv6 address; left out means that its subnet
///     decides
public record AwsHosts(
    Resource resource,
    boolean scaling,
    Reading<List<Reading<Address>>> subnets,
    Reading<List<Reading<Value.Reference>>> groups,
    Reading<Boolean> publicIp,
    Reading<Boolean> ipv6) {
  public Address address() {
    return resource.address();
  }
}

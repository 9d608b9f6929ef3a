package dev.drawbridge.analyze.facts;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;

/// Something that stands in subnets and is of no kind that is known: where it stands and what filters
/// guard it is read, and no more.
///
/// @param subnets where it may stand
/// @param groups its security groups; left out means the VPC's default group
/// @param publicIp whether it has a public address; left out means that its subnet decides
public record AwsOther(
    Resource resource,
    Reading<List<Reading<Address>>> subnets,
    Reading<List<Reading<Value.Reference>>> groups,
    Reading<Boolean> publicIp) {
  public Address address() {
    return resource.address();
  }
}

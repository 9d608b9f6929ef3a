package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Optional;

/// A resource that stands in the network, with one interface for each subnet that it may be in. The
/// instances of an Auto Scaling group in one subnet are alike, so one interface speaks for all of
/// them.
///
/// @param balancer what it is called as a load balancer, where it is one
public record Standing(Resource resource, List<Face> faces, Optional<Ref> balancer) {
  /// An interface and the subnet that it is in.
  ///
  /// @param subnet empty where it is not known
  public record Face(Ref ref, Optional<Address> subnet) {}

  public Standing {
    faces = List.copyOf(faces);
  }

  public Address address() {
    return resource.address();
  }
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;

/// The part of a VPC that lies in one availability zone. AWS has no such resource: the zone becomes an
/// argument of the subnets and databases in it.
public final class AvailabilityZone {
  /// The zone's letter; empty means the first that no zone before it in the VPC has.
  public static final Property<String> ZONE =
      Property.shaped("zone", "zone", "[a-z]?", "").suggesting("a", "b", "c", "d");

  public static final Kind KIND =
      Kind.named("aws.availability_zone")
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("az")
          .placedIn("aws.vpc")
          .properties(ZONE)
          .size(440, 560)
          .detail(ZONE::of)
          .fresh(FreshAddresses::ofZone)
          .build();

  private AvailabilityZone() {}
}

package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;

/// A frame around things that belong together for those who read the picture. It means nothing in AWS: it
/// may stand in anything, and holds what its surroundings may hold.
public final class Annotation {
  /// What is said of the things in it.
  public static final Property<String> NOTE = Property.text("note", "");

  public static final Kind KIND =
      Kind.named(Kind.GROUP)
          .in(Group.PLACES)
          .role(Role.CONTAINER)
          .icon("group")
          .placedIn(
              Kind.TOP,
              "aws.region",
              "aws.vpc",
              "aws.availability_zone",
              "aws.subnet",
              "aws.autoscaling_group",
              Kind.GROUP)
          .properties(NOTE)
          .size(320, 200)
          .detail(NOTE::of)
          .build();

  private Annotation() {}
}

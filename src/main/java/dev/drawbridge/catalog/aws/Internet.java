package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;

/// Everything outside, users and attackers alike. It becomes nothing in Terraform; arrows from it open ports.
public final class Internet {
  public static final Kind KIND =
      Kind.named("internet")
          .in(Group.PLACES)
          .icon("internet")
          .placedIn(Kind.TOP)
          .size(176, 72)
          .build();

  private Internet() {}
}

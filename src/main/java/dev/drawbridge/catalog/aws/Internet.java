package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// Everything outside, users and attackers alike. It becomes nothing in Terraform; arrows from it open ports.
public final class Internet {
  public static final Kind KIND =
      Kind.named("internet")
          .in(Group.PLACES)
          .icon("internet")
          .placedIn(Kind.TOP)
          .traits(Trait.SENDS)
          .listening((_, _) -> List.of(Port.tcp(443)))
          .zone(Zone.INTERNET)
          .size(176, 72)
          .build();

  private Internet() {}
}

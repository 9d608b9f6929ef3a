package dev.drawbridge.analyze.rules;

import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.SequencedMap;

/// Bastions, which are there to be logged in to and to log in from. So they may be open to a few on the
/// ports for that, and those ports may be open to them; what is open to many is no bastion any more.
public final class Bastions {
  /// As many addresses as an IPv4 block of /16 has, or an IPv6 block of /48.
  private static final double FEW = 0x1p16;

  private static final double FEW_OF_IPV6 = 0x1p80;

  private Bastions() {}

  /// Whether it is a bastion to which nobody on the internet comes but a few.
  public static boolean isGuarded(Subject subject, Component component) {
    if (!is(subject, component)) {
      return false;
    }
    AddressSet sources =
        AddressSet.union(
            subject.exposure(component).openings().stream()
                .map(opening -> opening.cell().sources())
                .toList());
    return sources.only(Family.IPV4).size() <= FEW
        && sources.only(Family.IPV6).size() <= FEW_OF_IPV6;
  }

  /// Whether it is drawn as one, or tagged as one where nobody drew it.
  public static boolean is(Subject subject, Component component) {
    return component.sort() == Component.Sort.HOSTS
        && (component.elements().stream()
                .flatMap(id -> subject.document().findNode(id).stream())
                .anyMatch(node -> node.kind().equals(Bastion.KIND.id()))
            || component.parts().stream().anyMatch(part -> isTagged(part.resource())));
  }

  static boolean isTagged(Resource host) {
    return host.get("tags") instanceof Value.Mapping(SequencedMap<String, Value> tags)
        && Value.of("bastion").equals(tags.get("Tier"));
  }
}

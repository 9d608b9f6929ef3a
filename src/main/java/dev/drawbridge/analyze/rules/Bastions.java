package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.aws.Bastion;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// Bastions, which are there to be logged in to and to log in from. So they may be open to a few on the
/// ports for that, and those ports may be open to them; what is open to many is no bastion any more.
public final class Bastions {
  /// As many addresses as an IPv4 block of /16 has, or an IPv6 block of /48.
  private static final double FEW = 0x1p16;

  private static final double FEW_OF_IPV6 = 0x1p80;

  /// What a bastion is for.
  public static final PortSet LOGIN = PortSet.ofAll(List.of(22, 3389));

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

  /// Whether it is drawn as one, or looks like one where nobody drew it.
  public static boolean is(Subject subject, Component component) {
    if (component.sort() != Component.Sort.HOSTS) {
      return false;
    }
    return component.elements().isEmpty()
        ? component.parts().stream().anyMatch(part -> looksLikeOne(part, subject.network()))
        : component.elements().stream()
            .flatMap(id -> subject.document().findNode(id).stream())
            .anyMatch(node -> node.kind().equals(Bastion.KIND.id()));
  }

  /// Whether it is tagged as one, or not tagged as anything else and there to be logged in to: an instance with one
  /// group that lets in nothing but that, from addresses outside.
  static boolean looksLikeOne(Standing standing, Network network) {
    Value tier = tier(standing.resource());
    if (Value.of("bastion").equals(tier)) {
      return true;
    }
    return standing.resource().type().equals("aws_instance")
        && !isOfWorkload(tier)
        && !standing.faces().isEmpty()
        && standing.faces().stream()
            .map(face -> network.groupsOf(network.interfaceOf(face.ref())))
            .allMatch(groups -> groups.size() == 1 && isForLogins(groups.getFirst()));
  }

  private static boolean isForLogins(Group group) {
    return group.ingress().stream().allMatch(rule -> isForLogins(rule.traffic(), rule.peer()))
        && group.ingress().stream()
            .anyMatch(rule -> rule.peer().addresses().overlaps(AddressSet.INTERNET));
  }

  private static boolean isForLogins(Traffic traffic, Peer peer) {
    return traffic.protocol().equals(Protocol.TCP)
        && LOGIN.containsAll(traffic.ports())
        && !(peer instanceof Peer.Members);
  }

  private static boolean isOfWorkload(Value tier) {
    return Catalog.kinds().stream()
        .flatMap(kind -> kind.workload().stream())
        .anyMatch(workload -> Value.of(workload.tier()).equals(tier));
  }

  private static Value tier(Resource host) {
    return host.get("tags") instanceof Value.Mapping(SequencedMap<String, Value> tags)
        ? Objects.requireNonNullElseGet(tags.get("Tier"), Value.Null::new)
        : new Value.Null();
  }
}

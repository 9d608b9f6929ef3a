package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Interface;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.Peering;
import dev.drawbridge.network.Realm;
import dev.drawbridge.network.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who might call a component from within its VPC or one that is peered with it: those whom its
/// security groups speak of. All others are refused without a question, so that rules need not ask
/// about every pair.
final class Callers {
  private static final AddressSet IPV4 = AddressSet.of("0.0.0.0/0");

  private final Network network;
  private final Map<Ref, Set<Component>> bearers = new HashMap<>();
  private final Map<Ref, Set<Component>> inhabitants = new HashMap<>();
  private final Map<Ref, List<Ref>> peers = new HashMap<>();

  Callers(Network network, List<Component> components) {
    this.network = network;
    for (Component component : components) {
      for (Standing.Face face : component.faces()) {
        Interface host = network.interfaceOf(face.ref());
        for (Ref group : host.groups()) {
          bearers.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(component);
        }
        inhabitants.computeIfAbsent(realm(host), _ -> new LinkedHashSet<>()).add(component);
      }
    }
    for (Peering peering : network.peerings().values()) {
      peers.computeIfAbsent(peering.one(), _ -> new ArrayList<>()).add(peering.other());
      peers.computeIfAbsent(peering.other(), _ -> new ArrayList<>()).add(peering.one());
    }
  }

  private Ref realm(Interface host) {
    return network.subnetOf(host).realm();
  }

  /// Those who might, in the order of the design within each sort of reason; the component itself
  /// too.
  Set<Component> of(Component target) {
    return of(target, true);
  }

  /// As [#of], without those whom only a rule for the whole of IPv4 speaks of.
  Set<Component> meant(Component target) {
    return of(target, false);
  }

  private Set<Component> of(Component target, boolean everybody) {
    Set<Component> found = new LinkedHashSet<>();
    for (Standing.Face face : target.faces()) {
      Interface host = network.interfaceOf(face.ref());
      List<Ref> near = new ArrayList<>(List.of(realm(host)));
      near.addAll(peers.getOrDefault(realm(host), List.of()));
      boolean anybody = host.groups().isEmpty() || !host.doubts().isEmpty();
      for (Group group : network.groupsOf(host)) {
        for (Group.Rule rule : group.ingress()) {
          switch (rule.peer()) {
            case Peer.Members(Ref members) -> found.addAll(bearers.getOrDefault(members, Set.of()));
            case Peer.Addresses(AddressSet set) ->
                anybody |= (everybody || !set.containsAll(IPV4)) && speaksOf(near, set);
            case Peer.Listed(Ref _, AddressSet set) -> anybody |= speaksOf(near, set);
          }
        }
      }
      if (anybody) {
        near.forEach(realm -> found.addAll(inhabitants.getOrDefault(realm, Set.of())));
      }
    }
    return found;
  }

  private boolean speaksOf(List<Ref> realms, AddressSet set) {
    for (Ref ref : realms) {
      Realm realm = network.realms().get(ref);
      if (realm != null) {
        for (Cidr block : realm.blocks()) {
          if (set.overlaps(AddressSet.of(block))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

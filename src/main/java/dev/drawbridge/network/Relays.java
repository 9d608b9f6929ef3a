package dev.drawbridge.network;

import dev.drawbridge.base.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that the balancers of a network pass on, found by either end.
final class Relays {

  private final Network network;
  private final Map<Ref, List<Relay>> byBalancer = new HashMap<>();
  private final Map<Ref, Map<Ref, List<Relay>>> byTarget = new HashMap<>();
  private final Map<Ref, List<Balancer>> balancersByTarget = new HashMap<>();

  Relays(Network network) {
    this.network = network;
    for (Balancer balancer : network.balancers().values()) {
      for (Ref target : targets(balancer)) {
        balancersByTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(balancer);
      }
    }
  }

  private Set<Ref> targets(Balancer balancer) {
    Set<Ref> targets = new LinkedHashSet<>();
    for (Balancer.Listener listener : balancer.listeners()) {
      for (Balancer.Forward forward : listener.forwards()) {
        targetGroup(forward.targetGroup()).targets().forEach(t -> targets.add(t.host()));
      }
    }
    return targets;
  }

  List<Relay> of(Ref balancer) {
    return byBalancer.computeIfAbsent(balancer, key -> find(balancerOf(key)));
  }

  List<Relay> to(Ref target) {
    List<Relay> found = new ArrayList<>();
    for (Balancer balancer : balancersByTarget.getOrDefault(target, List.of())) {
      found.addAll(byTarget(balancer.ref()).getOrDefault(target, List.of()));
    }
    return Collections.unmodifiableList(found);
  }

  private Map<Ref, List<Relay>> byTarget(Ref balancer) {
    return byTarget.computeIfAbsent(
        balancer, key -> of(key).stream().collect(Collectors.groupingBy(Relay::target)));
  }

  private List<Relay> find(Balancer balancer) {
    List<Relay> found = new ArrayList<>();
    for (Balancer.Listener listener : balancer.listeners()) {
      List<List<Selection>> selections = Selecting.of(listener);
      for (int i = 0; i < selections.size(); i++) {
        for (Selection selection : selections.get(i)) {
          addAll(found, balancer, listener, listener.rules().get(i), selection);
        }
      }
    }
    return found;
  }

  private void addAll(
      List<Relay> found,
      Balancer balancer,
      Balancer.Listener listener,
      Balancer.Rule rule,
      Selection selection) {
    for (Balancer.Forward forward : rule.forwards()) {
      for (TargetGroup.Target target : targetGroup(forward.targetGroup()).targets()) {
        for (Ref node : balancer.nodes()) {
          found.add(relay(balancer, node, listener, rule, selection, forward, target));
        }
      }
    }
  }

  private Relay relay(
      Balancer balancer,
      Ref node,
      Balancer.Listener listener,
      Balancer.Rule rule,
      Selection selection,
      Balancer.Forward forward,
      TargetGroup.Target target) {
    TargetGroup group = targetGroup(forward.targetGroup());
    List<Blocker> blockers = new ArrayList<>();
    if (selection.isNever()) {
      blockers.add(new Blocker.Overshadowed(rule.ref(), selection.takenBy()));
    }
    if (forward.weight() == 0) {
      blockers.add(new Blocker.NoWeight(rule.ref(), group.ref()));
    }
    List<Unknown> unknowns = new ArrayList<>(listener.doubts());
    unknowns.addAll(selection.unknowns());
    zone(balancer, node, target.host(), blockers, unknowns);
    unknowns.addAll(group.doubts());
    return new Relay(
        balancer.ref(),
        node,
        listener.ref(),
        rule.ref(),
        group.ref(),
        target.host(),
        listener.traffic(),
        new Traffic(group.protocol(), PortSet.of(target.port())),
        target.healthPort(),
        selection.example(),
        selection.isNever() ? AddressSet.EVERYTHING : selection.clients(),
        false,
        group.keepsClientAddress(),
        blockers,
        unknowns);
  }

  /// What the zones of node and target have to say. A zone that is not known may be any, but the one
  /// of the same subnet.
  private void zone(
      Balancer balancer, Ref node, Ref target, List<Blocker> blockers, List<Unknown> unknowns) {
    Subnet wanted = subnetOf(target);
    boolean enabled = false;
    boolean open = !wanted.isZoneKnown();
    for (Ref other : balancer.nodes()) {
      Subnet subnet = subnetOf(other);
      enabled |= wanted.sharesZone(subnet);
      open |= !subnet.isZoneKnown();
    }
    if (!enabled && !open) {
      blockers.add(new Blocker.ZoneNotEnabled(balancer.ref(), wanted.zone()));
      return;
    }
    Subnet own = subnetOf(node);
    boolean same = wanted.sharesZone(own);
    if (enabled && (balancer.crossZone() || same)) {
      return;
    }
    if (!balancer.crossZone() && wanted.isZoneKnown() && own.isZoneKnown() && !same) {
      blockers.add(new Blocker.OtherZone(balancer.ref(), own.zone(), wanted.zone()));
      return;
    }
    Subnet doubtful = wanted.isZoneKnown() ? own : wanted;
    unknowns.add(new Unknown(doubtful.ref(), Reason.of("unknown.zone", doubtful.ref())));
  }

  private Subnet subnetOf(Ref host) {
    return network.subnetOf(network.interfaceOf(host));
  }

  private Balancer balancerOf(Ref ref) {
    Balancer balancer = network.balancers().get(ref);
    if (balancer == null) {
      throw new IllegalArgumentException("no balancer " + ref);
    }
    return balancer;
  }

  private TargetGroup targetGroup(Ref ref) {
    TargetGroup group = network.targetGroups().get(ref);
    if (group == null) {
      throw new IllegalArgumentException("no target group " + ref);
    }
    return group;
  }
}

package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Relay;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Targets in availability zones in which their load balancer has no node, which get no requests;
/// and zones with unlike numbers of targets whose nodes serve no other zone.
public final class TargetZones implements Rule {
  @Override
  public String id() {
    return "LB-005";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Map<String, AwsTargetGroup> groups = new HashMap<>();
    subject.facts().targetGroups().forEach(group -> groups.put(group.id(), group));
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      Optional<Balancer> built =
          component.stream()
              .flatMap(one -> one.parts().stream())
              .flatMap(part -> part.balancer().stream())
              .flatMap(ref -> Optional.ofNullable(subject.network().balancers().get(ref)).stream())
              .findFirst();
      if (component.isPresent() && built.isPresent()) {
        closed(subject, component.get(), built.get(), found);
        uneven(subject, component.get(), built.get(), served(balancer, groups), found);
      }
    }
    return found;
  }

  private static List<AwsTargetGroup> served(
      AwsLoadBalancer balancer, Map<String, AwsTargetGroup> groups) {
    return balancer.listeners().stream()
        .flatMap(listener -> listener.forwards().stream())
        .flatMap(forward -> forward.group().known().stream())
        .distinct()
        .map(groups::get)
        .flatMap(group -> Optional.ofNullable(group).stream())
        .toList();
  }

  private void closed(
      Subject subject, Component component, Balancer balancer, List<Finding> found) {
    Map<String, Component> targets = new LinkedHashMap<>();
    Map<String, SortedSet<String>> zones = new LinkedHashMap<>();
    for (Relay relay : subject.relaysOf(balancer.ref())) {
      for (Blocker blocker : relay.blockers()) {
        Optional<Component> target = subject.componentOfFace(relay.target());
        if (target.isPresent() && blocker instanceof Blocker.ZoneNotEnabled(var _, String zone)) {
          targets.put(target.get().id(), target.get());
          zones.computeIfAbsent(target.get().id(), _ -> new TreeSet<>()).add(zone);
        }
      }
    }
    targets.forEach(
        (id, target) ->
            found.add(
                Report.by(this, subject)
                    .about(component)
                    .about(target)
                    .says(
                        "finding",
                        component.label(),
                        target.label(),
                        List.copyOf(zones.getOrDefault(id, new TreeSet<>())))
                    .done()));
  }

  private void uneven(
      Subject subject,
      Component component,
      Balancer balancer,
      List<AwsTargetGroup> groups,
      List<Finding> found) {
    Zones enabled = subject.zones(component);
    if (enabled.count() < 2 || !enabled.unknown().isEmpty()) {
      return;
    }
    for (AwsTargetGroup group : groups) {
      boolean crossing =
          subject
              .facts()
              .read(group.resource())
              .flag("load_balancing_cross_zone_enabled")
              .known()
              .orElse(balancer.crossZone());
      Optional<SortedMap<String, Long>> counts =
          crossing ? Optional.empty() : counts(subject, group, enabled.names());
      if (counts.isPresent() && new HashSet<>(counts.get().values()).size() > 1) {
        List<String> words = new ArrayList<>();
        counts.get().forEach((zone, count) -> words.add(zone + ": " + count));
        found.add(
            Report.by(this, subject)
                .about(component)
                .about(group.resource())
                .weighing(Severity.MEDIUM)
                .says("finding.uneven", component.label(), words)
                .done());
      }
    }
  }

  /// How many targets each zone has; empty where it cannot be told. An Auto Scaling group spreads
  /// its instances evenly, so it counts as one in each of its zones.
  private static Optional<SortedMap<String, Long>> counts(
      Subject subject, AwsTargetGroup group, List<String> enabled) {
    SortedMap<String, Long> counts = new TreeMap<>();
    enabled.forEach(zone -> counts.put(zone, 0L));
    for (AwsTargetGroup.Member member : group.members()) {
      Optional<AwsHosts> hosts = member.what().known().map(subject.facts().hosts()::get);
      if (hosts.isEmpty()
          || !(hosts.get().subnets() instanceof Reading.Given<List<Reading<Address>>>(var all))) {
        return Optional.empty();
      }
      Zones zones = Zones.of(subject.facts(), all);
      if (!zones.unknown().isEmpty()) {
        return Optional.empty();
      }
      Set<String> there = new TreeSet<>(zones.names());
      there.retainAll(counts.keySet());
      there.forEach(zone -> counts.merge(zone, 1L, Long::sum));
    }
    return group.members().isEmpty() ? Optional.empty() : Optional.of(counts);
  }
}

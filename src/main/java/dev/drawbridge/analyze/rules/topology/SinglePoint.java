package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Requests;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Single machines and availability zones whose loss cuts data off from the internet that is meant
/// to get to it. Whether the database itself outlives its zone is another rule's affair.
public final class SinglePoint implements Rule {
  @Override
  public String id() {
    return "TOPO-011";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  /// What is lost when a zone fails: whatever stands nowhere else.
  private record Zone(String name, List<Component> only) {}

  @Override
  public List<Finding> check(Subject subject) {
    Requests requests = new Requests(subject);
    Map<Ref, String> zoneOf = zones(subject);
    SequencedMap<String, Set<Component>> byMachine = new LinkedHashMap<>();
    SequencedMap<Zone, Set<Component>> byZone = new LinkedHashMap<>();
    for (Component store : subject.components(Component.Sort.DATA_STORE)) {
      List<Ref> goals = Requests.faces(store);
      Optional<List<Ref>> way = requests.way(goals);
      if (way.isPresent()) {
        List<Ref> between = way.get().stream().filter(face -> !goals.contains(face)).toList();
        machines(subject, requests, store, between, byMachine);
        zones(subject, requests, zoneOf, store, between, byMachine, byZone);
      }
    }
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.HOSTS)) {
      Set<Component> stores = byMachine.get(component.id());
      if (stores != null) {
        found.add(
            report(subject, List.of(component), stores)
                .says("finding", component.label(), labels(stores))
                .done());
      }
    }
    byZone.forEach(
        (zone, stores) ->
            found.add(
                zone.only().isEmpty()
                    ? report(subject, List.of(), stores)
                        .says("finding.zone", zone.name(), labels(stores))
                        .done()
                    : report(subject, zone.only(), stores)
                        .says("finding.stand", zone.name(), labels(stores), labels(zone.only()))
                        .done()));
    return found;
  }

  private Report report(Subject subject, List<Component> lost, Set<Component> stores) {
    Report report = Report.by(this, subject);
    lost.forEach(report::about);
    stores.forEach(report::about);
    return report;
  }

  private static List<Label> labels(Iterable<Component> components) {
    List<Label> labels = new ArrayList<>();
    components.forEach(component -> labels.add(component.label()));
    return labels;
  }

  /// What all requests pass is on every way, so also on the one that was found.
  private static void machines(
      Subject subject,
      Requests requests,
      Component store,
      List<Ref> between,
      Map<String, Set<Component>> byMachine) {
    for (Ref face : between) {
      Optional<Component> machine =
          subject.componentOfFace(face).filter(one -> isSingle(subject, one));
      if (machine.isPresent()
          && !requests
              .without(Requests.faces(store), Set.copyOf(Requests.faces(machine.get()))::contains)
              .survive()) {
        byMachine.computeIfAbsent(machine.get().id(), _ -> new LinkedHashSet<>()).add(store);
      }
    }
  }

  /// Whether there is just one machine of it, ever.
  private static boolean isSingle(Subject subject, Component component) {
    if (component.sort() != Component.Sort.HOSTS || component.parts().size() != 1) {
      return false;
    }
    AwsHosts hosts = subject.facts().hosts().get(component.parts().getFirst().address());
    return hosts != null && (!hosts.scaling() || subject.facts().most(hosts).is(1L));
  }

  private static void zones(
      Subject subject,
      Requests requests,
      Map<Ref, String> zoneOf,
      Component store,
      List<Ref> between,
      Map<String, Set<Component>> byMachine,
      Map<Zone, Set<Component>> byZone) {
    Set<String> passed = new TreeSet<>();
    between.stream().map(zoneOf::get).filter(Objects::nonNull).forEach(passed::add);
    for (String zone : passed) {
      Requests.Loss loss =
          requests.without(Requests.faces(store), face -> zone.equals(zoneOf.get(face)));
      if (loss.survive()) {
        continue;
      }
      SequencedMap<String, Component> only = new LinkedHashMap<>();
      for (Ref face : loss.cut()) {
        subject
            .componentOfFace(face)
            .filter(component -> standsOnlyIn(zoneOf, component, zone))
            .filter(_ -> requests.way(List.of(face)).isPresent())
            .ifPresent(component -> only.putIfAbsent(component.id(), component));
      }
      boolean told =
          only.size() == 1
              && byMachine.getOrDefault(only.firstEntry().getKey(), Set.of()).contains(store);
      if (!told) {
        byZone
            .computeIfAbsent(new Zone(zone, List.copyOf(only.values())), _ -> new LinkedHashSet<>())
            .add(store);
      }
    }
  }

  private static boolean standsOnlyIn(Map<Ref, String> zoneOf, Component component, String zone) {
    return component.faces().stream().allMatch(face -> zone.equals(zoneOf.get(face.ref())));
  }

  /// The availability zone of each interface, where it is known.
  private static Map<Ref, String> zones(Subject subject) {
    Map<Ref, String> zones = new HashMap<>();
    for (Component component : subject.components()) {
      for (Standing.Face face : component.faces()) {
        face.subnet()
            .map(subject.facts().subnets()::get)
            .map(AwsSubnet::zone)
            .flatMap(Reading::known)
            .ifPresent(zone -> zones.put(face.ref(), zone));
      }
    }
    return zones;
  }
}

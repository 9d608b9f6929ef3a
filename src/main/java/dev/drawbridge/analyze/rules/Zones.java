package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The availability zones of some subnets.
///
/// @param subnets by zone, in the order of their names
/// @param unknown why zones are not known, of subnets that may lie in any
public record Zones(SequencedMap<String, List<Address>> subnets, List<Reason> unknown) {
  public Zones {
    unknown = List.copyOf(unknown);
  }

  /// Zones that are named without a subnet.
  public static Zones named(List<Reading<String>> names) {
    SequencedMap<String, List<Address>> byZone = new TreeMap<>();
    List<Reason> unknown = new ArrayList<>();
    for (Reading<String> name : names) {
      name.known().ifPresent(zone -> byZone.put(zone, List.of()));
      if (name instanceof Reading.Unresolved<String>(Reason reason)) {
        unknown.add(reason);
      }
    }
    return new Zones(byZone, unknown);
  }

  public static Zones of(Facts facts, List<Reading<Address>> subnets) {
    SequencedMap<String, List<Address>> byZone = new TreeMap<>();
    List<Reason> unknown = new ArrayList<>();
    for (Reading<Address> subnet : subnets) {
      Reading<String> zone = subnet.then(address -> zone(facts, address));
      switch (zone) {
        case Reading.Given<String>(String name) -> {
          List<Address> there = byZone.computeIfAbsent(name, _ -> new ArrayList<>());
          subnet.known().filter(one -> !there.contains(one)).ifPresent(there::add);
        }
        case Reading.Missing<String>() -> unknown.add(Reason.of("unknown.chosen-zone"));
        case Reading.Unresolved<String>(Reason reason) -> unknown.add(reason);
      }
    }
    return new Zones(byZone, unknown);
  }

  private static Reading<String> zone(Facts facts, Address subnet) {
    AwsSubnet found = facts.subnets().get(subnet);
    return found == null
        ? Reading.unresolved(Reason.of("unknown.elsewhere", subnet))
        : found.zone();
  }

  /// How many there are for certain.
  public int count() {
    return subnets.size();
  }

  public List<String> names() {
    return List.copyOf(subnets.keySet());
  }
}

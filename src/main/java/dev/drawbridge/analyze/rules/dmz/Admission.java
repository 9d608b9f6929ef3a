package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.PortSet;
import java.util.ArrayList;
import java.util.List;

/// Somebody who gets in on some ports, by one rule or on one way.
record Admission(PortSet ports, AddressSet sources) {
  /// Ports, and everybody who gets in there.
  private record Run(PortSet ports, List<AddressSet> sources) {}

  /// The ports on which nearly everybody of a family gets in, by all of these together.
  static PortSet nearlyAll(List<Admission> admissions, Family family) {
    List<Run> runs = List.of(new Run(PortSet.ALL, List.of()));
    for (Admission one : admissions) {
      List<Run> finer = new ArrayList<>();
      for (Run run : runs) {
        PortSet both = run.ports().intersect(one.ports());
        PortSet rest = run.ports().minus(one.ports());
        if (!rest.isEmpty()) {
          finer.add(new Run(rest, run.sources()));
        }
        if (!both.isEmpty()) {
          List<AddressSet> more = new ArrayList<>(run.sources());
          more.add(one.sources());
          finer.add(new Run(both, more));
        }
      }
      runs = finer;
    }
    PortSet found = PortSet.EMPTY;
    for (Run run : runs) {
      if (Public.isNearlyAll(AddressSet.union(run.sources()), family)) {
        found = found.union(run.ports());
      }
    }
    return found;
  }

  /// Everybody who gets in on any of these ports.
  static AddressSet sources(List<Admission> admissions, PortSet ports) {
    return AddressSet.union(
        admissions.stream()
            .filter(one -> one.ports().overlaps(ports))
            .map(Admission::sources)
            .toList());
  }
}

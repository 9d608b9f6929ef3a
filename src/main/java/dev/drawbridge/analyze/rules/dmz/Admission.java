package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.PortSet;
import java.util.List;

/// Somebody who gets in on some ports, by one rule or on one way.
record Admission(PortSet ports, AddressSet sources) {
  /// The ports on which nearly everybody of a family gets in, by all of these together.
  static PortSet nearlyAll(List<Admission> admissions, Family family) {
    PortSet found = PortSet.EMPTY;
    for (PortSet run : Runs.of(PortSet.ALL, admissions.stream().map(Admission::ports).toList())) {
      if (Public.isNearlyAll(sources(admissions, run), family)) {
        found = found.union(run);
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

package dev.drawbridge.analyze.policy;

import dev.drawbridge.catalog.Zone;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which zone may open sessions with which. A zone may always talk to itself.
///
/// @param allowed for each zone those that it may call, itself left out; both in the order of the
///     zones
public record ZoneTable(Map<Zone, Set<Zone>> allowed) {
  /// From outside only the DMZ, and from there on one step at a time (AWS Well-Architected
  /// SEC05-BP01). Data calls nobody.
  public static final ZoneTable DEFAULT =
      new ZoneTable(
          Map.of(
              Zone.INTERNET, EnumSet.of(Zone.DMZ),
              Zone.DMZ, EnumSet.of(Zone.INTERNET, Zone.APP),
              Zone.APP, EnumSet.of(Zone.INTERNET, Zone.DATA, Zone.IDC),
              Zone.DATA, EnumSet.noneOf(Zone.class),
              Zone.MANAGEMENT, EnumSet.of(Zone.INTERNET, Zone.DMZ, Zone.APP, Zone.DATA, Zone.IDC),
              Zone.IDC, EnumSet.of(Zone.APP, Zone.MANAGEMENT)));

  /// @param allowed zones that are left out may call nobody
  public ZoneTable {
    Map<Zone, Set<Zone>> rows = new EnumMap<>(Zone.class);
    for (Zone from : Zone.values()) {
      Set<Zone> to = EnumSet.noneOf(Zone.class);
      to.addAll(allowed.getOrDefault(from, Set.of()));
      to.remove(from);
      rows.put(from, Collections.unmodifiableSet(to));
    }
    allowed = Collections.unmodifiableMap(rows);
  }

  public boolean allows(Zone from, Zone to) {
    return from == to || row(from).contains(to);
  }

  /// Those that the zone may call, itself left out.
  public Set<Zone> row(Zone from) {
    return allowed.getOrDefault(from, Set.of());
  }

  public ZoneTable with(Zone from, Zone to, boolean may) {
    Set<Zone> row = EnumSet.noneOf(Zone.class);
    row.addAll(row(from));
    if (may) {
      row.add(to);
    } else {
      row.remove(to);
    }
    return with(from, row);
  }

  public ZoneTable with(Zone from, Set<Zone> row) {
    Map<Zone, Set<Zone>> changed = new EnumMap<>(allowed);
    changed.put(from, row);
    return new ZoneTable(changed);
  }
}

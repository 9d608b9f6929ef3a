package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.network.PortSet;
import java.util.ArrayList;
import java.util.List;

/// Ports in parts.
final class Runs {
  private Runs() {}

  /// The parts of some ports that each of these sets holds wholly or not at all.
  static List<PortSet> of(PortSet ports, List<PortSet> sets) {
    List<PortSet> runs = List.of(ports);
    for (PortSet set : sets.stream().distinct().toList()) {
      List<PortSet> finer = new ArrayList<>();
      for (PortSet run : runs) {
        for (PortSet part : List.of(run.intersect(set), run.minus(set))) {
          if (!part.isEmpty()) {
            finer.add(part);
          }
        }
      }
      runs = finer;
    }
    return runs;
  }
}

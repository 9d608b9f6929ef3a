package dev.drawbridge.draw;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;

/// A way through the design that is lit up: its stations in order, what it is about besides, and what
/// stands in its way.
public record Trail(List<ElementId> stations, List<ElementId> others, List<ElementId> blockers) {
  public static final Trail NONE = new Trail(List.of(), List.of(), List.of());

  public Trail {
    stations = List.copyOf(stations);
    others = List.copyOf(others);
    blockers = List.copyOf(blockers);
  }

  /// The proof of a finding: its path, the elements it names, and its blockers.
  public static Trail of(Finding finding) {
    List<ElementId> stations = new ArrayList<>();
    for (Hop hop : finding.path()) {
      ElementId element = hop.element();
      if (element != null && (stations.isEmpty() || !stations.getLast().equals(element))) {
        stations.add(element);
      }
    }
    List<ElementId> blockers = new ArrayList<>();
    for (Cause cause : finding.blockers()) {
      blockers.addAll(cause.elements());
    }
    return new Trail(stations, finding.elements(), blockers.stream().distinct().toList());
  }

  public boolean isEmpty() {
    return stations.isEmpty() && others.isEmpty() && blockers.isEmpty();
  }
}

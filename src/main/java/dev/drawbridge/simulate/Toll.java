package dev.drawbridge.simulate;

import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.network.Ref;
import java.util.List;
import java.util.Set;

/// What a failure takes from a component itself, whatever else that leads to.
///
/// @param gone its interfaces that are no more
/// @param fewer whether some of its machines are gone and some are left
/// @param takenOver whether another machine of its own takes over by itself
/// @param open whether it is not known if it is hit
/// @param remarks in how far, and what happens next
record Toll(Set<Ref> gone, boolean fewer, boolean takenOver, boolean open, List<Sentence> remarks) {
  static final Toll NONE = new Toll(Set.of(), false, false, false, List.of());

  Toll {
    gone = Set.copyOf(gone);
    remarks = List.copyOf(remarks);
  }
}

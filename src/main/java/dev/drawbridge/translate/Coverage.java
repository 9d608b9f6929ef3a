package dev.drawbridge.translate;

import dev.drawbridge.base.Issue;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Origin;
import java.util.List;

/// What became of each resource of a graph that was raised, in the graph's order.
///
/// @param notes of what is drawn, but comes to be another thing when the design is exported
public record Coverage(List<Entry> entries, List<Issue> notes) {
  public Coverage {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /// One resource and its fate.
  public record Entry(Address address, Origin origin, Fate fate) {}

  /// What became of a resource.
  public sealed interface Fate {
    /// It is drawn: as this element, or as part of it.
    record Drawn(ElementId element) implements Fate {}

    /// Nothing drawn stands for it, but the drawing as it is makes it: a log group, an alarm.
    record Implied() implements Fate {}

    /// It is not in the drawing.
    record Skipped(Issue reason) implements Fate {}
  }

  public List<Entry> skipped() {
    return entries.stream().filter(entry -> entry.fate() instanceof Fate.Skipped).toList();
  }

  public long count(Class<? extends Fate> fate) {
    return entries.stream().filter(entry -> fate.isInstance(entry.fate())).count();
  }
}

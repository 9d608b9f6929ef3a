package dev.drawbridge.model;

/// One step of a [Diff], complete enough to be taken back.
public sealed interface Change {
  /// @param index where in the document's order it came to stand
  record Added(int index, Element element) implements Change {}

  /// @param index where in the document's order it stood
  record Removed(int index, Element element) implements Change {}

  /// The same element, changed.
  record Updated(Element before, Element after) implements Change {
    public Updated {
      if (!before.id().equals(after.id())) {
        throw new IllegalArgumentException(before.id() + " cannot become " + after.id());
      }
    }
  }

  record SettingsUpdated(Settings before, Settings after) implements Change {}

  default Change inverted() {
    return switch (this) {
      case Added(int index, Element element) -> new Removed(index, element);
      case Removed(int index, Element element) -> new Added(index, element);
      case Updated(Element before, Element after) -> new Updated(after, before);
      case SettingsUpdated(Settings before, Settings after) -> new SettingsUpdated(after, before);
    };
  }
}

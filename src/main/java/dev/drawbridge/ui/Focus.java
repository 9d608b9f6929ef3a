package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.model.ElementId;
import org.jspecify.annotations.Nullable;

/// Leads from a text to what it is about: selects the element, brings it into view and puts the
/// keyboard into its field.
@FunctionalInterface
interface Focus {
  /// @param property the field; null for the element as such
  void on(ElementId element, @Nullable String property);

  /// To the first thing that a cause is about, if anything is drawn of it.
  default void on(Cause cause) {
    if (!cause.elements().isEmpty()) {
      on(cause.elements().getFirst(), cause.property());
    }
  }
}

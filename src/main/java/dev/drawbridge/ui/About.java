package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;

/// Whom the inspector is about, and what its editors may look at.
///
/// @param ids the selected elements, at least one
/// @param zone the time zone of the user, and today there
record About(
    Session session,
    Texts texts,
    ZoneId zone,
    Supplier<LocalDate> today,
    SequencedSet<ElementId> ids) {
  About {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  /// The elements that are still there.
  List<Element> elements() {
    return ids.stream().flatMap(id -> session.document().find(id).stream()).toList();
  }

  /// The element, where there is just one.
  Optional<Element> single() {
    return ids.size() == 1 ? session.document().find(ids.getFirst()) : Optional.empty();
  }

  boolean isWeight(Property<?> property) {
    return single()
        .flatMap(Catalog::of)
        .flatMap(Kind::sharing)
        .filter(sharing -> sharing.weight() == property)
        .isPresent();
  }

  /// The other properties of the element.
  List<Property<?>> others(Property<?> property) {
    return single().flatMap(Catalog::of).map(Kind::properties).orElse(List.of()).stream()
        .filter(other -> other != property)
        .toList();
  }
}

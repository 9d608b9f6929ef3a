package dev.drawbridge.edit;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Sets one property of one or several elements.
///
/// @param value null takes it back to the default
public record SetProperty(SequencedSet<ElementId> ids, String property, @Nullable Datum value)
    implements Edit {
  public SetProperty {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static SetProperty of(ElementId id, String property, @Nullable Datum value) {
    return new SetProperty(new LinkedHashSet<>(List.of(id)), property, value);
  }

  public static <T> SetProperty of(ElementId id, Property<T> property, T value) {
    return of(id, property.name(), property.type().write(value));
  }

  @Override
  public String key() {
    return "edit.property.name";
  }

  @Override
  public void apply(Draft draft) {
    List<Element> changed = new ArrayList<>();
    for (ElementId id : ids) {
      Element element =
          draft
              .document()
              .find(id)
              .orElseThrow(() -> new IllegalArgumentException("no element " + id));
      Fields fields = element.properties();
      changed.add(
          element.withProperties(
              value == null ? fields.without(property) : fields.with(property, value)));
    }
    draft.updateAll(changed);
  }
}

package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a packet passes or does not: a rule, a route, an address, in a sentence.
///
/// @param elements the drawn things that it is about; empty where nothing drawn is
/// @param property the property at fault of the first of them; null where it is none
public record Cause(Sentence sentence, List<ElementId> elements, @Nullable String property) {
  public Cause {
    elements = List.copyOf(elements);
  }

  public String text(Messages messages) {
    return sentence.text(messages);
  }
}

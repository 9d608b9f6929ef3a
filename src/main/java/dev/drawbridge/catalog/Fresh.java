package dev.drawbridge.catalog;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import org.jspecify.annotations.Nullable;

/// Chooses what a new element starts with.
@FunctionalInterface
public interface Fresh {
  Fields properties(Document document, @Nullable ElementId container, Fields preset);
}

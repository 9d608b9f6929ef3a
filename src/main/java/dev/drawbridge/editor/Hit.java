package dev.drawbridge.editor;

import dev.drawbridge.model.ElementId;
import java.util.Optional;

/// What lies under the pointer.
public sealed interface Hit {
  record Nothing() implements Hit {}

  record OnNode(ElementId id) implements Hit {}

  record OnConnector(ElementId id) implements Hit {}

  record OnHandle(ElementId id, Handle handle) implements Hit {}

  record OnPort(ElementId id, Side side) implements Hit {}

  /// The element that was hit itself, not one of its handles.
  default Optional<ElementId> element() {
    return switch (this) {
      case OnNode(ElementId id) -> Optional.of(id);
      case OnConnector(ElementId id) -> Optional.of(id);
      case Nothing _, OnHandle _, OnPort _ -> Optional.empty();
    };
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.ElementId;
import org.jspecify.annotations.Nullable;

/// An arrow was dropped where nothing is: what may be there is offered until something is chosen, see
/// [Editor#connectNew], or the user thinks better of it.
///
/// @param kind the id of the connector's kind; null to let the ends decide
/// @param source where the arrow begins
/// @param at where it was dropped, in document coordinates
public record Offering(@Nullable String kind, ElementId source, Point at) implements ToolState {
  @Override
  public Reaction on(Input input, EditorView view) {
    return ToolState.waiting(this, input);
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.edit.Groundwork;

/// Something was dropped where no container takes it. What it needs around it is shown and offered until it
/// is taken, see [Editor#surround] and [Editor#placeIn], or the user thinks better of it.
///
/// @param dropped what was dropped
/// @param ground what would be made
public record Surrounding(Placing dropped, Groundwork ground) implements ToolState {
  static Reaction of(Placing dropped, Groundwork ground) {
    return Reaction.to(new Surrounding(dropped, ground), new Effect.Preview(ground.edit()));
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return ToolState.waiting(this, input);
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import org.jspecify.annotations.Nullable;

/// The canvas follows the pointer while a button is down.
///
/// @param last where the pointer was, in px of the viewport; null while no button is down
public record Panning(@Nullable Point last, Until until) implements ToolState {
  /// When the hand lets go for good.
  public enum Until {
    /// With the button.
    RELEASE,
    /// With the space bar.
    SPACE_IS_UP,
    /// When another tool is chosen, or with Esc.
    FURTHER_NOTICE
  }

  /// The hand tool.
  public static final Panning HAND = new Panning(null, Until.FURTHER_NOTICE);

  @Override
  public boolean isBusy() {
    return until == Until.RELEASE || last != null;
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Pressed(Point at, Input.Button _, int _, Modifiers _) ->
          Reaction.to(new Panning(at, until));
      case Input.Dragged(Point at, Modifiers _) -> {
        Point before = last == null ? at : last;
        yield Reaction.to(
            new Panning(at, until),
            new Effect.MoveCamera(view.camera().panned(at.x() - before.x(), at.y() - before.y())));
      }
      case Input.Released _ ->
          Reaction.to(until == Until.RELEASE ? Idle.REST : new Panning(null, until));
      case Input.KeyReleased(Input.Key key, Modifiers _)
          when key == Input.Key.SPACE && until == Until.SPACE_IS_UP ->
          Reaction.to(last == null ? Idle.REST : new Panning(last, Until.RELEASE));
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST);
      case Input.Hovered _,
          Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }
}

package dev.drawbridge.editor;

import java.util.List;

/// What the hand is doing: each state knows which inputs mean something to it, and what comes next.
public sealed interface ToolState
    permits Idle,
        Pointing,
        Moving,
        Resizing,
        Bending,
        Brushing,
        Connecting,
        Offering,
        Placing,
        Surrounding,
        Panning,
        Picking,
        EditingLabel {

  /// The next state, and what is to be done.
  record Reaction(ToolState next, List<Effect> effects) {
    public Reaction {
      effects = List.copyOf(effects);
    }

    static Reaction to(ToolState next, Effect... effects) {
      return new Reaction(next, List.of(effects));
    }
  }

  Reaction on(Input input, EditorView view);

  /// What a state makes of an input that waits for something to be chosen beside the canvas: a press on the canvas and
  /// Esc end it, and nothing came of it.
  static Reaction waiting(ToolState state, Input input) {
    return switch (input) {
      case Input.Pressed _ -> Reaction.to(Idle.REST, new Effect.Cancel());
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST, new Effect.Cancel());
      case Input.Dragged _,
          Input.Released _,
          Input.Hovered _,
          Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(state);
    };
  }

  /// Whether a gesture is under way that Esc would break off.
  default boolean isBusy() {
    return true;
  }
}

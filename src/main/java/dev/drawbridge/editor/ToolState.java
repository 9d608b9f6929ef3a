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

  /// Whether a gesture is under way that Esc would break off.
  default boolean isBusy() {
    return true;
  }
}

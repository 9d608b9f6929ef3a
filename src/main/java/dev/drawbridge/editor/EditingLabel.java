package dev.drawbridge.editor;

import dev.drawbridge.edit.Rename;
import dev.drawbridge.model.ElementId;

/// The name of an element is being typed over it. The window shows the text field and says with
/// [Input.Labelled] what came of it.
public record EditingLabel(ElementId id) implements ToolState {
  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Labelled(String text) ->
          Reaction.to(Idle.REST, new Effect.Commit(new Rename(id, text)));
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST);
      case Input.Pressed pressed -> Idle.REST.on(pressed, view);
      case Input.Dragged _,
          Input.Released _,
          Input.Hovered _,
          Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _ ->
          Reaction.to(this);
    };
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An element is being pointed out, for somebody who asked for one. The window takes [#picked] and
/// goes back to rest; Esc and a click into the void pick nothing.
///
/// @param eligible the nodes that may be picked
/// @param over the eligible node under the pointer; null for none
/// @param picked the node that was clicked; null until then
public record Picking(Set<ElementId> eligible, @Nullable ElementId over, @Nullable ElementId picked)
    implements ToolState {
  public Picking {
    eligible = Set.copyOf(eligible);
  }

  public static Picking among(Set<ElementId> eligible) {
    return new Picking(eligible, null, null);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Hovered(Point at, Modifiers _) -> Reaction.to(over(at, view));
      case Input.Dragged(Point at, Modifiers _) -> Reaction.to(over(at, view));
      case Input.Pressed(Point at, Input.Button button, int _, Modifiers _) -> {
        Picking here = over(at, view);
        yield button != Input.Button.PRIMARY || here.over == null
            ? Reaction.to(Idle.REST)
            : Reaction.to(new Picking(eligible, here.over, here.over));
      }
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST);
      case Input.Left _ -> Reaction.to(new Picking(eligible, null, picked));
      case Input.Released _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  private Picking over(Point at, EditorView view) {
    for (Node node : view.scene().nodesAt(view.toDocument(at))) {
      if (eligible.contains(node.id())) {
        return new Picking(eligible, node.id(), picked);
      }
    }
    return new Picking(eligible, null, picked);
  }
}

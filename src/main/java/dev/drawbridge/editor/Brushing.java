package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// A rectangle is drawn that selects: cards that it touches, and containers and connectors that lie in it
/// as a whole.
///
/// @param from where it began, in document coordinates
/// @param to where the pointer is, in document coordinates
/// @param base what was selected before and stays so
public record Brushing(Point from, Point to, Selection base) implements ToolState {

  public Rect area() {
    return Rect.between(from, to);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Dragged(Point at, Modifiers _) -> {
        Brushing next = new Brushing(from, view.toDocument(at), base);
        yield Reaction.to(next, new Effect.Select(next.selected(view)));
      }
      case Input.Released _ -> Reaction.to(Idle.REST, new Effect.Select(selected(view)));
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST, new Effect.Select(base));
      case Input.Pressed _,
          Input.Hovered _,
          Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  private Selection selected(EditorView view) {
    Rect area = area();
    SequencedSet<ElementId> found = new LinkedHashSet<>();
    for (Node node : view.scene().nodesTouching(area)) {
      boolean held = !HitTest.isBackground(node) || area.contains(view.bounds(node));
      if (held && view.isInside(node)) {
        found.add(node.id());
      }
    }
    for (Connector connector : view.scene().connectorsTouching(area)) {
      boolean held = view.scene().around(connector.id()).filter(area::contains).isPresent();
      if (held && view.isInside(connector)) {
        found.add(connector.id());
      }
    }
    return base.with(found);
  }
}

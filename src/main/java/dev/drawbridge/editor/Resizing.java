package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Resize;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A node's edges follow the pointer. Ctrl turns snapping off.
///
/// @param from where the handle was grabbed, in document coordinates
/// @param guides what the edges line up with now
public record Resizing(ElementId id, Handle handle, Point from, List<Guide> guides)
    implements ToolState {
  public Resizing {
    guides = List.copyOf(guides);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Dragged(Point at, Modifiers modifiers) -> {
        Plan plan = plan(view.toDocument(at), modifiers, view);
        yield Reaction.to(
            new Resizing(id, handle, from, plan.guides), new Effect.Preview(plan.edit));
      }
      case Input.Released(Point at, Input.Button _, Modifiers modifiers) ->
          Reaction.to(
              Idle.REST,
              view.toDocument(at).equals(from)
                  ? new Effect.Cancel()
                  : new Effect.Commit(plan(view.toDocument(at), modifiers, view).edit));
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST, new Effect.Cancel());
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

  private record Plan(Edit edit, List<Guide> guides) {}

  private Plan plan(Point now, Modifiers modifiers, EditorView view) {
    Node node = view.document().node(id);
    Rect start = view.bounds(node);
    Point by = now.minus(from);
    List<Guide> shown = List.of();
    if (!modifiers.ctrl()) {
      Rect moved = handle.dragged(start, by, Containment.SMALLEST);
      Snapping.Snapped snapped =
          new Snapping(neighbours(node, view), view.camera().zoom(), view.grid())
              .snapped(moved, by, lines(handle.dx()), lines(handle.dy()));
      by = snapped.by();
      shown = snapped.guides();
    }
    Rect wanted = handle.dragged(start, by, Containment.SMALLEST);
    Point origin = view.document().origin(node.parent());
    return new Plan(new Resize(id, wanted.minus(origin)), shown);
  }

  private static Snapping.Lines lines(int direction) {
    return direction < 0
        ? Snapping.Lines.FIRST
        : direction > 0 ? Snapping.Lines.LAST : Snapping.Lines.NONE;
  }

  private List<Rect> neighbours(Node node, EditorView view) {
    List<Rect> found = new ArrayList<>();
    for (Node sibling : view.document().children(node.parent())) {
      if (!Objects.equals(sibling.id(), id)) {
        found.add(view.bounds(sibling));
      }
    }
    return found;
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.edit.Move;
import dev.drawbridge.editor.Input.Button;
import dev.drawbridge.editor.Input.Key;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Nothing is under way.
///
/// @param hovered the node whose ports are shown; null for none
public record Idle(@Nullable ElementId hovered) implements ToolState {
  public static final Idle REST = new Idle(null);

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Hovered(Point at, Modifiers _) -> {
        ElementId now = HitTest.hovered(at, view, hovered);
        yield Reaction.to(Objects.equals(now, hovered) ? this : new Idle(now));
      }
      case Input.Left _ -> Reaction.to(REST);
      case Input.Pressed pressed -> pressed(pressed, view);
      case Input.KeyPressed(Key key, Modifiers modifiers) -> key(key, modifiers, view);
      case Input.Dragged _,
          Input.Released _,
          Input.Turned _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  private Reaction pressed(Input.Pressed input, EditorView view) {
    Point at = input.at();
    Hit hit = HitTest.at(at, view, hovered);
    if (input.button() == Button.MIDDLE) {
      return Reaction.to(new Panning(at, Panning.Until.RELEASE));
    }
    if (input.button() == Button.SECONDARY) {
      return hit.element().filter(id -> !view.selection().contains(id)).isPresent()
          ? Reaction.to(this, new Effect.Select(Selection.of(hit.element().orElseThrow())))
          : Reaction.to(this);
    }
    return switch (hit) {
      case Hit.OnHandle(ElementId id, Handle handle) ->
          Reaction.to(new Resizing(id, handle, view.toDocument(at), List.of()));
      case Hit.OnPort(ElementId id, Side _) ->
          Reaction.to(new Connecting(null, id, view.toDocument(at), null, at));
      case Hit.OnNode(ElementId id)
          when input.clicks() == 2 && !input.modifiers().adds() && !input.modifiers().alt() ->
          doubleClicked(view.document().node(id), view);
      case Hit.OnNode _, Hit.OnConnector _, Hit.Nothing _ -> {
        Pointing next = new Pointing(hit, at, input.modifiers());
        boolean selects =
            hit.element()
                    .filter(id -> !view.selection().contains(id) && !id.equals(view.entered()))
                    .isPresent()
                && !input.modifiers().adds()
                && !input.modifiers().alt();
        yield selects
            ? Reaction.to(next, new Effect.Select(Selection.of(hit.element().orElseThrow())))
            : Reaction.to(next);
      }
    };
  }

  /// A shape is renamed, a container entered; what is entered already is as good as empty canvas.
  private Reaction doubleClicked(Node node, EditorView view) {
    if (!HitTest.holds(node)) {
      return Reaction.to(new EditingLabel(node.id()), new Effect.Select(Selection.of(node.id())));
    }
    return view.isGround(node) ? Reaction.to(this) : Reaction.to(this, new Effect.Enter(node.id()));
  }

  private Reaction key(Key key, Modifiers modifiers, EditorView view) {
    double step = modifiers.shift() ? Snapping.GRID : 1;
    return switch (key) {
      case LEFT -> nudge(-step, 0, view);
      case RIGHT -> nudge(step, 0, view);
      case UP -> nudge(0, -step, view);
      case DOWN -> nudge(0, step, view);
      case ENTER ->
          view.selection()
              .single()
              .filter(id -> view.document().findNode(id).isPresent())
              .map(id -> Reaction.to(new EditingLabel(id)))
              .orElse(Reaction.to(this));
      case ESCAPE -> escaped(view);
      case SPACE -> Reaction.to(new Panning(null, Panning.Until.SPACE_IS_UP));
      case TAB -> walk(modifiers.shift() ? -1 : 1, view);
      case OTHER -> Reaction.to(this);
    };
  }

  /// Selects nothing, or where nothing is selected leaves the container that was entered.
  private Reaction escaped(EditorView view) {
    ElementId entered = view.entered();
    return view.selection().isEmpty() && entered != null
        ? Reaction.to(this, new Effect.Select(Selection.of(entered)))
        : Reaction.to(this, new Effect.Select(Selection.NONE));
  }

  private Reaction nudge(double dx, double dy, EditorView view) {
    SequencedSet<ElementId> ids = view.movable();
    return ids.isEmpty()
        ? Reaction.to(this)
        : Reaction.to(this, new Effect.Commit(new Move(ids, new Point(dx, dy))));
  }

  /// To the next or previous element, round and round; in the container that was entered, if one was.
  private Reaction walk(int step, EditorView view) {
    List<Element> all =
        view.document().elements().values().stream().filter(view::isInside).toList();
    if (all.isEmpty()) {
      return Reaction.to(this);
    }
    int at = -1;
    for (int i = 0; i < all.size(); i++) {
      if (view.selection().contains(all.get(i).id())) {
        at = i;
      }
    }
    int next = at < 0 ? (step > 0 ? 0 : all.size() - 1) : Math.floorMod(at + step, all.size());
    ElementId id = all.get(next).id();
    Camera camera =
        view.scene()
            .around(id)
            .map(area -> view.camera().revealing(area, view.viewport()))
            .orElse(view.camera());
    return Reaction.to(this, new Effect.Select(Selection.of(id)), new Effect.MoveCamera(camera));
  }
}

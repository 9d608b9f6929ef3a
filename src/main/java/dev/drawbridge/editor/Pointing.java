package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.edit.Duplicate;
import dev.drawbridge.edit.Move;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The button is down, and it is not yet told whether this becomes a click or a drag.
///
/// @param from where it was pressed, in px of the viewport
public record Pointing(Hit hit, Point from, Modifiers modifiers) implements ToolState {
  /// A hand that trembles by less, in px of the viewport, clicks.
  static final double STILL = 4;

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Dragged(Point at, Modifiers now) ->
          at.distanceTo(from) < STILL ? Reaction.to(this) : dragged(at, now, view);
      case Input.Released _ -> clicked(view);
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST);
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

  private Reaction clicked(EditorView view) {
    Optional<ElementId> id = hit.element();
    boolean ground = id.flatMap(view.document()::findNode).filter(view::isGround).isPresent();
    if (id.isEmpty() || ground && !modifiers.alt()) {
      return modifiers.adds()
          ? Reaction.to(Idle.REST)
          : Reaction.to(Idle.REST, new Effect.Select(Selection.NONE));
    }
    if (modifiers.adds()) {
      return Reaction.to(Idle.REST, new Effect.Select(view.selection().toggled(id.get())));
    }
    ElementId chosen =
        modifiers.alt()
            ? HitTest.below(from, view, topmost(view, id.get())).orElse(id.get())
            : id.get();
    return Reaction.to(new Idle(null), new Effect.Select(Selection.of(chosen)));
  }

  /// Where one of the things at the place is selected already, it is the one to look below.
  private ElementId topmost(EditorView view, ElementId hitId) {
    return view.scene().nodesAt(view.toDocument(from)).stream()
        .map(Node::id)
        .filter(view.selection()::contains)
        .findFirst()
        .orElse(hitId);
  }

  private Reaction dragged(Point at, Modifiers now, EditorView view) {
    ElementId id = hit.element().orElse(null);
    if (hit instanceof Hit.OnConnector(ElementId connector) && !modifiers.alt()) {
      Bending bending = Bending.of(connector, view.toDocument(from), view).orElse(null);
      if (bending != null) {
        return bending.on(new Input.Dragged(at, now), view);
      }
    }
    Node node = id == null ? null : view.document().findNode(id).orElse(null);
    if (node == null
        || node.locked()
        || view.isGround(node)
        || (modifiers.alt() && !view.selection().contains(node.id()))) {
      Selection base = modifiers.adds() ? view.selection() : Selection.NONE;
      Point start = view.toDocument(from);
      return new Brushing(start, start, base).on(new Input.Dragged(at, now), view);
    }
    SequencedSet<ElementId> ids = new LinkedHashSet<>();
    if (view.selection().contains(node.id())) {
      ids.addAll(view.movable());
    } else {
      ids.add(node.id());
    }
    Duplicate copies =
        modifiers.alt() ? Duplicate.of(view.document(), ids, Point.ORIGIN, view.ids()) : null;
    // What lies in another goes along with it, and need not be found out with every move.
    SequencedSet<ElementId> roots = new LinkedHashSet<>();
    Move.roots(view.document(), ids).forEach(root -> roots.add(root.id()));
    Moving moving =
        new Moving(roots, node.id(), view.toDocument(from), copies, DropTarget.TOP, List.of());
    Reaction first = moving.on(new Input.Dragged(at, now), view);
    if (view.selection().contains(node.id())) {
      return first;
    }
    // Shift or Ctrl held while dragging something unselected takes it along.
    List<Effect> effects = new ArrayList<>(first.effects());
    effects.addFirst(new Effect.Select(Selection.of(node.id())));
    return new Reaction(first.next(), effects);
  }
}

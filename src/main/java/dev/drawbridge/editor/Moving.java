package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Docking;
import dev.drawbridge.edit.Duplicate;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Reparent;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Nodes follow the pointer, into whichever container takes them. Alt keeps them in theirs; Ctrl turns
/// snapping off.
///
/// @param grabbed the one under the pointer, which decides about the container
/// @param from where it was grabbed, in document coordinates
/// @param copies where copies are dragged instead; null otherwise
/// @param target where they would go now
/// @param guides what they line up with now
public record Moving(
    SequencedSet<ElementId> ids,
    ElementId grabbed,
    Point from,
    @Nullable Duplicate copies,
    DropTarget target,
    List<Guide> guides)
    implements ToolState {

  public Moving {
    ids = new LinkedHashSet<>(ids);
    guides = List.copyOf(guides);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Dragged(Point at, Modifiers modifiers) -> {
        Plan plan = plan(view.toDocument(at), modifiers, view);
        yield Reaction.to(
            new Moving(ids, grabbed, from, copies, plan.target, plan.guides),
            new Effect.Preview(plan.edit));
      }
      case Input.Released(Point at, Input.Button _, Modifiers modifiers) ->
          dropped(plan(view.toDocument(at), modifiers, view), view);
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

  private record Plan(Edit edit, DropTarget target, List<Guide> guides) {}

  private Reaction dropped(Plan plan, EditorView view) {
    if (plan.target.refusal() != null) {
      return Reaction.to(
          Idle.REST,
          new Effect.Cancel(),
          new Effect.Tell(new Notice.Refused(plan.target.refusal())));
    }
    return copies == null
        ? Reaction.to(Idle.REST, new Effect.Commit(plan.edit))
        : Reaction.to(
            Idle.REST,
            new Effect.Commit(plan.edit),
            new Effect.Select(new Selection(copies.roots(view.document()))));
  }

  private Plan plan(Point now, Modifiers modifiers, EditorView view) {
    List<Node> roots = Move.roots(view.document(), ids);
    Rect start = roots.stream().map(view::bounds).reduce(Rect::union).orElseThrow();
    Node held = root(roots, view);
    boolean docked = roots.size() == 1 && HitTest.isDocked(held);
    boolean stays = modifiers.alt() && copies == null; // to drag a copy Alt is held anyway
    DropTarget target =
        stays
            ? new DropTarget(held.parent(), null)
            : DropTarget.at(view.scene(), now, held.kind(), ids);
    Point by = now.minus(from);
    List<Guide> shown = List.of();
    if (!modifiers.ctrl() && !docked) {
      Snapping.Snapped snapped =
          new Snapping(neighbours(target, view), view.camera().zoom(), view.grid())
              .snapped(start, by);
      by = snapped.by();
      shown = snapped.guides();
    }
    ElementId container = target.isRefused() ? held.parent() : target.container();
    if (container != null && !stays) {
      Rect around = view.scene().bounds(container);
      Point kept = docked ? onBorder(start.plus(by), around) : inside(start.plus(by), around);
      shown = kept.equals(Point.ORIGIN) ? shown : List.of();
      by = target.isRefused() ? by : by.plus(kept);
    }
    Edit edit = edit(roots, held, by, target);
    return new Plan(
        copies == null ? edit : Sequence.of(new Duplicate(copies.copies(), Point.ORIGIN), edit),
        target,
        shown);
  }

  /// What is moved: where copies are dragged, the copy.
  private ElementId moved(ElementId id) {
    return copies == null ? id : copies.copies().getOrDefault(id, id);
  }

  private Edit edit(List<Node> roots, Node held, Point by, DropTarget target) {
    SequencedSet<ElementId> all = new LinkedHashSet<>();
    ids.forEach(id -> all.add(moved(id)));
    Move move = new Move(all, by);
    if (target.isRefused() || Objects.equals(target.container(), held.parent())) {
      return move;
    }
    SequencedSet<ElementId> entering = new LinkedHashSet<>();
    SequencedSet<ElementId> others = new LinkedHashSet<>();
    for (Node root : roots) {
      // What came along from elsewhere, or will not be taken, stays with its container.
      boolean together = Objects.equals(root.parent(), held.parent());
      (together && root.kind().equals(held.kind()) ? entering : others).add(moved(root.id()));
    }
    Reparent reparent = new Reparent(entering, target.container(), by);
    return others.isEmpty()
        ? reparent
        : new Sequence(reparent.key(), List.of(new Move(others, by), reparent));
  }

  private Node root(List<Node> roots, EditorView view) {
    Set<ElementId> own = new HashSet<>();
    Node node = view.document().node(grabbed);
    own.add(node.id());
    view.document().ancestors(node).forEach(a -> own.add(a.id()));
    return roots.stream()
        .filter(root -> own.contains(root.id()))
        .findFirst()
        .orElse(roots.getFirst());
  }

  private List<Rect> neighbours(DropTarget target, EditorView view) {
    List<Rect> found = new ArrayList<>();
    for (Node node : view.document().children(target.container())) {
      if (!ids.contains(node.id())) {
        found.add(view.bounds(node));
      }
    }
    return found;
  }

  /// How the rectangle must move to lie inside the container; not at all where it is too large.
  static Point inside(Rect rect, Rect container) {
    Rect room = Containment.inner(container);
    double dx =
        rect.width() > room.width()
            ? 0
            : Math.clamp(rect.x(), room.x(), room.right() - rect.width()) - rect.x();
    double dy =
        rect.height() > room.height()
            ? 0
            : Math.clamp(rect.y(), room.y(), room.bottom() - rect.height()) - rect.y();
    return new Point(dx, dy);
  }

  static Point onBorder(Rect rect, Rect container) {
    Rect docked = Docking.onBorder(rect.minus(container.topLeft()), container.size());
    return docked.plus(container.topLeft()).topLeft().minus(rect.topLeft());
  }
}

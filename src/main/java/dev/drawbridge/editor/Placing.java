package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.Groundwork;
import dev.drawbridge.edit.Names;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something from the palette follows the pointer until it is dropped or clicked into place. Shift keeps
/// it in hand for the next.
///
/// @param name what the new node is called; a number follows where that is taken
/// @param id the id that it will have
/// @param now where it is, in document coordinates; null while the pointer is elsewhere
/// @param target where it would go now
/// @param guides what it lines up with now
public record Placing(
    Preset preset,
    String name,
    ElementId id,
    @Nullable Point now,
    DropTarget target,
    List<Guide> guides)
    implements ToolState {

  public Placing {
    guides = List.copyOf(guides);
  }

  public static Placing of(Preset preset, String name, ElementId id) {
    return new Placing(preset, name, id, null, DropTarget.TOP, List.of());
  }

  public Kind kind() {
    return Catalog.find(preset.kind()).orElseThrow();
  }

  /// Where the node would be drawn, in document coordinates.
  public @Nullable Rect ghost() {
    return now == null ? null : around(now);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Hovered(Point at, Modifiers modifiers) -> moved(at, modifiers, view);
      case Input.Dragged(Point at, Modifiers modifiers) -> moved(at, modifiers, view);
      case Input.Pressed(Point at, Input.Button button, int _, Modifiers modifiers) ->
          button == Input.Button.PRIMARY
              ? moved(at, modifiers, view)
              : Reaction.to(Idle.REST, new Effect.Cancel());
      case Input.Released(Point at, Input.Button _, Modifiers modifiers) ->
          dropped(at, modifiers, view);
      case Input.Left _ -> Reaction.to(of(preset, name, id), new Effect.Cancel());
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST, new Effect.Cancel());
      case Input.Turned _, Input.KeyPressed _, Input.KeyReleased _, Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  private Reaction moved(Point at, Modifiers modifiers, EditorView view) {
    Plan plan = plan(view.toDocument(at), modifiers, view);
    Placing next = new Placing(preset, name, id, plan.bounds.center(), plan.target, plan.guides);
    return plan.target.isRefused()
        ? Reaction.to(next, new Effect.Cancel())
        : Reaction.to(next, new Effect.Preview(new Place(plan.node(this, view))));
  }

  private Reaction dropped(Point at, Modifiers modifiers, EditorView view) {
    if (!view.isInView(at)) {
      return Reaction.to(Idle.REST, new Effect.Cancel());
    }
    Plan plan = plan(view.toDocument(at), modifiers, view);
    Refusal refusal = plan.target.refusal();
    if (refusal != null) {
      return ground(view, plan.target, plan.bounds.center())
          .map(found -> Surrounding.of(this, found))
          .orElseGet(
              () -> {
                Effect tell = new Effect.Tell(new Notice.Refused(refusal));
                return Reaction.to(Idle.REST, new Effect.Cancel(), tell);
              });
    }
    ToolState next =
        modifiers.shift()
            ? of(preset, name, view.ids().fresh(view.document(), preset.kind()))
            : Idle.REST;
    return Reaction.to(
        next,
        new Effect.Commit(new Place(plan.node(this, view))),
        new Effect.Select(Selection.of(id)));
  }

  /// @param bounds in document coordinates
  private record Plan(Rect bounds, DropTarget target, List<Guide> guides) {
    Node node(Placing placing, EditorView view) {
      return placing.node(bounds, target.container(), view);
    }
  }

  /// Where a drop at this point of the document would place it, by a hand that holds no key.
  Spot spot(Point point, EditorView view) {
    Plan plan = plan(point, Modifiers.NONE, view);
    return new Spot(plan.target, plan.bounds);
  }

  private Plan plan(Point point, Modifiers modifiers, EditorView view) {
    DropTarget target = DropTarget.at(view.scene(), point, preset.kind(), Set.of());
    Rect bounds = around(point);
    if (target.isRefused()) {
      return new Plan(bounds, target, List.of());
    }
    ElementId container = target.container();
    if (container != null && kind().role() == Role.DOCKED) {
      Rect around = view.scene().bounds(container);
      return new Plan(bounds.plus(Moving.onBorder(bounds, around)), target, List.of());
    }
    List<Guide> shown = List.of();
    if (!modifiers.ctrl()) {
      List<Rect> neighbours =
          view.document().children(container).stream().map(view::bounds).toList();
      Snapping.Snapped snapped =
          new Snapping(neighbours, view.camera().zoom(), view.grid()).snapped(bounds, Point.ORIGIN);
      bounds = bounds.plus(snapped.by());
      shown = snapped.guides();
    }
    if (container != null) {
      Point kept = Moving.inside(bounds, view.scene().bounds(container));
      shown = kept.equals(Point.ORIGIN) ? shown : List.of();
      bounds = bounds.plus(kept);
    }
    return new Plan(bounds, target, shown);
  }

  /// What could be made around it where it is refused; empty where that would not help.
  ///
  /// @param centre of the node, in document coordinates
  Optional<Groundwork> ground(EditorView view, DropTarget refused, Point centre) {
    Point onGrid =
        new Point(
            Snapping.rounded(centre.x(), view.grid()), Snapping.rounded(centre.y(), view.grid()));
    return Groundwork.around(
        view.document(), holder(view, refused), onGrid, preset, name, id, view.ids());
  }

  /// The kinds of places that could be made around it where it is refused now, the outermost first.
  List<Kind> needs(EditorView view) {
    return target.isRefused()
        ? Groundwork.between(view.document(), kind(), holder(view, target))
        : List.of();
  }

  static @Nullable Node holder(EditorView view, DropTarget refused) {
    return refused.container() == null ? null : view.document().node(refused.container());
  }

  /// The node as it would be placed, at bounds in document coordinates.
  Node node(Rect bounds, @Nullable ElementId container, EditorView view) {
    Fields properties = kind().fresh(view.document(), container, preset);
    return new Node(
        id,
        preset.kind(),
        Names.free(view.document(), name, preset.kind()),
        container,
        bounds.minus(view.document().origin(container)),
        new LinkedHashSet<>(),
        properties,
        false,
        Fields.NONE);
  }

  private Rect around(Point centre) {
    Size size = kind().size();
    return new Rect(
        centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height());
  }
}

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An arrow is being drawn: from port to node in one drag, or by a click on each end. Where it
/// ends on nothing, see [Offering].
///
/// @param kind the id of the connector's kind; null to let the ends decide
/// @param source where it begins; null until that is chosen
/// @param now where the pointer is, in document coordinates; null before it came
/// @param target the node under the pointer, whether or not it may be the end; null for none
/// @param pressed where the button went down, in px of the viewport; null while it is up
public record Connecting(
    @Nullable String kind,
    @Nullable ElementId source,
    @Nullable Point now,
    @Nullable ElementId target,
    @Nullable Point pressed)
    implements ToolState {

  /// The arrow tool, before an end is chosen.
  public static Connecting choosing(@Nullable String kind) {
    return new Connecting(kind, null, null, null, null);
  }

  /// The arrow tool with the beginning chosen.
  public static Connecting from(ElementId source) {
    return new Connecting(null, source, null, null, null);
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Hovered(Point at, Modifiers _) -> Reaction.to(over(at, view));
      case Input.Dragged(Point at, Modifiers _) -> Reaction.to(over(at, view));
      case Input.Pressed(Point at, Input.Button button, int _, Modifiers _) ->
          button == Input.Button.PRIMARY ? pressed(at, view) : Reaction.to(Idle.REST);
      case Input.Released(Point at, Input.Button _, Modifiers _) -> released(at, view);
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST);
      case Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  /// Whether the node under the pointer may be the end, or the beginning while that is not chosen.
  public boolean isAllowed(Document document) {
    Node node = target == null ? null : document.findNode(target).orElse(null);
    return node != null
        && (source == null
            ? Connections.mayBegin(node)
            : Connections.mayEnd(document, source, node, kind));
  }

  private Connecting over(Point at, EditorView view) {
    return new Connecting(kind, source, view.toDocument(at), nodeAt(at, view), pressed);
  }

  private Reaction pressed(Point at, EditorView view) {
    Connecting here = over(at, view);
    if (source == null) {
      boolean begins = here.isAllowed(view.document());
      return Reaction.to(
          new Connecting(kind, begins ? here.target : null, here.now, here.target, at));
    }
    return Reaction.to(new Connecting(kind, source, here.now, here.target, at));
  }

  private Reaction released(Point at, EditorView view) {
    Connecting here = over(at, view);
    boolean click = pressed != null && pressed.distanceTo(at) < Pointing.STILL;
    if (source == null || click && source.equals(here.target)) {
      // A click on the beginning chooses no end yet.
      return Reaction.to(new Connecting(kind, source, here.now, here.target, null));
    }
    Node from = view.document().node(source);
    if (here.target == null) {
      boolean onPort = click && HitTest.at(at, view, source) instanceof Hit.OnPort;
      return onPort || !view.isInView(at) ? Reaction.to(Idle.REST) : dropped(from, at, view);
    }
    Node to = view.document().node(here.target);
    if (to.id().equals(source)) {
      return Reaction.to(Idle.REST);
    }
    Optional<Kind> chosen = Connections.between(from, to, kind);
    if (chosen.isEmpty()) {
      return Reaction.to(
          Idle.REST, new Effect.Tell(new Notice.NoConnection(from.kind(), to.kind())));
    }
    ElementId id = view.ids().fresh(view.document(), chosen.get().id());
    return Reaction.to(
        Idle.REST,
        new Effect.Commit(new Connect(Connections.connector(id, chosen.get(), from, to))),
        new Effect.Select(Selection.of(id)));
  }

  /// Where nothing is yet, what may be there is offered.
  private Reaction dropped(Node from, Point at, EditorView view) {
    Point point = view.toDocument(at);
    return NewEnd.at(view, from, kind, point).isEmpty()
        ? Reaction.to(Idle.REST, new Effect.Tell(new Notice.NoNewEnd(from.kind())))
        : Reaction.to(new Offering(kind, from.id(), point));
  }

  /// A container is meant only by a connector that joins such, as a peering joins VPCs.
  private @Nullable ElementId nodeAt(Point at, EditorView view) {
    for (Node node : view.scene().nodesAt(view.toDocument(at))) {
      if (!HitTest.isBackground(node) || (kind != null && Connections.joins(kind, node))) {
        return node.id();
      }
    }
    return null;
  }
}

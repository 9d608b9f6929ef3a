package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.draw.layout.Tidy;
import dev.drawbridge.edit.Arrange;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Duplicate;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Groundwork;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.Reparent;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns inputs and commands into the next [EditorState], by the current tool's reaction.
public final class Editor {
  private static final double STEP = Math.pow(2, 0.25);

  /// At this zoom, and closer, names can be read.
  private static final double READABLE = 0.5;

  private final Ids ids;
  private final Function<Document, Function<Connector, List<Point>>> router;
  private final BooleanSupplier grid;
  private @Nullable Scene scene;
  private @Nullable Function<Connector, List<Point>> lines;

  /// @param router for a document, the corners of each connector's line as it is drawn; the same object
  ///     as long as the lines are the same
  /// @param grid whether there is a grid now
  public Editor(
      Ids ids, Function<Document, Function<Connector, List<Point>>> router, BooleanSupplier grid) {
    this.ids = ids;
    this.router = router;
    this.grid = grid;
  }

  public Ids ids() {
    return ids;
  }

  /// Where everything lies in the document that is being edited.
  public Scene scene(EditorState state) {
    return scene(state.document());
  }

  private Scene scene(Document document) {
    Scene known = scene;
    Function<Connector, List<Point>> drawn = router.apply(document);
    if (known == null || known.document() != document || drawn != lines) {
      known = Scene.of(document, drawn);
      scene = known;
      lines = drawn;
    }
    return known;
  }

  public EditorView view(EditorState state) {
    return new EditorView(
        scene(state),
        state.selection(),
        state.entered(),
        state.camera(),
        state.viewport(),
        grid.getAsBoolean(),
        ids);
  }

  public EditorState on(EditorState state, Input input) {
    if (input instanceof Input.Turned turned) {
      return state.withCamera(turned(state.camera(), turned));
    }
    boolean begins = input instanceof Input.Pressed || input instanceof Input.KeyPressed;
    EditorState heard = begins ? state.withNotice(null) : state;
    return after(state.tool().on(input, view(state)), heard);
  }

  private EditorState after(ToolState.Reaction reaction, EditorState state) {
    EditorState next = state.withTool(reaction.next());
    for (Effect effect : reaction.effects()) {
      next = apply(next, effect);
    }
    return next;
  }

  private EditorState apply(EditorState state, Effect effect) {
    return switch (effect) {
      case Effect.Preview(Edit edit) ->
          state.withShown(Edits.apply(state.document(), edit).document());
      case Effect.Commit(Edit edit) -> state.withHistory(state.history().apply(edit));
      case Effect.Cancel _ -> state.withShown(state.document());
      case Effect.Select(Selection selection) -> state.withSelection(selection);
      case Effect.Enter(ElementId container) -> Entering.enter(this, state, container);
      case Effect.MoveCamera(Camera camera) -> state.withCamera(camera);
      case Effect.Tell(Notice notice) -> state.withNotice(notice);
    };
  }

  private static Camera turned(Camera camera, Input.Turned wheel) {
    if (wheel.modifiers().ctrl()) {
      return camera.zoomed(wheel.at(), camera.zoom() * Math.pow(1.0025, wheel.dy()));
    }
    return wheel.modifiers().shift() && wheel.dx() == 0
        ? camera.panned(wheel.dy(), 0)
        : camera.panned(wheel.dx(), wheel.dy());
  }

  /// Breaks off the gesture under way, if any.
  public EditorState settled(EditorState state) {
    return state.withTool(Idle.REST).withShown(state.document());
  }

  public EditorState commit(EditorState state, Edit edit) {
    EditorState settled = settled(state);
    return settled.withNotice(null).withHistory(settled.history().apply(edit));
  }

  public EditorState undo(EditorState state) {
    EditorState settled = settled(state);
    return settled.withHistory(settled.history().undo());
  }

  public EditorState redo(EditorState state) {
    EditorState settled = settled(state);
    return settled.withHistory(settled.history().redo());
  }

  /// Back or forward to where so many steps are done.
  public EditorState travel(EditorState state, int done) {
    EditorState settled = settled(state);
    return settled.withHistory(settled.history().at(done));
  }

  /// Chooses a tool.
  public EditorState begin(EditorState state, ToolState tool) {
    return settled(state).withNotice(null).withTool(tool);
  }

  /// Takes something from the palette in hand: a node to place, or the arrow tool.
  ///
  /// @param name what a new node will be called
  public EditorState take(EditorState state, Preset preset, String name) {
    boolean arrow = Catalog.find(preset.kind()).map(Kind::isConnector).orElse(false);
    return begin(
        state,
        arrow
            ? Connecting.choosing(preset.kind())
            : Placing.of(preset, name, ids.fresh(state.document(), preset.kind())));
  }

  /// Puts something from the palette where there is room for it, without a pointer. An arrow joins two
  /// selected nodes, or waits for its ends to be chosen.
  public EditorState place(EditorState state, Preset preset, String name) {
    EditorState taken = take(state, preset, name);
    EditorView view = view(taken);
    if (!(taken.tool() instanceof Placing placing)) {
      return joined(taken, preset.kind()).orElse(taken);
    }
    Spot spot = Spot.forKind(placing.kind(), view);
    Refusal refusal = spot.target().refusal();
    if (refusal != null) {
      return placing
          .ground(view, spot.target(), spot.bounds().center())
          .map(ground -> after(Surrounding.of(placing, ground), taken))
          .orElseGet(() -> settled(taken).withNotice(new Notice.Refused(refusal)));
    }
    return put(taken, placing.node(spot.bounds(), spot.target().container(), view));
  }

  private EditorState put(EditorState state, Node node) {
    return reveal(commit(state, new Place(node)), Selection.of(node.id()).ids());
  }

  /// Puts what was dropped where no container takes it into one that does.
  public EditorState placeIn(EditorState state, Surrounding asked, ElementId container) {
    EditorState settled = settled(state);
    EditorView view = view(settled);
    Placing dropped = asked.dropped();
    boolean docked = dropped.kind().role() == Role.DOCKED;
    Rect free = Spot.free(dropped.kind().size(), docked, container, view);
    return put(settled, dropped.node(free, container, view));
  }

  /// Makes what was dropped, and around it what it needs; all of it is brought into view.
  public EditorState surround(EditorState state, Surrounding asked) {
    return shown(commit(state, asked.ground().edit()), asked.ground());
  }

  /// With the node selected and all that is around it in view.
  private static EditorState shown(EditorState state, Groundwork ground) {
    Node outermost = state.document().node(ground.places().getFirst().id());
    Rect all = state.document().absoluteBounds(outermost);
    Camera camera = state.camera();
    boolean inView = camera.visible(state.viewport()).contains(all);
    return state
        .withSelection(Selection.of(ground.node().id()))
        .withCamera(inView ? camera : Camera.fitting(all, state.viewport(), camera.zoom()));
  }

  private Optional<EditorState> joined(EditorState state, String kind) {
    List<Node> ends =
        state.selection().ids().stream()
            .flatMap(id -> state.document().findNode(id).stream())
            .toList();
    if (ends.size() != 2) {
      return Optional.empty();
    }
    return Connections.between(ends.getFirst(), ends.getLast(), kind)
        .map(chosen -> connect(state, ends.getFirst().id(), ends.getLast().id(), chosen));
  }

  /// Draws an arrow, as by hand.
  ///
  /// @param kind one that may join the two, see [Connections#all]
  public EditorState connect(EditorState state, ElementId source, ElementId target, Kind kind) {
    ElementId id = ids.fresh(state.document(), kind.id());
    Node from = state.document().node(source);
    Node to = state.document().node(target);
    Connect edit = new Connect(Connections.connector(id, kind, from, to));
    return reveal(commit(state, edit), Selection.of(id).ids());
  }

  /// Places something and draws an arrow to it, in one step.
  ///
  /// @param end what may be there, see [NewEnd]
  /// @param name what the new node is called
  /// @param at where, in document coordinates; null for wherever there is room
  public EditorState connectNew(
      EditorState state, ElementId source, NewEnd end, String name, @Nullable Point at) {
    EditorState settled = settled(state);
    EditorView view = view(settled);
    Document document = state.document();
    Placing placing = Placing.of(end.preset(), name, ids.fresh(document, end.preset().kind()));
    Spot spot = at == null ? Spot.forKind(placing.kind(), view) : placing.spot(at, view);
    Groundwork ground =
        end.needs().isEmpty()
            ? null
            : placing.ground(view, spot.target(), spot.bounds().center()).orElseThrow();
    Node node =
        ground == null
            ? placing.node(spot.bounds(), spot.target().container(), view)
            : ground.node();
    Edit placed = ground == null ? new Place(node) : ground.edit();
    ElementId id = ids.fresh(document, end.arrow().id());
    Connect arrow =
        new Connect(Connections.connector(id, end.arrow(), document.node(source), node));
    Sequence edit = new Sequence("edit.connect_new.name", List.of(placed, arrow));
    EditorState made = commit(settled, edit);
    return ground == null ? reveal(made, Selection.of(node.id()).ids()) : shown(made, ground);
  }

  /// Puts the selected nodes where there is room for them in another container.
  ///
  /// @param container one that takes them, see [Destination#of]; null for the top of the document
  public EditorState moveInto(EditorState state, @Nullable ElementId container) {
    List<Node> roots = Move.roots(state.document(), state.selection().ids());
    Reparent edit = reparenting(state, roots, container);
    return reveal(commit(state, edit), edit.ids());
  }

  /// Takes nodes to where there is room for them in another container.
  ///
  /// @param roots at least one, none of them inside another
  Reparent reparenting(EditorState state, List<Node> roots, @Nullable ElementId container) {
    Rect around =
        roots.stream().map(state.document()::absoluteBounds).reduce(Rect::union).orElseThrow();
    boolean docked = roots.stream().allMatch(HitTest::isDocked);
    Rect room = Spot.free(around.size(), docked, container, view(state));
    SequencedSet<ElementId> moved = new LinkedHashSet<>();
    roots.forEach(node -> moved.add(node.id()));
    return new Reparent(moved, container, room.topLeft().minus(around.topLeft()));
  }

  /// What brings the selection into order, or everything where nothing is selected; locked nodes stay. Takes
  /// its time, and runs on any thread.
  public static Edit tidied(Document document, Selection selection) {
    return new Arrange(
        selection.isEmpty() ? Tidy.all(document) : Tidy.only(document, selection.ids()));
  }

  public EditorState delete(EditorState state) {
    return state.selection().isEmpty() ? state : commit(state, new Delete(state.selection().ids()));
  }

  /// Copies what is selected aside, and selects the copies.
  public EditorState duplicate(EditorState state) {
    EditorView view = view(state);
    List<Aside.Piece> pieces =
        Move.roots(state.document(), state.selection().ids()).stream()
            .map(node -> new Aside.Piece(node, view.bounds(node), node.parent()))
            .toList();
    if (pieces.isEmpty()) {
      return state;
    }
    Point by = Aside.of(pieces, view);
    Duplicate edit = Duplicate.of(state.document(), state.selection().ids(), by, ids);
    return commit(state, edit).withSelection(new Selection(edit.roots(state.document())));
  }

  /// Everything at the top of the design, or of the container that was entered.
  public EditorState selectAll(EditorState state) {
    SequencedSet<ElementId> all = new LinkedHashSet<>();
    state.document().children(state.entered()).stream().map(Node::id).forEach(all::add);
    return settled(state).withSelection(new Selection(all));
  }

  /// Selects elements and brings them into view.
  public EditorState reveal(EditorState state, SequencedSet<ElementId> chosen) {
    Selection selection = new Selection(chosen).in(state.document());
    EditorState selected = settled(state).withSelection(selection);
    return extent(state, selection.ids())
        .map(area -> selected.withCamera(state.camera().revealing(area, state.viewport())))
        .orElse(selected);
  }

  /// Selects one element and brings it into view, large enough to be read.
  public EditorState visit(EditorState state, ElementId id) {
    EditorState revealed = reveal(state, Selection.of(id).ids());
    Rect area = scene(state).around(id).orElse(null);
    if (area == null || state.camera().zoom() >= READABLE) {
      return revealed;
    }
    return revealed.withCamera(Camera.fitting(area, state.viewport(), READABLE));
  }

  public EditorState fitAll(EditorState state) {
    Rect area = scene(state).extent().orElse(new Rect(-400, -300, 800, 600));
    return state.withCamera(Camera.fitting(area, state.viewport(), 1));
  }

  public EditorState fitSelection(EditorState state) {
    return extent(state, state.selection().ids())
        .map(area -> state.withCamera(Camera.fitting(area, state.viewport(), 2)))
        .orElseGet(() -> fitAll(state));
  }

  /// To the next quarter octave in or out, with the middle of the viewport fixed.
  public EditorState zoomStep(EditorState state, int direction) {
    double steps = Math.log(state.camera().zoom()) / Math.log(STEP);
    double next = direction > 0 ? Math.floor(steps + 1 + 1e-6) : Math.ceil(steps - 1 - 1e-6);
    return zoomTo(state, Math.pow(STEP, next));
  }

  public EditorState zoomTo(EditorState state, double zoom) {
    Point middle = new Point(state.viewport().width() / 2, state.viewport().height() / 2);
    return state.withCamera(state.camera().zoomed(middle, zoom));
  }

  private Optional<Rect> extent(EditorState state, SequencedSet<ElementId> chosen) {
    return chosen.stream().flatMap(id -> scene(state).around(id).stream()).reduce(Rect::union);
  }
}

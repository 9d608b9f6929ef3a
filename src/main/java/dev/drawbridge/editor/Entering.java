package dev.drawbridge.editor;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways into containers and out of them again.
public final class Entering {
  /// A container that takes this share of the viewport is large enough to work in.
  private static final double FAIR = 0.4;

  private Entering() {}

  /// Works in a container from now on, with nothing selected; null for the whole design.
  public static EditorState enter(Editor editor, EditorState state, @Nullable ElementId container) {
    EditorState settled = editor.settled(state).withNotice(null);
    return container == null
        ? settled.withSelection(Selection.NONE).withEntered(null)
        : entered(editor, settled, container);
  }

  private static EditorState entered(Editor editor, EditorState state, ElementId container) {
    EditorState inside = state.withSelection(Selection.NONE).withEntered(container);
    Rect area = editor.scene(state).bounds(container);
    Rect onScreen = state.camera().toScreen(area);
    boolean small =
        onScreen.width() < FAIR * state.viewport().width()
            && onScreen.height() < FAIR * state.viewport().height();
    return !small && state.camera().visible(state.viewport()).contains(area)
        ? inside
        : inside.withCamera(
            Camera.fitting(area, state.viewport(), Math.max(1, state.camera().zoom())));
  }

  /// Enters the selected container, and selects the first thing in it.
  public static EditorState enterSelected(Editor editor, EditorState state) {
    return container(state)
        .map(
            node -> {
              EditorState inside = enter(editor, state, node.id());
              List<Node> children = state.document().children(node.id());
              return children.isEmpty()
                  ? inside
                  : editor.reveal(inside, Selection.of(children.getFirst().id()).ids());
            })
        .orElse(state);
  }

  public static boolean canEnter(EditorState state) {
    return container(state).isPresent();
  }

  private static Optional<Node> container(EditorState state) {
    return state.selection().single().flatMap(state.document()::findNode).filter(HitTest::holds);
  }

  /// Goes out of the container that was entered, and selects it; otherwise selects what the selection lies
  /// in.
  public static EditorState leave(Editor editor, EditorState state) {
    return outside(state)
        .map(
            around -> {
              EditorState settled = editor.settled(state).withNotice(null);
              return editor.reveal(settled, Selection.of(around.id()).ids());
            })
        .orElse(state);
  }

  public static boolean canLeave(EditorState state) {
    return outside(state).isPresent();
  }

  private static Optional<Node> outside(EditorState state) {
    Document document = state.document();
    ElementId entered = state.entered();
    return entered != null
        ? document.findNode(entered)
        : state.selection().ids().stream()
            .flatMap(id -> document.findNode(id).stream())
            .flatMap(node -> document.parent(node).stream())
            .findFirst();
  }
}

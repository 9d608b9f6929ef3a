package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Random;

/// A person at the canvas: points are in document coordinates, at 100 % zoom the same as on the screen.
final class Hands {
  private final Editor editor =
      new Editor(
          Ids.from(new Random(3)),
          document -> {
            Routes routes = Routes.of(document);
            return connector -> routes.line(connector.id());
          },
          this::hasGrid);
  EditorState state;
  private boolean grid = true;
  private Modifiers held = Modifiers.NONE;

  Hands(Document document) {
    state = EditorState.opened(document).withViewport(new Size(2000, 2000));
  }

  private boolean hasGrid() {
    return grid;
  }

  Hands withoutGrid() {
    grid = false;
    return this;
  }

  Hands holding(Modifiers modifiers) {
    held = modifiers;
    return this;
  }

  private Point screen(double x, double y) {
    return state.camera().toScreen(new Point(x, y));
  }

  Hands press(double x, double y) {
    return input(new Input.Pressed(screen(x, y), Input.Button.PRIMARY, 1, held));
  }

  Hands doubleClick(double x, double y) {
    click(x, y);
    return input(new Input.Pressed(screen(x, y), Input.Button.PRIMARY, 2, held))
        .input(new Input.Released(screen(x, y), Input.Button.PRIMARY, held));
  }

  /// In a few steps, as a hand does.
  Hands drag(double x, double y) {
    Point to = screen(x, y);
    input(new Input.Dragged(new Point(to.x() - 3, to.y() - 2), held));
    return input(new Input.Dragged(to, held));
  }

  Hands release(double x, double y) {
    return input(new Input.Released(screen(x, y), Input.Button.PRIMARY, held));
  }

  Hands hover(double x, double y) {
    return input(new Input.Hovered(screen(x, y), held));
  }

  Hands click(double x, double y) {
    return press(x, y).release(x, y);
  }

  Hands dragFromTo(double fromX, double fromY, double toX, double toY) {
    return press(fromX, fromY).drag(toX, toY).release(toX, toY);
  }

  Hands key(Input.Key key) {
    return input(new Input.KeyPressed(key, held));
  }

  Hands input(Input input) {
    state = editor.on(state, input);
    return this;
  }

  Hands take(String preset) {
    state = editor.take(state, preset(preset), preset);
    return this;
  }

  static Preset preset(String key) {
    return Catalog.presets().stream()
        .filter(preset -> preset.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  Editor editor() {
    return editor;
  }

  Document document() {
    return state.document();
  }

  /// The newest node of a kind.
  Node newest(String kind) {
    return document().nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  Rect bounds(ElementId id) {
    return document().absoluteBounds(document().node(id));
  }

  Rect shown(ElementId id) {
    return state.shown().absoluteBounds(state.shown().node(id));
  }
}

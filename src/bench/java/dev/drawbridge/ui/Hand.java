package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Sends events of mouse and keyboard to the canvas of a window, all on the FX thread.
final class Hand {
  private final MainWindow window;
  private final ElementId hub;

  /// @param hub what is dragged
  Hand(MainWindow window, ElementId hub) {
    this.window = window;
    this.hub = hub;
  }

  /// Looks at the middle of the design, or what is dragged, at a zoom.
  void look(double zoom) {
    Rect at = bounds();
    window
        .session()
        .update(
            s -> s.withCamera(new Camera(Point.ORIGIN, zoom).centred(at.center(), s.viewport())));
  }

  void fitAll() {
    window.session().fitAll();
  }

  private Rect bounds() {
    var document = window.session().document();
    return document.absoluteBounds(document.node(hub));
  }

  void press() {
    Point at = window.session().state().camera().toScreen(bounds().center());
    mouse(MouseEvent.MOUSE_PRESSED, at, 0, 0);
    from = at;
  }

  /// Takes hold of everything, all of it in view.
  void pressAll() {
    fitAll();
    var all = new LinkedHashSet<>(window.session().document().elements().keySet());
    window.session().update(state -> state.withSelection(new Selection(all)));
    press();
  }

  private Point from = Point.ORIGIN;

  void drag(double dx, double dy) {
    mouse(MouseEvent.MOUSE_DRAGGED, from, dx, dy);
  }

  private void mouse(EventType<MouseEvent> type, Point at, double dx, double dy) {
    Point2D scene = window.canvas().localToScene(at.x() + dx, at.y() + dy);
    Event.fireEvent(
        window.canvas(),
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            scene.getX(),
            scene.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  void escape() {
    Event.fireEvent(
        window.canvas(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
  }

  /// @param zooming whether Ctrl is held
  void wheel(double dx, double dy, boolean zooming) {
    Point2D scene =
        window
            .canvas()
            .localToScene(window.canvas().getWidth() / 2, window.canvas().getHeight() / 2);
    Event.fireEvent(
        window.canvas(),
        new ScrollEvent(
            ScrollEvent.SCROLL,
            scene.getX(),
            scene.getY(),
            scene.getX(),
            scene.getY(),
            false,
            zooming,
            false,
            false,
            false,
            false,
            dx,
            dy,
            dx,
            dy,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }
}

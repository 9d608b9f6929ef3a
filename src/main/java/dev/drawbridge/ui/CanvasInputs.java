package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// From JavaFX's events to the editor's inputs.
final class CanvasInputs {
  /// How far one notch of a wheel scrolls where the platform counts in notches, in px.
  private static final double NOTCH = 40;

  private CanvasInputs() {}

  static Modifiers modifiers(MouseEvent event) {
    return new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
  }

  static Modifiers modifiers(KeyEvent event) {
    return new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
  }

  static Point at(MouseEvent event) {
    return new Point(event.getX(), event.getY());
  }

  static Input pressed(MouseEvent event) {
    return new Input.Pressed(at(event), button(event), event.getClickCount(), modifiers(event));
  }

  static Input released(MouseEvent event) {
    return new Input.Released(at(event), button(event), modifiers(event));
  }

  static Input scrolled(ScrollEvent event) {
    double dx = event.getDeltaX();
    double dy = event.getDeltaY();
    if (dx == 0 && dy == 0) {
      dx = event.getTextDeltaX() * NOTCH;
      dy = event.getTextDeltaY() * NOTCH;
    }
    Modifiers modifiers =
        new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
    return new Input.Turned(new Point(event.getX(), event.getY()), dx, dy, modifiers);
  }

  static Input.Key key(KeyCode code) {
    return switch (code) {
      case ESCAPE -> Input.Key.ESCAPE;
      case ENTER -> Input.Key.ENTER;
      case SPACE -> Input.Key.SPACE;
      case TAB -> Input.Key.TAB;
      case LEFT -> Input.Key.LEFT;
      case RIGHT -> Input.Key.RIGHT;
      case UP -> Input.Key.UP;
      case DOWN -> Input.Key.DOWN;
      default -> Input.Key.OTHER;
    };
  }

  private static Input.Button button(MouseEvent event) {
    return event.getButton() == MouseButton.MIDDLE
        ? Input.Button.MIDDLE
        : event.getButton() == MouseButton.SECONDARY
            ? Input.Button.SECONDARY
            : Input.Button.PRIMARY;
  }
}

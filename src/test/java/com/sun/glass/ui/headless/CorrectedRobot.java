package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Window;
import java.util.LinkedHashSet;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// A robot whose mouse knows which keys are held down, scrolls where it is, and drags.
final class CorrectedRobot extends HeadlessRobot {
  private final DragLoop drag;
  private final LinkedHashSet<MouseButton> pressed = new LinkedHashSet<>();
  private int keyModifiers;
  private double mouseX;
  private double mouseY;

  /// The window under the mouse, and the one that has the mouse while a button is down.
  private CorrectedWindow under;

  private CorrectedWindow grabbing;

  CorrectedRobot(HeadlessApplication application, DragLoop drag) {
    super(application);
    this.drag = drag;
  }

  @Override
  public void keyPress(KeyCode code) {
    keyModifiers |= modifierOf(code);
    if (code == KeyCode.ESCAPE && drag.isRunning()) {
      drag.cancel();
      return;
    }
    super.keyPress(code);
  }

  @Override
  public void keyRelease(KeyCode code) {
    keyModifiers &= ~modifierOf(code);
    super.keyRelease(code);
  }

  @Override
  public double getMouseX() {
    return mouseX;
  }

  @Override
  public double getMouseY() {
    return mouseY;
  }

  @Override
  public void mouseMove(double x, double y) {
    mouseX = x;
    mouseY = y;
    if (drag.isRunning()) {
      drag.moveTo(windowAtMouse(), (int) x, (int) y);
      return;
    }
    crossWindows();
    if (pressed.isEmpty()) {
      send(under, MouseEvent.MOVE, MouseEvent.BUTTON_NONE);
    } else {
      send(under, MouseEvent.DRAG, getGlassEventButton(pressed.getFirst()));
    }
  }

  @Override
  public void mousePress(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      crossWindows();
      pressed.add(button);
      grabbing = under;
      send(grabbing, MouseEvent.DOWN, getGlassEventButton(button));
      if (button == MouseButton.SECONDARY) {
        askForMenu(grabbing);
      }
    }
  }

  @Override
  public void mouseRelease(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      pressed.remove(button);
      if (drag.isRunning()) {
        grabbing = null;
        drag.dropAt(windowAtMouse(), (int) mouseX, (int) mouseY);
        continue;
      }
      send(isOpen(grabbing) ? grabbing : under, MouseEvent.UP, getGlassEventButton(button));
      if (pressed.isEmpty()) {
        grabbing = null;
      }
      crossWindows();
    }
  }

  @Override
  public void mouseWheel(int amount) {
    CorrectedWindow window = windowAtMouse();
    if (window == null) {
      return;
    }
    for (int i = 0; i < Math.abs(amount); i++) {
      ((HeadlessView) window.getView())
          .notifyScroll(
              xIn(window),
              yIn(window),
              (int) mouseX,
              (int) mouseY,
              0,
              -Integer.signum(amount),
              modifiers(),
              0,
              0,
              0,
              0,
              multiplierX,
              multiplierY);
    }
  }

  /// Tells the windows when the mouse leaves one for the other; not while one has it grabbed.
  private void crossWindows() {
    CorrectedWindow now = !pressed.isEmpty() && isOpen(grabbing) ? grabbing : windowAtMouse();
    if (now == under) {
      return;
    }
    CorrectedWindow before = under;
    under = now;
    if (isOpen(before)) {
      send(before, MouseEvent.EXIT, MouseEvent.BUTTON_NONE);
    }
    send(now, MouseEvent.ENTER, MouseEvent.BUTTON_NONE);
  }

  /// Of the windows under the mouse the one opened last, which lies on top.
  private CorrectedWindow windowAtMouse() {
    CorrectedWindow top = null;
    for (Window window : Window.getWindows()) {
      if (window instanceof CorrectedWindow candidate && candidate.isUnder(mouseX, mouseY)) {
        top = candidate;
      }
    }
    return top;
  }

  private void send(CorrectedWindow window, int type, int button) {
    if (window != null && window.getView() instanceof HeadlessView view) {
      view.notifyMouse(
          type,
          button,
          xIn(window),
          yIn(window),
          (int) mouseX,
          (int) mouseY,
          modifiers(),
          false,
          false);
    }
  }

  private void askForMenu(CorrectedWindow window) {
    if (isOpen(window) && window.getView() instanceof HeadlessView view) {
      view.notifyMenu(xIn(window), yIn(window), (int) mouseX, (int) mouseY, false);
    }
  }

  private static boolean isOpen(CorrectedWindow window) {
    return window != null && !window.isClosed();
  }

  private int xIn(Window window) {
    return (int) mouseX - window.getX();
  }

  private int yIn(Window window) {
    return (int) mouseY - window.getY();
  }

  private int modifiers() {
    return keyModifiers | getModifiers(pressed.toArray(MouseButton[]::new));
  }

  private static int modifierOf(KeyCode code) {
    return switch (code) {
      case SHIFT -> KeyEvent.MODIFIER_SHIFT;
      case CONTROL -> KeyEvent.MODIFIER_CONTROL;
      case ALT -> KeyEvent.MODIFIER_ALT;
      case COMMAND, META, WINDOWS -> KeyEvent.MODIFIER_COMMAND;
      default -> 0;
    };
  }
}

package com.sun.glass.ui.headless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.EventLoop;

/// A drag under way: the nested event loop in which JavaFX waits for its end, and the view that the
/// mouse is over. While it runs, the mouse moves the drag and nothing else.
final class DragLoop {
  private EventLoop loop;
  private CorrectedView target;
  private int acceptedAction = Clipboard.ACTION_NONE;

  boolean isRunning() {
    return loop != null;
  }

  /// Waits for the drop and returns the action performed.
  int run() {
    target = null;
    acceptedAction = Clipboard.ACTION_NONE;
    loop = Application.GetApplication().createEventLoop();
    return loop.enter() instanceof Integer action ? action : Clipboard.ACTION_NONE;
  }

  void moveTo(CorrectedWindow window, int screenX, int screenY) {
    CorrectedView view = window == null ? null : (CorrectedView) window.getView();
    if (view != target && target != null) {
      target.dragLeave();
    }
    boolean entered = view != target;
    target = view;
    if (view == null) {
      acceptedAction = Clipboard.ACTION_NONE;
      return;
    }
    int x = screenX - window.getX();
    int y = screenY - window.getY();
    if (entered) {
      view.dragEnter(x, y, screenX, screenY, Clipboard.ACTION_COPY);
    }
    acceptedAction = view.dragOver(x, y, screenX, screenY, Clipboard.ACTION_COPY);
  }

  void dropAt(CorrectedWindow window, int screenX, int screenY) {
    moveTo(window, screenX, screenY);
    if (target == null || acceptedAction == Clipboard.ACTION_NONE) {
      cancel();
      return;
    }
    EventLoop ended = loop;
    loop = null;
    int x = screenX - window.getX();
    int y = screenY - window.getY();
    ended.leave(target.dragDrop(x, y, screenX, screenY, acceptedAction));
  }

  void cancel() {
    EventLoop ended = loop;
    loop = null;
    if (target != null) {
      target.dragLeave();
    }
    ended.leave(Clipboard.ACTION_NONE);
  }
}

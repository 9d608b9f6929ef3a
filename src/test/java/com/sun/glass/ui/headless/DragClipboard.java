package com.sun.glass.ui.headless;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.SystemClipboard;
import java.util.HashMap;

/// The clipboard of drag and drop: filling it starts the drag and returns when the drag is over.
@SuppressWarnings("NonApiType") // the signatures are those of JavaFX
final class DragClipboard extends SystemClipboard {
  private final DragLoop drag;
  private HashMap<String, Object> content = new HashMap<>();
  private int sourceActions;

  DragClipboard(DragLoop drag) {
    super(Clipboard.DND);
    this.drag = drag;
  }

  @Override
  protected boolean isOwner() {
    return true;
  }

  @Override
  protected void pushToSystem(HashMap<String, Object> dragged, int supportedActions) {
    content = dragged;
    sourceActions = supportedActions;
    actionPerformed(drag.run());
  }

  @Override
  protected void pushTargetActionToSystem(int action) {}

  @Override
  protected Object popFromSystem(String mimeType) {
    return content.get(mimeType);
  }

  @Override
  protected int supportedSourceActionsFromSystem() {
    return sourceActions;
  }

  @Override
  protected String[] mimesFromSystem() {
    return content.keySet().toArray(String[]::new);
  }
}

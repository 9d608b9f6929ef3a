package com.sun.glass.ui.headless;

/// A view that can be told of a drag; in JavaFX these calls are open to native platforms only.
final class CorrectedView extends HeadlessView {
  int dragEnter(int x, int y, int screenX, int screenY, int recommendedAction) {
    return notifyDragEnter(x, y, screenX, screenY, recommendedAction);
  }

  int dragOver(int x, int y, int screenX, int screenY, int recommendedAction) {
    return notifyDragOver(x, y, screenX, screenY, recommendedAction);
  }

  int dragDrop(int x, int y, int screenX, int screenY, int recommendedAction) {
    return notifyDragDrop(x, y, screenX, screenY, recommendedAction);
  }

  void dragLeave() {
    notifyDragLeave();
  }
}

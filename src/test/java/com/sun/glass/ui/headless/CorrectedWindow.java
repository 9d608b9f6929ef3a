package com.sun.glass.ui.headless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/// A window that draws to a screen of any size; JavaFX's own counts on 1000 x 1000 px.
final class CorrectedWindow extends HeadlessWindow {
  private final FrameBuffer frame;

  CorrectedWindow(
      HeadlessWindowManager windowManager,
      Window owner,
      Screen screen,
      FrameBuffer frame,
      int styleMask) {
    super(windowManager, owner, screen, frame.bytes(), styleMask);
    this.frame = frame;
  }

  boolean isUnder(double x, double y) {
    return getView() != null
        && !isClosed()
        && isVisible()
        && !isMinimized()
        && x >= getX()
        && y >= getY()
        && x < getX() + getWidth()
        && y < getY() + getHeight();
  }

  @Override
  void blit(Pixels content) {
    IntBuffer source = (IntBuffer) content.getBuffer();
    int width = content.getWidth();
    for (int y = 0; y < content.getHeight(); y++) {
      frame.putRow(getX(), getY() + y, source, y * width, width);
    }
  }

  @Override
  void clearRect(int left, int width, int top, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        frame.put(x, y, 0);
      }
    }
  }

  @Override
  public Color getColor(int x, int y) {
    return frame.color(x, y);
  }

  @Override
  public void getScreenCapture(
      int left, int top, int width, int height, int[] data, boolean scaleToFit) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        data[y * width + x] = frame.get(left + x, top + y);
      }
    }
  }
}

package com.sun.glass.ui.headless;

import com.sun.glass.ui.CommonDialogs;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/// An application on a screen of a usual size, whose file dialogs are answered by the test.
final class CorrectedApplication extends HeadlessApplication {
  private static final int DEPTH_BITS = 32;
  private static final int DPI = 96;

  private final FrameBuffer frame =
      new FrameBuffer(
          Integer.getInteger("headlessx.width", 1600),
          Integer.getInteger("headlessx.height", 1200));
  private final HeadlessWindowManager windowManager = new HeadlessWindowManager();
  private final DragLoop drag;
  private final Screen screen;

  CorrectedApplication(DragLoop drag) {
    this.drag = drag;
    float scale = Float.parseFloat(System.getProperty("headlessx.scale", "1"));
    int width = frame.width();
    int height = frame.height();
    this.screen =
        new Screen(
            0,
            DEPTH_BITS,
            0,
            0,
            width,
            height,
            0,
            0,
            width,
            height,
            0,
            0,
            width,
            height,
            DPI,
            DPI,
            scale,
            scale,
            scale,
            scale);
  }

  @Override
  public GlassRobot createRobot() {
    super.createRobot(); // new windows tell that one when they come and go
    return new CorrectedRobot(this, drag);
  }

  @Override
  protected Screen[] staticScreen_getScreens() {
    return new Screen[] {screen};
  }

  @Override
  public Window createWindow(Window owner, Screen screen, int styleMask) {
    return new CorrectedWindow(windowManager, owner, screen, frame, styleMask);
  }

  @Override
  public View createView() {
    return new CorrectedView();
  }

  @Override
  public Cursor createCursor(int x, int y, Pixels pixels) {
    return new HeadlessCursor(Cursor.CURSOR_CUSTOM);
  }

  @Override
  protected void staticCursor_setVisible(boolean visible) {}

  @Override
  protected CommonDialogs.FileChooserResult staticCommonDialogs_showFileChooser(
      Window owner,
      String folder,
      String fileName,
      String title,
      int type,
      boolean multiple,
      CommonDialogs.ExtensionFilter[] filters,
      int defaultFilter) {
    return new CommonDialogs.FileChooserResult(new ArrayList<>(NextFiles.take()), null);
  }

  @Override
  protected File staticCommonDialogs_showFolderChooser(Window owner, String folder, String title) {
    List<File> files = NextFiles.take();
    return files.isEmpty() ? null : files.getFirst();
  }
}

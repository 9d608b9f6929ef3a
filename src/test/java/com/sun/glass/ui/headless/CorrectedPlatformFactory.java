package com.sun.glass.ui.headless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;

/// JavaFX's own platform without a display, with what it lacks put right, so that tests can do all
/// that a person does with mouse and keyboard. Of JavaFX 26.0.2 as it comes: mouse events carry no
/// keyboard modifiers, scroll events carry screen coordinates, drag and drop, file choosers and
/// image cursors throw, and the screen is 1000 x 1000 px.
///
/// It lies in JavaFX's own package because the classes it extends are package-private in part; that
/// works on the class path only, which is where tests run.
public class CorrectedPlatformFactory extends HeadlessPlatformFactory {
  private final DragLoop drag = new DragLoop();

  @Override
  public Application createApplication() {
    return new CorrectedApplication(drag);
  }

  @Override
  public ClipboardDelegate createClipboardDelegate() {
    ClipboardDelegate others = super.createClipboardDelegate();
    return name ->
        Clipboard.DND.equals(name) ? new DragClipboard(drag) : others.createClipboard(name);
  }
}

package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/// Has the window begin as it was at the end of the last run: language, theme, place on the screen and
/// dividers; and remembers these whenever they change.
final class Remembering {
  private static final Duration REST = Duration.millis(500);

  private final Stage stage;
  private final Panes panes;
  private final Preferences preferences;
  private final PauseTransition rest = new PauseTransition(REST);
  private Rect bounds;

  Remembering(
      Stage stage, Panes panes, Texts texts, Appearance appearance, Preferences preferences) {
    this.stage = stage;
    this.panes = panes;
    this.preferences = preferences;
    follow(texts, appearance);
    Frame kept = preferences.frameProperty().get();
    if (kept != null) {
      restore(kept);
    }
    bounds = kept == null ? new Rect(0, 0, 0, 0) : kept.bounds();
    rest.setOnFinished(_ -> remember());
    InvalidationListener changed = _ -> rest.playFromStart();
    Stream.<Observable>of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty())
        .forEach(each -> each.addListener(changed));
    panes.onChange(rest::playFromStart);
  }

  private void follow(Texts texts, Appearance appearance) {
    if (preferences.languageProperty().get() != null) {
      texts.language().set(preferences.languageProperty().get());
    }
    if (preferences.themeProperty().get() != null) {
      appearance.choiceProperty().set(preferences.themeProperty().get());
    }
    texts.language().addListener((_, _, now) -> preferences.languageProperty().set(now));
    appearance.choiceProperty().addListener((_, _, now) -> preferences.themeProperty().set(now));
  }

  /// On a screen that is still there; as large as fits.
  private void restore(Frame kept) {
    Rect at = kept.bounds();
    List<Screen> screens = Screen.getScreensForRectangle(at.x(), at.y(), at.width(), at.height());
    if (!screens.isEmpty()) {
      Rectangle2D room = screens.getFirst().getVisualBounds();
      double width = Math.min(at.width(), room.getWidth());
      double height = Math.min(at.height(), room.getHeight());
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setX(Math.clamp(at.x(), room.getMinX(), room.getMaxX() - width));
      stage.setY(Math.clamp(at.y(), room.getMinY(), room.getMaxY() - height));
    }
    stage.setMaximized(kept.maximized());
    // Positions are shares of a size that the parts have only now.
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> panes.divide(kept.dividers()));
  }

  private void remember() {
    if (stage.isIconified()) {
      return;
    }
    if (!stage.isMaximized() && !stage.isFullScreen()) {
      bounds = new Rect(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
    if (bounds.width() > 0) {
      preferences.frameProperty().set(new Frame(bounds, stage.isMaximized(), panes.positions()));
    }
  }

  /// The window is about to go.
  void end() {
    rest.stop();
    remember();
  }
}

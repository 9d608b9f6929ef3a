package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Overview;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.EditorState;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The whole design, small, and what of it the canvas shows: that is dragged about, or put where one
/// clicks. The picture is made off the FX thread, from nothing but places and colours.
final class Minimap extends Pane {
  private static final double WIDTH = 200;
  private static final double HEIGHT = 140;

  /// What of a frame is seen at least, in px.
  private static final double LEAST = 6;

  private final Session session;
  private final Appearance appearance;
  private final BooleanProperty wanted;
  private final ExecutorService worker = Live.worker("minimap");
  private final Live<Overview> live;
  private final ImageView picture = new ImageView();
  private final MinimapFrame frame = new MinimapFrame();
  private volatile double unit = 1;
  private volatile boolean dark;
  private @Nullable Overview shown;

  /// How far from the middle of the frame it is held, in px; null while it is not.
  private @Nullable Point held;

  /// @param wanted whether it is to be seen, in this window and all others
  Minimap(Session session, Texts texts, Appearance appearance, BooleanProperty wanted) {
    this.session = session;
    this.appearance = appearance;
    this.wanted = wanted;
    live =
        new Live<>(
            worker,
            (document, cancelled) ->
                Overview.of(
                    document,
                    new Size(WIDTH * unit, HEIGHT * unit),
                    dark ? Theme.DARK : Theme.LIGHT,
                    cancelled));
    getStyleClass().add("minimap");
    setId("minimap");
    accessibleTextProperty().bind(texts.of("ui.minimap.accessible"));
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    picture.setFitWidth(WIDTH);
    picture.setFitHeight(HEIGHT);
    Rectangle edge = new Rectangle(0.5, 0.5, WIDTH - 1, HEIGHT - 1);
    edge.setFill(null);
    edge.getStyleClass().add("minimap-edge");
    Group still = new Group(picture, edge);
    still.setCache(
        true); // drawn anew with every frame of a gesture, its rounded corners would be dear
    getChildren().addAll(still, frame);
    setClip(new Rectangle(WIDTH, HEIGHT));
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(
        event -> {
          held = null;
          event.consume();
        });
    session.stateProperty().addListener((_, before, now) -> follow(before, now));
    appearance.darkProperty().addListener((_, _, _) -> paint());
    visibleProperty().addListener((_, _, _) -> paint());
    sceneProperty().addListener((_, _, _) -> paint());
    wanted.addListener((_, _, _) -> appear(session.state()));
    appear(session.state());
    live.result()
        .addListener(
            (_, _, result) -> {
              if (result != null) {
                show(result.value());
              }
            });
  }

  void toggle() {
    wanted.set(!wanted.get());
  }

  /// There is none of a design in which there is nothing, nor of one that is all in view: it would only
  /// cover what can be seen beside it.
  private void appear(EditorState state) {
    Rect view = state.camera().visible(state.viewport());
    boolean beyond =
        session.editor().scene(state).extent().filter(area -> !view.contains(area)).isPresent();
    setVisible(wanted.get() && beyond);
  }

  /// Nothing is painted any more.
  void end() {
    live.end();
    worker.shutdownNow();
  }

  /// Whether it shows the document as it is.
  boolean isCurrent() {
    return live.isCurrent();
  }

  private void follow(EditorState before, EditorState now) {
    appear(now);
    if (isVisible()) {
      live.follow(now.document());
      if (before.camera() != now.camera() || before.viewport() != now.viewport()) {
        place();
      }
    }
  }

  private void paint() {
    if (isVisible()) {
      Window window = getScene() == null ? null : getScene().getWindow();
      unit = window == null ? 1 : window.getOutputScaleX();
      dark = appearance.isDark();
      live.follow(session.document());
      live.refresh();
    }
  }

  private void show(Overview overview) {
    shown = overview;
    WritableImage image = new WritableImage(overview.width(), overview.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            overview.width(),
            overview.height(),
            PixelFormat.getIntArgbPreInstance(),
            overview.pixels(),
            0,
            overview.width());
    picture.setImage(image);
    place();
  }

  /// How many px of the picture one px of the document is.
  private double scale(Overview overview) {
    return overview.scale() * WIDTH / overview.width();
  }

  private void place() {
    Overview overview = shown;
    frame.setVisible(overview != null);
    if (overview == null) {
      return;
    }
    Rect view = session.state().camera().visible(session.state().viewport());
    double scale = scale(overview);
    double width = Math.max(LEAST, view.width() * scale);
    double height = Math.max(LEAST, view.height() * scale);
    double x = (view.centerX() - overview.corner().x()) * scale - width / 2;
    double y = (view.centerY() - overview.corner().y()) * scale - height / 2;
    double left = Math.clamp(x, 1, WIDTH - LEAST);
    double top = Math.clamp(y, 1, HEIGHT - LEAST);
    double right = Math.clamp(x + width, LEAST, WIDTH - 1);
    double bottom = Math.clamp(y + height, LEAST, HEIGHT - 1);
    frame.place(new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top)));
  }

  private void pressed(MouseEvent event) {
    Point at = new Point(event.getX(), event.getY());
    Point middle = frame.bounds().center();
    held = frame.bounds().contains(at) ? at.minus(middle) : Point.ORIGIN;
    dragged(event);
  }

  private void dragged(MouseEvent event) {
    Point grip = held;
    Overview overview = shown;
    if (grip != null && overview != null) {
      double scale = scale(overview);
      Point middle =
          new Point(
              (event.getX() - grip.x()) / scale + overview.corner().x(),
              (event.getY() - grip.y()) / scale + overview.corner().y());
      session.update(
          state -> {
            Camera camera = state.camera().centred(middle, state.viewport());
            return state.withCamera(camera);
          });
    }
    event.consume();
  }
}

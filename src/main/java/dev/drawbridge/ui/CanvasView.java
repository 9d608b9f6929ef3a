package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Badge;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import dev.drawbridge.editor.Overlay;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The drawing surface: as large as the viewport, never as the document. It draws what the state says
/// and passes on what the hands do.
final class CanvasView extends Region {
  private static final int DOTS = 0x1a1f2328;
  private static final int DOTS_ON_DARK = 0x12ffffff;

  private final Session session;
  private final Texts texts;
  private final Appearance appearance;
  private final Supplier<Pictures.Shown> picture;
  private final Tiles tiles = new Tiles(this::repaint);

  /// Over the tiles: what a gesture changes, and the marks of selection and tools.
  private final Front front = new Front();

  private final Rectangle clip = new Rectangle();
  private final LabelEditor label;
  private final Reader reader;
  private final Sheet sheet;
  private final ReadOnlyBooleanProperty grid;
  private Pictures.@Nullable Shown drawn;
  private @Nullable Camera drawnFrom;

  /// What a gesture changed: drawn above the tiles until these show it themselves.
  private @Nullable Picture over;

  private Point last = Point.ORIGIN;
  private boolean dragging;

  /// @param picture of the document that is shown now
  /// @param grid whether the grid is shown
  /// @param badges the findings of an element; null for none
  CanvasView(
      Session session,
      Texts texts,
      Appearance appearance,
      ReadOnlyBooleanProperty grid,
      Supplier<Pictures.Shown> picture,
      Function<ElementId, @Nullable Badge> badges) {
    this.session = session;
    this.texts = texts;
    this.appearance = appearance;
    this.grid = grid;
    this.picture = picture;
    this.label = new LabelEditor(session, this::requestFocus);
    this.reader = new Reader(session, texts, badges);
    getStyleClass().add("design-canvas");
    setId("canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    accessibleTextProperty().bind(texts.of("ui.canvas.accessible"));
    sheet = new Sheet(List.of(tiles.node(), front.node(), reader, label.field()));
    sheet.setClip(clip);
    getChildren().add(sheet);
    listenToTheMouse();
    listenToTheKeys();
    session.stateProperty().addListener((_, _, _) -> changed());
    texts.language().addListener((_, _, _) -> redraw());
    appearance.darkProperty().addListener((_, _, _) -> redraw());
    focusedProperty().addListener((_, _, _) -> redraw());
    grid.addListener((_, _, _) -> repaint());
  }

  /// The picture is another, though the state may be the same.
  void redraw() {
    sheet.requestLayout();
  }

  /// Where the pointer is, in px of the viewport; null while it is elsewhere.
  @Nullable Point pointer() {
    return isHover() ? last : null;
  }

  /// Where the pointer last was.
  Point lastPointer() {
    return last;
  }

  /// Whether it shows the state as it is, and everything in full.
  boolean isDrawn() {
    return !isNeedsLayout() && !sheet.isNeedsLayout() && tiles.isComplete();
  }

  private void changed() {
    EditorState state = session.state();
    setCursor(Cursors.of(state, session.editor(), last));
    redraw();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (width <= 0 || height <= 0) {
      return;
    }
    if (sheet.getWidth() != width || sheet.getHeight() != height) {
      clip.setWidth(width);
      clip.setHeight(height);
      drawn = null;
      sheet.resize(width, height);
      session.resized(new Size(width, height));
    }
  }

  /// What is drawn. It is laid out by itself, for no frame should lay out the window around it.
  private final class Sheet extends Region {
    Sheet(List<Node> layers) {
      setManaged(false);
      getChildren().addAll(layers);
    }

    @Override
    protected void layoutChildren() {
      if (getWidth() > 0 && getHeight() > 0) {
        draw(getWidth(), getHeight());
      }
    }
  }

  private void draw(double width, double height) {
    drawDesign(width, height);
    drawFront(width, height);
    label.show(session.state(), texts);
    if (reader.follow() && isFocused()) {
      notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }

  /// The selected element is what a screen reader has before it.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return switch (attribute) {
      case FOCUS_ITEM -> reader.hasSomething() ? reader : null;
      case ITEM_COUNT -> reader.hasSomething() ? 1 : 0;
      case ITEM_AT_INDEX -> reader;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /// Something else is there to be drawn, though the picture is the same.
  private void repaint() {
    drawn = null;
    redraw();
  }

  private void drawDesign(double width, double height) {
    Pictures.Shown now = picture.get();
    Camera camera = session.state().camera();
    if (now == drawn && camera.equals(drawnFrom)) {
      return;
    }
    drawn = now;
    drawnFrom = camera;
    tiles.show(now.chunks(), view(camera, width, height));
    if (now.over() != null) {
      over = now.over();
    } else if (tiles.isComplete()) {
      over = null;
    }
  }

  private Tiles.View view(Camera camera, double width, double height) {
    double unit = getScene().getWindow().getOutputScaleX();
    double scale = camera.zoom() * unit;
    return new Tiles.View(
        scale,
        unit,
        Math.round(camera.corner().x() * scale),
        Math.round(camera.corner().y() * scale),
        (int) Math.ceil(width * unit),
        (int) Math.ceil(height * unit),
        !grid.get() ? 0 : appearance.isDark() ? DOTS_ON_DARK : DOTS);
  }

  private void drawFront(double width, double height) {
    EditorState state = session.state();
    Picture marks =
        Overlay.of(
            state,
            session.editor().view(state),
            appearance.isDark() ? Overlay.Tints.DARK : Overlay.Tints.LIGHT,
            texts.messages());
    front.show(over, state.camera(), marks, new Size(width, height));
  }

  /// Another design is shown: nothing of the one before may stay on the screen.
  void forget() {
    tiles.forget();
    drawn = null;
    over = null;
    redraw();
  }

  /// Nothing is drawn any more.
  void end() {
    tiles.end();
  }

  private void listenToTheMouse() {
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          last = CanvasInputs.at(event);
          dragging = true;
          session.on(CanvasInputs.pressed(event));
          event.consume();
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> pass(new Input.Dragged(at(event), CanvasInputs.modifiers(event))));
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          dragging = false;
          pass(CanvasInputs.released(event));
        });
    addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> pass(new Input.Hovered(at(event), CanvasInputs.modifiers(event))));
    addEventHandler(
        MouseEvent.MOUSE_EXITED,
        _ -> {
          session.pointAt(null);
          if (!dragging) {
            pass(new Input.Left());
          }
        });
    // A full drag that began in the palette.
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER,
        event -> pass(new Input.Dragged(at(event), CanvasInputs.modifiers(event))));
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          requestFocus(); // before the drop, which may open something that takes the keyboard
          pass(CanvasInputs.released(event));
        });
    addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> pass(new Input.Left()));
    addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          session.on(CanvasInputs.scrolled(event));
          event.consume();
        });
    addEventHandler(
        ZoomEvent.ZOOM,
        event -> {
          Point pointer = new Point(event.getX(), event.getY());
          session.update(
              state ->
                  state.withCamera(
                      state
                          .camera()
                          .zoomed(pointer, state.camera().zoom() * event.getZoomFactor())));
          event.consume();
        });
  }

  private Point at(MouseEvent event) {
    last = CanvasInputs.at(event);
    session.pointAt(last);
    return last;
  }

  private void pass(Input input) {
    session.on(input);
  }

  private void listenToTheKeys() {
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Input.Key key = CanvasInputs.key(event.getCode());
          if (isModifier(event.getCode())) {
            again(CanvasInputs.modifiers(event));
          } else if (key != Input.Key.OTHER && !leavesTheCanvas(event)) {
            session.on(new Input.KeyPressed(key, CanvasInputs.modifiers(event)));
            event.consume();
          }
        });
    addEventHandler(
        KeyEvent.KEY_RELEASED,
        event -> {
          Input.Key key = CanvasInputs.key(event.getCode());
          if (isModifier(event.getCode())) {
            again(CanvasInputs.modifiers(event));
          } else if (key != Input.Key.OTHER) {
            session.on(new Input.KeyReleased(key, CanvasInputs.modifiers(event)));
            event.consume();
          }
        });
  }

  /// Ctrl+Tab goes on to the next part of the window; Tab walks over the elements. Esc gives up a gesture
  /// whatever is held on the way.
  private static boolean leavesTheCanvas(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      return false;
    }
    return event.getCode() == KeyCode.TAB && event.isShortcutDown()
        || event.getCode() != KeyCode.TAB && event.isShortcutDown()
        || event.isAltDown();
  }

  private static boolean isModifier(KeyCode code) {
    return code == KeyCode.SHIFT
        || code == KeyCode.CONTROL
        || code == KeyCode.ALT
        || code == KeyCode.COMMAND;
  }

  /// A modifier pressed or released during a drag means something at once, not with the next move.
  private void again(Modifiers modifiers) {
    if (dragging && session.state().tool().isBusy()) {
      session.on(new Input.Dragged(last, modifiers));
    }
  }
}

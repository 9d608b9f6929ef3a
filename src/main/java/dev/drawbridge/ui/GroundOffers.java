package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Surrounding;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Asks what is to be around something that was dropped where no container takes it: new places, or one of
/// those that are there.
final class GroundOffers {
  private final Session session;
  private final Texts texts;
  private final Chooser chooser;
  private final ElementOffers elements;
  private final CanvasView canvas;

  /// The drop that is asked about; null for none.
  private @Nullable Surrounding asked;

  private GroundOffers(
      Session session, Texts texts, Chooser chooser, ElementOffers elements, CanvasView canvas) {
    this.session = session;
    this.texts = texts;
    this.chooser = chooser;
    this.elements = elements;
    this.canvas = canvas;
  }

  /// Asks from now on, whenever something is dropped like that.
  static void watch(
      Session session, Texts texts, Chooser chooser, ElementOffers elements, CanvasView canvas) {
    GroundOffers offers = new GroundOffers(session, texts, chooser, elements, canvas);
    session.stateProperty().addListener((_, _, now) -> offers.follow(now));
  }

  private void follow(EditorState state) {
    if (state.tool() instanceof Surrounding dropped) {
      if (dropped != asked) {
        asked = dropped;
        ask(dropped, state);
      }
    } else {
      asked = null;
    }
  }

  /// Below what was dropped, which is shown with all that would be made. Whoever chooses nothing places
  /// nothing.
  private void ask(Surrounding dropped, EditorState state) {
    Document shown = state.shown();
    Node node = shown.node(dropped.ground().node().id());
    Rect bounds = shown.absoluteBounds(node);
    Point corner = state.camera().toScreen(new Point(bounds.x(), bounds.bottom()));
    Point2D here = canvas.localToScene(corner.x(), corner.y() + 2 * Chooser.BESIDE);
    chooser.askAt(
        here,
        dropped,
        texts.get(
            "ui.surround.title", Display.preset(dropped.dropped().preset(), texts.messages())),
        texts.get("ui.path.choose"),
        elements.surroundings(dropped),
        this::giveUp);
  }

  private void giveUp() {
    if (session.state().tool() instanceof Surrounding) {
      session.update(session.editor()::settled);
    }
  }
}

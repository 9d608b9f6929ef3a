package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.BeforeEach;

/// What the tests of known hands have in common: a small design in the real window, and short words for it.
abstract class KnownHands extends OpenWindow {
  static final ElementId SECOND = new ElementId("second");
  static final ElementId THIRD = new ElementId("third");
  Document start;

  @BeforeEach
  void openTheDesign() {
    open(SmallDesign.document());
    interact(
        () -> {
          session()
              .commit(new Place(node(SECOND, "tier.was", SUBNET_C, new Rect(30, 100, 100, 60))));
          session()
              .commit(new Place(node(THIRD, "tier.was", SUBNET_C, new Rect(200, 130, 120, 60))));
          session().open(session().document());
          session().fitAll();
          window.canvas().requestFocus();
        });
    start = document();
  }

  Camera camera() {
    return call(() -> session().state().camera());
  }

  Set<ElementId> selected() {
    return call(() -> Set.copyOf(session().state().selection().ids()));
  }

  void select(ElementId... ids) {
    interact(
        () -> {
          session().update(state -> state.withSelection(Selection.of(ids)));
          window.canvas().requestFocus();
        });
  }

  Point2D middle(ElementId id) {
    return at(bounds(id).center());
  }

  /// Ground of a container on which nothing else lies, not even its handle.
  Point2D ground(ElementId container) {
    Rect on = bounds(container);
    return at(on.right() - 16, on.bottom() - 16);
  }
}

package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.editor.HitTest;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list that opens where an arrow is dropped on nothing.
class NewEndPopupTest extends OpenWindow {
  private static final Point GROUND = new Point(720, 330);

  private final Document start = SmallDesign.document();

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(() -> window.canvas().requestFocus());
  }

  private void dropAnArrow() {
    Rect tier = bounds(TIER);
    mouseTo(at(tier.center()));
    Point port = new Point(tier.right() + HitTest.PORT_DISTANCE, tier.centerY());
    double zoom = call(() -> session().state().camera().zoom());
    dragTo(at(tier.right() + HitTest.PORT_DISTANCE / zoom, port.y()), at(GROUND));
  }

  private boolean isOpen() {
    return call(() -> window.navigation().chooser().isOpen());
  }

  @SuppressWarnings("unchecked")
  private List<Offer> offers() {
    return call(() -> List.copyOf(lookup("#chooser-list").queryAs(ListView.class).getItems()));
  }

  @Test
  void typingAndEnterPlaceAndConnectAsOneStep() {
    dropAnArrow();
    assertTrue(isOpen());
    assertEquals("Connect was to a new…", lookup("#chooser-title").queryLabeled().getText());
    write("mariadb").push(KeyCode.ENTER);
    assertFalse(isOpen());
    Node placed = document().nodes().getLast();
    assertEquals("aws.rds", placed.kind());
    assertEquals(SUBNET_C, placed.parent());
    assertEquals(placed.id(), document().connectors().getLast().target());
    assertTrue(call(() -> window.canvas().isFocused()));
    shortcut(KeyCode.Z);
    assertEquals(start, document());
  }

  @Test
  void theArrowKeysWalkAndEscapeLeavesNothing() {
    dropAnArrow();
    ListView<?> list = lookup("#chooser-list").queryListView();
    assertEquals(0, call(() -> list.getSelectionModel().getSelectedIndex()));
    push(KeyCode.DOWN);
    assertEquals(1, call(() -> list.getSelectionModel().getSelectedIndex()));
    push(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertEquals(start, document());
    assertFalse(call(() -> session().state().tool().isBusy()));
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void aClickBesideItLeavesNothing() {
    dropAnArrow();
    clickAt(at(new Point(30, 600)));
    assertFalse(isOpen());
    assertEquals(start, document());
    assertFalse(call(() -> session().state().tool().isBusy()));
  }

  @Test
  void itStandsBesideThePointerAndWithinTheWindow() {
    dropAnArrow();
    Point2D pointer = at(GROUND);
    interact(() -> window.navigation().chooser().layout());
    Bounds card =
        call(
            () -> {
              var node = lookup(".chooser-card").query();
              return node.localToScreen(node.getLayoutBounds());
            });
    assertTrue(Math.abs(card.getMinX() - pointer.getX()) < 30, card + " " + pointer);
    assertTrue(Math.abs(card.getMinY() - pointer.getY()) < 30, card + " " + pointer);
    assertTrue(card.getMaxY() <= stage.getY() + stage.getHeight());
    push(KeyCode.ESCAPE);
  }

  @Test
  void itSpeaksTheLanguageOfTheWindowAndIsFoundInBoth() {
    interact(() -> texts.language().set(Language.KOREAN));
    dropAnArrow();
    assertEquals("was: 새로 놓고 연결할 대상", lookup("#chooser-title").queryLabeled().getText());
    int all = offers().size();
    write("mariadb");
    assertTrue(!offers().isEmpty() && offers().size() < all);
    push(KeyCode.ESCAPE);
  }

  @Test
  void theKeyboardAloneConnectsToSomethingNew() {
    interact(() -> session().update(state -> state.withSelection(Selection.of(TIER))));
    shortcut(KeyCode.SHIFT, KeyCode.A);
    assertTrue(isOpen());
    write("valkey").push(KeyCode.ENTER);
    assertEquals("aws.elasticache", document().nodes().getLast().kind());
    assertEquals(start.connectors().size() + 1, document().connectors().size());
  }
}

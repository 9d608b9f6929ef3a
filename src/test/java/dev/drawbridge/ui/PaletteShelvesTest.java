package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The palette in the window: whatever is in view of it is whole.
class PaletteShelvesTest extends OpenWindow {
  private List<Pane> entries() {
    return call(() -> List.copyOf(lookup("#palette .palette-entry").queryAllAs(Pane.class)));
  }

  private ScrollPane scroll() {
    return call(() -> lookup("#palette .scroll-pane").queryAs(ScrollPane.class));
  }

  private boolean isSeen(Pane entry) {
    return call(
        () ->
            scroll()
                .localToScreen(scroll().getBoundsInLocal())
                .intersects(entry.localToScreen(entry.getBoundsInLocal())));
  }

  private void look(double share) {
    interact(
        () -> {
          scroll().setVvalue(share);
          scroll().getScene().getRoot().layout();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void whatIsInViewIsWholeWhereverOneScrolls() {
    Set<Double> heights = call(() -> Set.of(scroll().getContent().prefHeight(-1)));
    for (double share : new double[] {0, 0.5, 1, 0.2, 0}) {
      look(share);
      List<Pane> seen = entries().stream().filter(this::isSeen).toList();
      assertTrue(seen.size() > 5, seen.size() + " entries at " + share);
      for (Pane entry : seen) {
        String name = call(entry::getAccessibleText);
        List<String> texts =
            call(
                () ->
                    entry.getChildren().stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .toList());
        assertEquals(List.of(name), texts);
      }
      assertEquals(heights, call(() -> Set.of(scroll().getContent().prefHeight(-1))));
    }
  }

  @Test
  void whatIsFarFromViewIsNoBurdenToAFrame() {
    look(1);
    Node first = entries().getFirst();
    assertEquals(List.of(), call(() -> ((Pane) first).getChildren()));
    look(0);
    assertFalse(call(() -> ((Pane) first).getChildren().isEmpty()));
  }

  @Test
  void anEntryThatWasOutOfViewIsFoundWhole() {
    look(0);
    interact(() -> lookup("#palette-search").queryTextInputControl().setText("monitoring"));
    look(0);
    assertFalse(entries().isEmpty());
    assertTrue(call(() -> entries().stream().noneMatch(entry -> entry.getChildren().isEmpty())));
    interact(() -> lookup("#palette-search").queryTextInputControl().clear());
    look(1);
    List<Pane> seen = entries().stream().filter(this::isSeen).toList();
    assertTrue(call(() -> seen.stream().noneMatch(entry -> entry.getChildren().isEmpty())));
  }
}

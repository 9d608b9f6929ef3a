package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a mouse does by dragging, done with keys; and what a screen reader is told.
class WithoutMouseTest extends OpenWindow {
  private final Document start = SmallDesign.document();

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(() -> window.canvas().requestFocus());
  }

  private void select(ElementId... ids) {
    interact(() -> session().update(state -> state.withSelection(Selection.of(ids))));
  }

  @SuppressWarnings("unchecked")
  private List<Offer> offers() {
    return call(() -> List.copyOf(lookup("#chooser-list").queryAs(ListView.class).getItems()));
  }

  private Offer offer(String name) {
    return offers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private boolean isOpen() {
    return call(() -> window.navigation().chooser().isOpen());
  }

  @Test
  void anArrowIsDrawnByNameAlone() {
    select(TIER);
    push(KeyCode.SHIFT, KeyCode.A);
    assertEquals("Connect was to…", lookup("#chooser-title").queryLabeled().getText());
    assertEquals("", lookup("#chooser-field").queryTextInputControl().getText());
    Offer possible = offers().getFirst();
    assertTrue(possible.possible());
    write(possible.name()).push(KeyCode.ENTER);
    assertEquals(start.connectors().size() + 1, document().connectors().size());
    assertEquals(TIER, document().connectors().getLast().source());
  }

  @Test
  void whereNoArrowLeadsItSaysWhyAndDrawsNone() {
    select(TIER);
    push(KeyCode.SHIFT, KeyCode.A);
    Offer subnet = offer("subnet-c");
    assertFalse(subnet.possible());
    assertTrue(subnet.detail().startsWith("No arrow leads from"), subnet.detail());
    write("subnet-c").push(KeyCode.ENTER);
    assertTrue(isOpen());
    push(KeyCode.ESCAPE);
    assertEquals(start, document());
  }

  @Test
  void somethingIsMovedIntoAContainerByNameAlone() {
    select(TIER);
    shortcut(KeyCode.SHIFT, KeyCode.M);
    assertEquals("Move was into…", lookup("#chooser-title").queryLabeled().getText());
    write("subnet-c").push(KeyCode.ENTER);
    assertEquals(SUBNET_C, document().node(TIER).parent());
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void aContainerThatWillNotTakeItSaysWhyInTheLanguageOfTheWindow() {
    interact(() -> texts.language().set(Language.KOREAN));
    select(SUBNET_A);
    shortcut(KeyCode.SHIFT, KeyCode.M);
    Offer refused = offer("subnet-c");
    assertFalse(refused.possible());
    assertEquals(
        dev.drawbridge.edit.Containment.refusal(start, start.node(SUBNET_A), SUBNET_C)
            .orElseThrow()
            .text(texts.messages()),
        refused.detail());
    write("subnet-c").push(KeyCode.ENTER);
    assertEquals(start, document());
    push(KeyCode.ESCAPE);
  }

  @Test
  void theOutlineRenamesInPlace() {
    select(TIER);
    interact(() -> lookup("#outline").query().requestFocus());
    push(KeyCode.F2);
    assertTrue(call(() -> lookup("#outline-editor").query().isFocused()));
    interact(() -> lookup("#outline-editor").queryTextInputControl().selectAll());
    write("orders").push(KeyCode.ENTER);
    assertEquals("orders", document().node(TIER).name());
    assertTrue(call(() -> lookup("#outline").query().isFocused()));
    push(KeyCode.F2);
    write("nothing").push(KeyCode.ESCAPE);
    assertEquals("orders", document().node(TIER).name());
  }

  @Test
  void altAndArrowsReorderInTheOutline() {
    select(GATEWAY);
    interact(() -> lookup("#outline").query().requestFocus());
    push(KeyCode.ALT, KeyCode.DOWN);
    assertEquals(
        List.of(ZONE_A, ZONE_C, BALANCER, GATEWAY),
        document().children(VPC).stream().map(Node::id).toList());
    push(KeyCode.ALT, KeyCode.UP);
    assertEquals(start, document());
  }

  private String read() {
    Object item =
        call(() -> window.canvas().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
    return item == null ? null : call(() -> ((javafx.scene.Node) item).getAccessibleText());
  }

  @Test
  void theCanvasTellsAScreenReaderWhatIsSelected() {
    assertNull(read());
    select(BALANCER);
    until(() -> window.isDrawn());
    assertTrue(read().startsWith("Application Load Balancer alb"), read());
    assertTrue(read().contains("over subnet-a, subnet-c"), read());
    select(SUBNET_A);
    until(() -> window.isDrawn());
    assertTrue(read().contains("in zone-a") && read().contains("1 inside"), read());
    String english = read();
    interact(() -> texts.language().set(Language.KOREAN));
    until(() -> window.isDrawn());
    assertNotEquals(english, read());
    assertTrue(read().contains("zone-a 안"), read());
    select(SUBNET_A, TIER);
    until(() -> window.isDrawn());
    assertEquals("2개 선택됨", read());
  }

  @Test
  void whatIsWrongIsTold() {
    checked();
    select(TIER);
    until(() -> window.isDrawn());
    int count =
        call(
            () ->
                dev.drawbridge.draw.Look.LIGHT
                    .withFindings(
                        problemList().getItems().stream()
                            .filter(ProblemRow.Problem.class::isInstance)
                            .map(row -> ((ProblemRow.Problem) row).finding())
                            .toList())
                    .badges()
                    .get(TIER)
                    .count());
    assertTrue(read().endsWith(texts.get("ui.problems.count", count)), read());
  }
}

package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dragging rows of the outline.
class OutlineDragTest extends OpenWindow {
  private final Document start = SmallDesign.document();

  @BeforeEach
  void openTheDesign() {
    open(start);
    until(() -> cell(SUBNET_C) != null && cell(BALANCER) != null);
  }

  @SuppressWarnings("unchecked")
  private TreeCell<Element> cell(ElementId id) {
    return lookup("#outline .tree-cell").queryAllAs(TreeCell.class).stream()
        .filter(cell -> cell.getItem() instanceof Element element && element.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /// @param down how far down the row, 0 to 1
  private Point2D row(ElementId id, double down) {
    return call(
        () -> {
          Bounds on = cell(id).localToScreen(cell(id).getLayoutBounds());
          return new Point2D(on.getMinX() + 90, on.getMinY() + down * on.getHeight());
        });
  }

  private List<ElementId> inVpc() {
    return document().children(VPC).stream().map(Node::id).toList();
  }

  @Test
  void ontoAContainerPutsItInAndIsOneStep() {
    dragTo(row(TIER, 0.5), row(SUBNET_C, 0.5));
    assertEquals(SUBNET_C, document().node(TIER).parent());
    assertTrue(call(() -> session().state().selection().contains(TIER)));
    shortcut(KeyCode.Z);
    assertEquals(start, document());
  }

  @Test
  void betweenTwoRowsPutsItThere() {
    dragTo(row(BALANCER, 0.5), row(ZONE_C, 0.1));
    assertEquals(List.of(ZONE_A, BALANCER, ZONE_C, GATEWAY), inVpc());
    dragTo(row(ZONE_A, 0.5), row(GATEWAY, 0.8));
    assertEquals(List.of(BALANCER, ZONE_C, GATEWAY, ZONE_A), inVpc());
  }

  @Test
  void whatIsNotTakenSaysWhyBeforeTheDropAndStays() {
    mouseTo(row(SUBNET_A, 0.5));
    mouseDown();
    mouseTo(row(SUBNET_A, 0.9));
    mouseTo(row(SUBNET_C, 0.4));
    mouseTo(row(SUBNET_C, 0.5));
    String why =
        Containment.refusal(start, start.node(SUBNET_A), SUBNET_C)
            .orElseThrow()
            .text(texts.messages());
    assertEquals(why, call(() -> lookup("#drag-refusal").queryAs(Label.class).getText()));
    mouseUp();
    assertEquals(start, document());
    assertEquals(why, call(() -> lookup("#status-notice").queryAs(Label.class).getText()));
  }

  @Test
  void rowsThatAreNotInViewComeWhileThePointerIsAtTheEdge() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    Document design = document();
    ElementId first = design.nodes().getFirst().id();
    ElementId last = design.connectors().getLast().id();
    until(() -> cell(first) != null);
    assertNull(call(() -> cell(last)));
    mouseTo(row(first, 0.5));
    mouseDown();
    mouseTo(row(first, 0.9));
    Bounds outline =
        call(
            () -> {
              OutlineView view = lookup("#outline").queryAs(OutlineView.class);
              return view.localToScreen(view.getLayoutBounds());
            });
    mouseTo(new Point2D(outline.getMinX() + 90, outline.getMaxY() - 30));
    mouseTo(new Point2D(outline.getMinX() + 90, outline.getMaxY() - 3));
    until(() -> cell(last) != null);
    push(KeyCode.ESCAPE);
    mouseUp();
    assertEquals(design, document());
  }

  @Test
  void escapeGivesUp() {
    mouseTo(row(TIER, 0.5));
    mouseDown();
    mouseTo(row(TIER, 0.9));
    mouseTo(row(SUBNET_C, 0.5));
    push(KeyCode.ESCAPE);
    mouseUp();
    assertEquals(start, document());
    assertFalse(lookup(".drag-ghost").tryQuery().isPresent());
  }
}

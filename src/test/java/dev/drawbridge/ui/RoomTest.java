package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Every part of the window has the room that it needs.
class RoomTest extends OpenWindow {
  private static final Document GOOD = Template.THREE_TIER.design(Language.ENGLISH);
  private static final Document PLANTED = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);

  private boolean shows(String query) {
    return call(() -> lookup(query).tryQuery().filter(RoomTest::isSeen).isPresent());
  }

  private static boolean isSeen(Node node) {
    return node.getScene() != null && node.isVisible();
  }

  /// How much of the height the tabs take.
  private double bottom() {
    return call(
        () -> {
          double tabs = lookup("#bottom").queryAs(javafx.scene.layout.Region.class).getHeight();
          return tabs / (stage.getScene().getHeight() - 80);
        });
  }

  @Test
  void whileNothingIsDrawnOnlyThePaletteStandsBesideTheStartPage() {
    assertTrue(shows("#start"));
    assertTrue(shows("#palette-search"));
    assertFalse(shows("#bottom"));
    assertFalse(shows("#side"));
    assertFalse(shows("#inspector"));
    open(GOOD);
    assertTrue(shows("#bottom"));
    assertTrue(shows("#side"));
    assertTrue(shows("#inspector"));
  }

  @Test
  void theTabsAreLowForAGoodDesignAndHighForOneWithProblems() {
    open(GOOD);
    assertEquals(Panes.LOW, bottom(), 0.03);
    open(PLANTED);
    assertEquals(Panes.HIGH, bottom(), 0.03);
    open(GOOD);
    assertEquals(Panes.LOW, bottom(), 0.03);
  }

  @Test
  void nothingMovesWhileSomebodyDraws() {
    open(GOOD);
    interact(() -> session().commit(Delete.of(new ElementId("nat-a"))));
    checked();
    assertFalse(problemList().getItems().isEmpty());
    assertEquals(Panes.LOW, bottom(), 0.03);
  }

  @Test
  void aHeightThatTheUserChoseStays() {
    open(GOOD);
    interact(() -> window.giveBottom(0.5));
    open(PLANTED);
    assertEquals(0.5, bottom(), 0.03);
    open(GOOD);
    assertEquals(0.5, bottom(), 0.03);
  }

  @Test
  void anotherTabThanThatOfTheProblemsHasRoom() {
    open(GOOD);
    interact(() -> window.showTab(BottomTabs.Name.TERRAFORM));
    assertEquals(Panes.HIGH, bottom(), 0.03);
  }

  @Test
  void withoutAProblemThereIsNothingToNarrowDown() {
    open(GOOD);
    assertFalse(
        shows("#problem-filter")
            && call(() -> lookup("#problem-filter").query().getParent().isVisible()));
    open(PLANTED);
    assertTrue(call(() -> lookup("#problem-filter").query().getParent().isVisible()));
    assertTrue(shows("#problem-details"));
  }
}

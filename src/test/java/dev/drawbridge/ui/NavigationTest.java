package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Moving about in the window by keyboard alone, on the three-tier design.
class NavigationTest extends OpenWindow {
  private final Document start = Template.THREE_TIER.design(Language.ENGLISH);

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(() -> window.canvas().requestFocus());
  }

  @SuppressWarnings("unchecked")
  private List<Offer> offers() {
    return call(() -> List.copyOf(lookup("#chooser-list").queryAs(ListView.class).getItems()));
  }

  private Node nat() {
    return start.nodes().stream()
        .filter(node -> node.kind().equals("aws.nat_gateway"))
        .findFirst()
        .orElseThrow();
  }

  private boolean isOpen() {
    return call(() -> window.navigation().chooser().isOpen());
  }

  private void select(ElementId... ids) {
    interact(
        () ->
            session()
                .update(state -> state.withSelection(dev.drawbridge.editor.Selection.of(ids))));
  }

  @Test
  void ctrlKOffersEveryCommandThereIs() {
    shortcut(KeyCode.K);
    assertTrue(isOpen());
    assertEquals(window.commands().all().size(), offers().size());
    push(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void aCommandIsFoundByAFewLettersAndDoneWithEnter() {
    shortcut(KeyCode.SHIFT, KeyCode.P);
    write("sel al");
    assertEquals("Select all", offers().getFirst().name());
    push(KeyCode.ENTER);
    assertFalse(isOpen());
    assertFalse(call(() -> session().state().selection().isEmpty()));
  }

  @Test
  void aCommandIsFoundInKoreanToo() {
    shortcut(KeyCode.K);
    interact(() -> lookup("#chooser-field").queryTextInputControl().setText("ㅁㄷㅅㅌ"));
    assertEquals("Select all", offers().getFirst().name());
    interact(() -> texts.language().set(Language.KOREAN));
    assertFalse(isOpen()); // what it offers would be in the wrong language
    shortcut(KeyCode.K);
    interact(() -> lookup("#chooser-field").queryTextInputControl().setText("selall"));
    assertEquals("모두 선택", offers().getFirst().name());
  }

  @Test
  void whatCannotBeDoneIsShownAndDoesNothing() {
    shortcut(KeyCode.K);
    write("undo");
    assertFalse(offers().getFirst().possible());
    push(KeyCode.ENTER);
    assertTrue(isOpen());
    assertEquals(start, document());
  }

  @Test
  void downAndUpGoRoundAndRound() {
    shortcut(KeyCode.K);
    ListView<?> list = lookup("#chooser-list").queryAs(ListView.class);
    push(KeyCode.UP);
    assertEquals(offers().size() - 1, call(() -> list.getSelectionModel().getSelectedIndex()));
    push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertEquals(1, call(() -> list.getSelectionModel().getSelectedIndex()));
  }

  @Test
  void aClickBesideItClosesIt() {
    shortcut(KeyCode.K);
    clickAt(call(() -> window.canvas().localToScreen(20, 400)));
    assertFalse(isOpen());
    assertTrue(call(() -> session().state().selection().isEmpty()));
  }

  @Test
  void whatWasDoneLastStandsFirst() {
    shortcut(KeyCode.K);
    write("select all").push(KeyCode.ENTER);
    shortcut(KeyCode.K);
    assertEquals("Select all", offers().getFirst().name());
  }

  private void look(String typed) {
    shortcut(KeyCode.F);
    interact(() -> lookup("#find-field").queryTextInputControl().setText(typed));
    until(() -> window.navigation().find().isSettled());
  }

  private ElementId selected() {
    return call(() -> session().state().selection().single().orElse(null));
  }

  private String count() {
    return call(() -> lookup("#find-count").queryLabeled().getText());
  }

  @Test
  void ctrlFFindsGoesOnAndBackAndCounts() {
    List<ElementId> subnets =
        start.elements().values().stream()
            .filter(e -> e.kind().equals("aws.subnet"))
            .map(Element::id)
            .toList();
    look("aws.subnet");
    assertEquals("Nothing found", count());
    look("10.0.0.0/16");
    assertEquals("1 / 1", count());
    look("서브넷");
    int all = Integer.parseInt(count().replaceAll(".* / ", ""));
    assertTrue(all >= subnets.size());
    ElementId first = selected();
    push(KeyCode.ENTER);
    ElementId second = selected();
    assertFalse(first.equals(second));
    assertEquals("2 / " + all, count());
    push(KeyCode.SHIFT, KeyCode.ENTER);
    assertEquals(first, selected());
    push(KeyCode.SHIFT, KeyCode.F3);
    assertEquals(all + " / " + all, count());
    push(KeyCode.F3);
    assertEquals(first, selected());
    push(KeyCode.ESCAPE);
    assertFalse(call(() -> lookup("#find-bar").query().isVisible()));
    assertEquals(first, selected());
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void whatIsFoundIsBroughtIntoViewLargeEnoughToBeRead() {
    interact(() -> session().update(state -> session().editor().zoomTo(state, 0.05)));
    look(nat().name());
    assertTrue(call(() -> session().state().camera().zoom()) >= 0.5);
    assertTrue(
        call(
            () ->
                session()
                    .state()
                    .camera()
                    .visible(session().state().viewport())
                    .contains(start.absoluteBounds(nat()))));
  }

  @Test
  void anEditIsFollowedWhileTheBarIsOpen() {
    look(nat().name());
    String before = count();
    interact(() -> session().update(session().editor()::delete));
    until(() -> window.navigation().find().isSettled());
    assertFalse(before.equals(count()));
  }

  @Test
  void ctrlShiftFSearchesThePalette() {
    shortcut(KeyCode.SHIFT, KeyCode.F);
    assertSame(
        lookup("#palette-search").query(), call(() -> window.canvas().getScene().getFocusOwner()));
  }

  private Point2D onMinimap(double x, double y) {
    return call(
        () -> {
          javafx.scene.Node map = lookup("#minimap").query();
          return map.localToScreen(x, y);
        });
  }

  private Rect view() {
    return call(() -> session().state().camera().visible(session().state().viewport()));
  }

  @Test
  void theMinimapShowsTheDesignAndMovesTheView() {
    interact(() -> session().update(state -> session().editor().zoomTo(state, 2)));
    until(() -> window.navigation().minimap().isCurrent());
    clickAt(onMinimap(40, 40));
    Rect before = view();
    dragTo(onMinimap(40, 40), onMinimap(80, 60));
    Rect after = view();
    assertEquals(before.size(), after.size());
    assertEquals(
        (after.centerX() - before.centerX()) / 40, (after.centerY() - before.centerY()) / 20, 0.2);
    assertTrue(after.centerX() > before.centerX() + 50);
    assertEquals(start, document());
  }

  @Test
  void theMinimapIsThereWhenPartOfTheDesignIsOutOfView() {
    interact(() -> session().fitAll());
    assertFalse(call(() -> lookup("#minimap").query().isVisible()));
    interact(() -> session().update(state -> session().editor().zoomTo(state, 2)));
    assertTrue(call(() -> lookup("#minimap").query().isVisible()));
  }

  @Test
  void theMinimapIsHiddenAndShownByItsCommand() {
    interact(() -> session().update(state -> session().editor().zoomTo(state, 2)));
    push(KeyCode.SHIFT, KeyCode.M);
    assertFalse(call(() -> lookup("#minimap").query().isVisible()));
    push(KeyCode.SHIFT, KeyCode.M);
    assertTrue(call(() -> lookup("#minimap").query().isVisible()));
  }

  @Test
  void ctrlShiftDownEntersAndTheBreadcrumbLeadsBack() {
    Node region =
        start.nodes().stream()
            .filter(node -> node.kind().equals("aws.region"))
            .findFirst()
            .orElseThrow();
    select(region.id());
    shortcut(KeyCode.SHIFT, KeyCode.DOWN);
    shortcut(KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals("aws.vpc", call(() -> document().node(session().state().entered()).kind()));
    assertTrue(call(() -> lookup("#breadcrumb").query().isVisible()));
    shortcut(KeyCode.SHIFT, KeyCode.UP);
    assertEquals(region.id(), call(() -> session().state().entered()));
    interact(() -> lookup("#breadcrumb .button").queryButton().fire());
    assertFalse(call(() -> lookup("#breadcrumb").query().isVisible()));
    assertEquals(null, call(() -> session().state().entered()));
  }

  @Test
  void theStatusLineSaysWhereThePointerIs() {
    interact(() -> session().update(state -> state.withCamera(Camera.START)));
    mouseTo(at(140, 90));
    assertEquals(140, told(1), 1);
    assertEquals(90, told(2), 1);
    interact(() -> session().update(state -> state.withCamera(state.camera().panned(50, 0))));
    assertEquals(90, told(1), 1);
    assertEquals(90, told(2), 1);
    mouseTo(middle("#status-verdict"));
    assertEquals("", call(() -> said("#status-pointer")));
  }

  /// The first or second number of where the pointer is said to be.
  private double told(int number) {
    Matcher place =
        Pattern.compile("x (-?\\d+) +y (-?\\d+)").matcher(call(() -> said("#status-pointer")));
    assertTrue(place.matches());
    return Double.parseDouble(place.group(number));
  }

  private String said(String query) {
    return lookup(query).queryLabeled().getText();
  }
}

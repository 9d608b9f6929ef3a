package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Picking;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathTest extends OpenWindow {
  private static final ElementId INTERNET = new ElementId("internet-users");
  private static final ElementId WEB = new ElementId("web-nginx");
  private static final ElementId WAS = new ElementId("was-app");
  private static final ElementId DATABASE = new ElementId("rds-main");
  private static final ElementId WRITE = new ElementId("traffic-write");

  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(
        () -> {
          window.giveBottom(0.5);
          window.showTab(BottomTabs.Name.PATH);
        });
  }

  private void ask(ElementId from, ElementId to, Integer port) {
    interact(() -> window.path().set(PathQuestion.OPEN.withFrom(from).withTo(to).withPort(port)));
    until(() -> window.results().showsPath());
  }

  private String verdict() {
    return call(() -> lookup("#path-verdict").queryLabeled().getText());
  }

  private List<String> links() {
    return call(
        () ->
            lookup("#path-result .hyperlink").queryAllAs(Hyperlink.class).stream()
                .map(Labeled::getText)
                .toList());
  }

  private void follow(String text) {
    interact(
        () ->
            lookup("#path-result .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text + " in " + links()))
                .fire());
  }

  private String text(String query) {
    return call(() -> lookup(query).queryAs(TextField.class).getText());
  }

  private void type(String query, String text) {
    interact(
        () -> {
          TextField field = lookup(query).queryAs(TextField.class);
          field.requestFocus();
          field.setText(text);
        });
    push(KeyCode.ENTER);
  }

  private void select(ElementId id) {
    interact(() -> session().update(state -> state.withSelection(Selection.of(id))));
  }

  @Test
  void showsTheWayHopByHopAndLightsItUp() {
    ask(WAS, DATABASE, 5432);
    assertEquals("Passes", verdict());
    assertTrue(links().stream().anyMatch(text -> text.endsWith(":5432")), links().toString());
    assertEquals(List.of(WAS, DATABASE), call(() -> window.path().trail().stations()));
  }

  @Test
  void theRuleThatAdmitsLeadsToItsField() {
    ask(WAS, DATABASE, 5432);
    follow("admits tcp 5432");
    assertEquals(Selection.of(WRITE), call(() -> session().state().selection()));
    assertTrue(call(() -> lookup("#property-ports").query().isFocused()));
  }

  @Test
  void showsEveryBlockerAndEachLeadsToItsField() {
    ask(INTERNET, DATABASE, 5432);
    assertEquals("Blocked", verdict());
    assertTrue(links().stream().anyMatch(t -> t.contains("no security group")), links().toString());
    follow("has no public address");
    assertEquals(Selection.of(DATABASE), call(() -> session().state().selection()));
    assertTrue(call(() -> lookup("#property-publiclyAccessible").query().isFocused()));
    assertTrue(call(() -> window.path().trail().blockers()).contains(DATABASE));
  }

  @Test
  void staysRightAfterEachEditAndUndo() {
    ask(WAS, DATABASE, 5432);
    interact(() -> session().commit(SetProperty.of(WRITE, Traffic.PORTS.name(), Datum.of("3306"))));
    until(() -> window.results().showsPath());
    assertEquals("Blocked", verdict());
    shortcut(KeyCode.Z);
    until(() -> window.results().showsPath());
    assertEquals("Passes", verdict());
  }

  @Test
  void anEndThatIsDeletedIsForgotten() {
    ask(WAS, DATABASE, 5432);
    interact(() -> session().commit(new Delete(new LinkedHashSet<>(List.of(DATABASE)))));
    assertEquals("", text("#path-to"));
    assertTrue(call(() -> window.path().trail().isEmpty()));
    assertTrue(lookup("#path-verdict").tryQuery().isEmpty());
  }

  @Test
  void theWayBackIsAnotherQuestion() {
    ask(WAS, DATABASE, null);
    clickAt(middle("#path-swap"));
    until(() -> window.results().showsPath());
    assertEquals("Blocked", verdict());
    assertEquals(DATABASE, call(() -> window.path().question().from()));
  }

  @Test
  void anEndIsTyped() {
    type("#path-from", "web");
    type("#path-to", "internal");
    until(() -> window.results().showsPath());
    assertEquals("Passes", verdict());
    assertEquals(WEB, call(() -> window.path().question().from()));
    assertEquals(new ElementId("alb-internal"), call(() -> window.path().question().to()));
  }

  @Test
  void theDownKeyListsAllAndEnterTakesOne() {
    interact(() -> lookup("#path-to").query().requestFocus());
    push(KeyCode.DOWN);
    until(() -> lookup(".auto-complete-popup .list-cell").tryQuery().isPresent());
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    assertTrue(call(() -> window.path().question().to() != null));
  }

  @Test
  void whatNobodyIsCalledIsNotTaken() {
    ask(WAS, DATABASE, null);
    String before = text("#path-to");
    type("#path-to", "mainframe");
    assertEquals(before, text("#path-to"));
  }

  @Test
  void anEndIsPickedOnTheCanvas() {
    interact(() -> session().fitAll());
    clickAt(middle("#path-from-pick"));
    assertTrue(call(() -> session().state().tool() instanceof Picking));
    clickAt(at(bounds(WAS).center()));
    assertEquals(WAS, call(() -> window.path().question().from()));
    assertFalse(call(() -> session().state().tool().isBusy()));
    clickAt(middle("#path-to-pick"));
    push(KeyCode.ESCAPE);
    assertNull(call(() -> window.path().question().to()));
  }

  @Test
  void anEndIsTakenFromTheSelection() {
    select(DATABASE);
    clickAt(middle("#path-to-selected"));
    assertEquals(DATABASE, call(() -> window.path().question().to()));
  }

  @Test
  void aNodeSaysPathFromHereAndToHere() {
    interact(() -> window.showTab(BottomTabs.Name.PROBLEMS));
    select(WAS);
    interact(() -> window.commands().get("path-from").run());
    select(DATABASE);
    interact(() -> window.commands().get("path-to").run());
    until(() -> window.results().showsPath());
    assertEquals("Passes", verdict());
  }

  @Test
  void aPortThatIsNoneIsMarkedAndNotAsked() {
    ask(WAS, DATABASE, null);
    type("#path-port", "70000");
    assertTrue(
        call(() -> lookup("#path-port").query().getPseudoClassStates().contains(Pseudo.DANGER)));
    assertTrue(lookup("#path-verdict").tryQuery().isEmpty());
    type("#path-port", "3306");
    until(() -> window.results().showsPath());
    assertEquals("Blocked", verdict());
    follow("5432");
    until(() -> window.results().showsPath());
    assertEquals("Passes", verdict());
    assertEquals("5432", text("#path-port"));
  }
}

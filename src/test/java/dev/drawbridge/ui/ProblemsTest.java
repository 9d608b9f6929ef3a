package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemsTest extends OpenWindow {
  private static final ElementId DATABASE = new ElementId("rds-main");

  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER_PLANTED.design(Language.ENGLISH));
    interact(() -> window.giveBottom(0.5));
  }

  private List<Finding> listed() {
    return call(
        () ->
            problemList().getItems().stream()
                .filter(ProblemRow.Problem.class::isInstance)
                .map(row -> ((ProblemRow.Problem) row).finding())
                .toList());
  }

  private void toggle(String query) {
    interact(() -> lookup(query).queryAs(ToggleButton.class).fire());
  }

  private void group(String by) {
    interact(
        () ->
            lookup("#problem-grouping").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getId().equals("group-" + by))
                .forEach(
                    item -> {
                      ((RadioMenuItem) item).setSelected(true);
                      item.fire();
                    }));
  }

  private void focusList() {
    interact(() -> problemList().requestFocus());
  }

  @Test
  void ctrlAndPeriodMendTheSelectedElement() {
    checked();
    Finding mendable =
        listed().stream()
            .filter(finding -> !finding.fixes().isEmpty() && finding.element().isPresent())
            .findFirst()
            .orElseThrow();
    interact(
        () -> {
          session()
              .update(state -> state.withSelection(Selection.of(mendable.element().orElseThrow())));
          window.canvas().requestFocus();
        });
    Document before = document();
    shortcut(KeyCode.PERIOD);
    assertNotEquals(before, document());
    checked();
    assertFalse(
        listed().stream()
            .anyMatch(
                finding ->
                    finding.rule().equals(mendable.rule())
                        && finding.subjects().equals(mendable.subjects())));
    shortcut(KeyCode.Z);
    assertEquals(before, document());
  }

  @Test
  void enterLeadsToTheFieldAtFault() {
    choose("RDS-003");
    focusList();
    push(KeyCode.ENTER);
    assertEquals(Selection.of(DATABASE), call(() -> session().state().selection()));
    String property = call(() -> problem("RDS-003").property());
    assertTrue(call(() -> lookup("#property-" + property).query().isFocused()), property);
  }

  @Test
  void altEnterMendsTheChosenProblemInTheListAndShowsPropertiesElsewhere() {
    choose("DMZ-005");
    Document before = document();
    interact(() -> window.canvas().requestFocus());
    push(KeyCode.ALT, KeyCode.ENTER);
    assertEquals(before, document());
    assertTrue(call(() -> lookup("#inspector-name").query().isFocused()));
    choose("DMZ-005");
    focusList();
    push(KeyCode.ALT, KeyCode.ENTER);
    checked();
    assertFalse(lists("DMZ-005"));
  }

  @Test
  void onlyWhatIsSelected() {
    int all = listed().size();
    interact(() -> session().update(state -> state.withSelection(Selection.of(DATABASE))));
    toggle("#problem-selected");
    List<Finding> own = listed();
    assertTrue(!own.isEmpty() && own.size() < all);
    assertTrue(own.stream().allMatch(finding -> finding.elements().contains(DATABASE)));
    choose(own.getLast().rule());
    assertEquals(own, listed(), "choosing one does not take the others away");
    toggle("#problem-selected");
    assertEquals(all, listed().size());
  }

  @Test
  void groupsAreChosenAndClosed() {
    group("element");
    assertTrue(
        call(() -> problemList().getItems().getFirst()) instanceof ProblemRow.Title title
            && title.grouping() == ProblemFilter.Grouping.ELEMENT);
    int before = listed().size();
    interact(
        () -> {
          problemList().requestFocus();
          problemList().getSelectionModel().select(0);
        });
    push(KeyCode.LEFT);
    assertTrue(listed().size() < before);
    push(KeyCode.RIGHT);
    assertEquals(before, listed().size());
  }

  @Test
  void aProblemIsSuppressedShownOnDemandAndTakenBack() {
    choose("RDS-003");
    dialogs.acceptance = new Dialogs.Acceptance("moved in July", TODAY.plusDays(30));
    interact(() -> window.commands().get("suppress").run());
    checked();
    assertFalse(lists("RDS-003"));
    toggle("#problem-suppressed");
    assertTrue(lists("RDS-003"));
    choose("RDS-003");
    String told = call(() -> lookup(".accepted").queryAs(Labeled.class).getText());
    assertTrue(told.contains("moved in July") && told.contains("2030-07-01"), told);
    clickAt(middle("#unsuppress"));
    checked();
    toggle("#problem-suppressed");
    assertTrue(lists("RDS-003"));
  }

  @Test
  void aSuppressionThatIsNotConfirmedChangesNothing() {
    Document before = document();
    choose("RDS-003");
    interact(() -> window.commands().get("suppress").run());
    assertEquals(before, document());
  }

  @Test
  void aProblemIsCopiedAsText() {
    choose("DMZ-001");
    focusList();
    shortcut(KeyCode.C);
    String text = call(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(text.startsWith("Critical DMZ-001: "), text);
    assertTrue(text.contains("Internet → Internet gateway → WAS:8080"), text);
  }

  @Test
  void allOfAKindAreMendedInOneStepOffTheWindowsThread() {
    ElementId replica = new ElementId("rds-replica");
    interact(
        () -> {
          for (ElementId id : List.of(DATABASE, replica)) {
            session()
                .commit(SetProperty.of(id, RdsPrimary.DELETION_PROTECTION.name(), Datum.of(false)));
          }
        });
    checked();
    Document careless = document();
    assertEquals(2, listed().stream().filter(finding -> finding.rule().equals("RDS-007")).count());
    choose("RDS-007");
    interact(() -> window.commands().get("fix-all").run());
    until(() -> window.problemActions().progress().get() == null);
    checked();
    assertFalse(lists("RDS-007"));
    shortcut(KeyCode.Z);
    assertEquals(careless, document());
  }

  @Test
  void mendingThatIsStoppedLeavesTheDesignAsItIs() {
    Document before = document();
    choose("DMZ-005");
    interact(
        () -> {
          window.commands().get("fix-all").run();
          window.problemActions().cancel();
        });
    until(() -> window.problemActions().progress().get() == null);
    assertEquals(before, document());
  }

  @Test
  void f8GoesFromProblemToProblemAndAround() {
    int count = listed().size();
    Finding first = listed().getFirst();
    for (int i = 0; i < count + 1; i++) {
      push(KeyCode.F8);
    }
    assertEquals(first, call(() -> window.problems().chosenProperty().get()));
    push(KeyCode.SHIFT, KeyCode.F8);
    assertEquals(listed().getLast(), call(() -> window.problems().chosenProperty().get()));
  }

  @Test
  void aListenerHearsSeverityRuleAndText() {
    choose("DMZ-001");
    String heard =
        call(() -> lookup("#problem-list .list-cell:selected").query().getAccessibleText());
    assertTrue(heard.startsWith("Critical, DMZ-001, "), heard);
    assertTrue(heard.contains("Alt+Enter"), heard);
  }

  @Test
  void nothingIsChosenWhereTheFilterLeavesNothing() {
    choose("DMZ-001");
    interact(() -> lookup("#problem-filter").queryTextInputControl().setText("no such thing"));
    assertEquals(List.of(), listed());
    assertNull(call(() -> window.problems().chosenProperty().get()));
  }
}

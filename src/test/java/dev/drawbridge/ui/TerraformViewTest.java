package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerraformViewTest extends OpenWindow {
  private static final ElementId ALB = new ElementId("alb-public");
  private static final ElementId VPC = new ElementId("vpc-main");

  @BeforeEach
  void lookAtTheTerraform() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(
        () -> {
          window.showTab(BottomTabs.Name.TERRAFORM);
          window.giveBottom(0.6);
        });
    until(() -> window.results().showsTerraform() && !lines().getItems().isEmpty());
  }

  @SuppressWarnings("unchecked")
  private ListView<String> lines() {
    return lookup("#terraform-text").queryAs(ListView.class);
  }

  @SuppressWarnings("unchecked")
  private ListView<TerraformListing.File> files() {
    return lookup("#terraform-files").queryAs(ListView.class);
  }

  private void select(ElementId id) {
    interact(
        () ->
            session()
                .update(
                    state -> session().editor().reveal(state, new LinkedHashSet<>(List.of(id)))));
  }

  private List<String> marked() {
    return call(
        () ->
            lookup(".code-line").queryAllAs(IndexedCell.class).stream()
                .filter(cell -> cell.getPseudoClassStates().contains(Pseudo.MARKED))
                .map(cell -> String.valueOf(cell.getItem()))
                .toList());
  }

  private String file() {
    return call(() -> files().getSelectionModel().getSelectedItem().path());
  }

  @Test
  void itFollowsTheSelectionToItsFileAndMarksItsBlocks() {
    select(ALB);
    assertEquals("load_balancing.tf", file());
    until(() -> marked().contains("resource \"aws_lb\" \"public_alb\" {"));
    assertTrue(
        call(() -> lookup("#terraform-place").queryAs(Labeled.class).getText())
            .matches("[0-9]+ blocks of the selection in [0-9]+ files"));
    select(VPC);
    assertEquals("network.tf", file());
    until(() -> marked().contains("resource \"aws_vpc\" \"main\" {"));
  }

  @Test
  void aBlockLeadsToItsElementByMouseAndByKeyboard() {
    select(VPC);
    select(ALB);
    int head = call(() -> lines().getItems().indexOf("resource \"aws_lb\" \"internal_alb\" {"));
    interact(() -> lines().scrollTo(head));
    until(() -> cell(head) != null);
    interact(
        () -> {
          var at = cell(head).localToScreen(80, 8);
          clickAt(at);
        });
    until(() -> session().state().selection().contains(new ElementId("alb-internal")));
    assertEquals("load_balancing.tf", file());
    int back = call(() -> lines().getItems().indexOf("resource \"aws_lb\" \"public_alb\" {"));
    interact(
        () -> {
          lines().requestFocus();
          lines().getSelectionModel().clearAndSelect(back + 2);
          lines().getFocusModel().focus(back + 2);
        });
    push(KeyCode.ENTER);
    until(() -> session().state().selection().contains(ALB));
  }

  private IndexedCell<?> cell(int index) {
    return lookup(".code-line").queryAllAs(IndexedCell.class).stream()
        .filter(one -> one.getIndex() == index && one.isVisible())
        .findFirst()
        .orElse(null);
  }

  @Test
  void theNextBlockMayBeInAnotherFile() {
    select(ALB);
    interact(() -> lookup("#terraform-previous").queryAs(Button.class).fire());
    assertEquals("security.tf", file());
    interact(() -> lookup("#terraform-next").queryAs(Button.class).fire());
    assertEquals("load_balancing.tf", file());
  }

  @Test
  void theFileIsCopiedWhole() {
    select(VPC);
    interact(() -> lookup("#terraform-copy").queryAs(Button.class).fire());
    String copied = call(() -> Clipboard.getSystemClipboard().getString());
    assertEquals(call(() -> String.join("\n", lines().getItems()) + "\n"), copied);
  }

  @Test
  void anEditIsSeenAndTheFileStaysOpen() {
    select(ALB);
    interact(
        () ->
            session()
                .commit(
                    dev.drawbridge.edit.SetProperty.of(
                        ALB, "idleTimeout", dev.drawbridge.model.Datum.of(123L))));
    until(() -> window.results().showsTerraform());
    assertEquals("load_balancing.tf", file());
    assertTrue(call(() -> lines().getItems().stream().anyMatch(line -> line.endsWith("= 123"))));
  }
}

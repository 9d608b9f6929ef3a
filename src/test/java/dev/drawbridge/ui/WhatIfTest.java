package dev.drawbridge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.draw.Trail;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest extends OpenWindow {
  private static final ElementId WAS = new ElementId("was-app");
  private static final ElementId DATABASE = new ElementId("rds-main");

  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(
        () -> {
          window.giveBottom(0.5);
          window.showTab(BottomTabs.Name.WHAT_IF);
        });
  }

  private void fail(ElementId element) {
    interact(() -> window.whatIf().set(new Failing(element)));
    until(() -> window.results().showsWhatIf());
  }

  private String verdict() {
    return call(() -> lookup("#what-if-verdict").queryLabeled().getText());
  }

  private List<String> texts() {
    return call(
        () ->
            lookup("#what-if-result .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
  }

  @Test
  void showsWhatStillServesAndLightsUpWhatIsHit() {
    fail(DATABASE);
    assertThat(verdict()).isEqualTo("Serves, impaired");
    assertThat(texts()).contains("when database fails", "fails over", "serves as before");
    Trail trail = call(() -> window.whatIf().trail());
    assertThat(trail.blockers()).containsExactly(DATABASE);
  }

  @Test
  void isRightAfterEachEditAndUndo() {
    fail(DATABASE);
    interact(() -> session().commit(SetProperty.of(DATABASE, RdsPrimary.MULTI_AZ, false)));
    until(() -> window.results().showsWhatIf());
    assertThat(verdict()).isEqualTo("Something no longer serves");
    assertThat(texts()).contains("A replica has to be promoted by hand.");
    assertThat(call(() -> window.whatIf().trail()).blockers()).contains(DATABASE, WAS);
    interact(() -> window.commands().get("undo").run());
    until(() -> window.results().showsWhatIf());
    assertThat(verdict()).isEqualTo("Serves, impaired");
    interact(() -> session().commit(Delete.of(DATABASE)));
    until(() -> window.results().showsWhatIf());
    assertThat(call(() -> lookup("#what-if-failed").queryAs(TextField.class).getText())).isEmpty();
  }

  @Test
  void isAskedByTypingAndLeadsToWhatItNames() {
    interact(
        () -> {
          TextField field = lookup("#what-if-failed").queryAs(TextField.class);
          field.requestFocus();
          field.setText("WAS");
        });
    push(KeyCode.ENTER);
    until(() -> window.results().showsWhatIf());
    assertThat(texts()).contains("1 of 2 servers left.");
    interact(
        () ->
            lookup("#what-if-result .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("database"))
                .findFirst()
                .orElseThrow()
                .fire());
    assertThat(call(() -> session().state().selection())).isEqualTo(Selection.of(DATABASE));
  }

  @Test
  void theSelectedElementFailsByCommandInEitherLanguage() {
    interact(() -> window.showTab(BottomTabs.Name.PROBLEMS));
    interact(() -> session().update(state -> state.withSelection(Selection.of(WAS))));
    interact(() -> window.commands().get("what-if-here").run());
    until(() -> window.results().showsWhatIf());
    assertThat(verdict()).isEqualTo("Serves, impaired");
    interact(() -> window.commands().get("language-ko").run());
    assertThat(verdict()).isEqualTo("서비스하지만 영향을 받음");
    assertThat(texts()).contains("서버 2대 가운데 1대가 남습니다.");
  }
}

package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Lock;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryViewTest extends OpenWindow {
  private final Document start = SmallDesign.document();

  @BeforeEach
  void workABit() {
    open(start);
    List<Edit> work =
        List.of(
            Move.of(SmallDesign.TIER, 8, 0),
            new Rename(SmallDesign.TIER, "orders"),
            new Lock(new LinkedHashSet<>(List.of(SmallDesign.SUBNET_A)), true));
    interact(() -> work.forEach(session()::commit));
  }

  /// Also while another tab is in front.
  private HistoryView view() {
    return call(() -> window.navigation().side().history());
  }

  private List<String> names() {
    return call(
        () ->
            view().getItems().stream()
                .map(moment -> HistoryView.text(moment, session().document(), texts))
                .toList());
  }

  @Test
  void everyStepIsNamedInTheLanguageOfTheWindow() {
    assertEquals(List.of("Beginning", "Move · was", "Rename · orders", "Lock · subnet-a"), names());
    interact(() -> texts.language().set(Language.KOREAN));
    assertEquals(List.of("처음", "이동 · was", "이름 바꾸기 · orders", "잠금 · subnet-a"), names());
  }

  @Test
  void choosingAStepGoesThereAndTheOthersStay() {
    Document end = document();
    interact(() -> view().getSelectionModel().select(1));
    assertEquals("was", document().node(SmallDesign.TIER).name());
    assertEquals(
        start.node(SmallDesign.TIER).bounds().x() + 8,
        document().node(SmallDesign.TIER).bounds().x());
    assertEquals(4, names().size());
    interact(() -> view().getSelectionModel().select(0));
    assertEquals(start, document());
    interact(() -> view().getSelectionModel().select(3));
    assertEquals(end, document());
  }

  @Test
  void undoAndANewEditAreFollowed() {
    interact(() -> window.canvas().requestFocus());
    shortcut(KeyCode.Z);
    assertEquals(2, call(() -> view().getSelectionModel().getSelectedIndex()));
    interact(() -> session().commit(Move.of(SmallDesign.GATEWAY, 40, 0)));
    assertEquals("Move · igw", names().getLast());
    assertEquals(4, names().size());
    assertEquals(3, call(() -> view().getSelectionModel().getSelectedIndex()));
  }

  @Test
  void itIsReachedAndUsedByKeyboardAlone() {
    interact(() -> window.canvas().requestFocus());
    shortcut(KeyCode.SHIFT, KeyCode.H);
    assertTrue(call(() -> view().isFocused()));
    push(KeyCode.UP);
    push(KeyCode.UP);
    assertEquals("was", document().node(SmallDesign.TIER).name());
    push(KeyCode.HOME);
    assertEquals(start, document());
  }
}

package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void everyStepIsReachedFromEveryOther() {
    History history = History.of(SmallDesign.document());
    List<Document> documents = new ArrayList<>(List.of(history.current()));
    for (int i = 1; i <= 4; i++) {
      history = history.apply(Move.of(SmallDesign.TIER, 3 * i, i));
      documents.add(history.current());
    }
    for (int from = 0; from < documents.size(); from++) {
      History there = history.at(from);
      assertEquals(documents.get(from), there.current());
      for (int to = 0; to < documents.size(); to++) {
        History back = there.at(to);
        assertEquals(documents.get(to), back.current());
        assertEquals(to, back.undoable().size());
        assertEquals(4 - to, back.redoable().size());
      }
    }
  }

  @Test
  void goingWhereOneIsChangesNothing() {
    History history = History.of(SmallDesign.document()).apply(Move.of(SmallDesign.TIER, 8, 0));
    assertSame(history, history.at(1));
    assertSame(history, history.redo());
    History beginning = history.undo();
    assertSame(beginning, beginning.undo());
  }

  @Test
  void thereIsNoStepBeforeTheFirstOrAfterTheLast() {
    History history = History.of(SmallDesign.document());
    assertThrows(IllegalArgumentException.class, () -> history.at(-1));
    assertThrows(IllegalArgumentException.class, () -> history.at(1));
  }
}

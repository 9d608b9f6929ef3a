package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;

/// Whatever a person does, in whichever order: undoing it all gives the start, redoing it all the end.
class EditSequencesTest {

  @net.jqwik.api.Property(tries = 150)
  void undoingAllGivesTheStartAndRedoingAllTheEnd(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Random chance = new Random(seed);
    Ids ids = Ids.from(chance);
    Document start = SmallDesign.document();
    History history = History.of(start);
    for (int i = 0; i < steps; i++) {
      Edit edit = RandomEdits.any(history.current(), chance, ids).orElse(null);
      if (edit != null) {
        history = history.apply(edit);
        assertEquals(List.of(), Invariants.violations(history.current()), edit.toString());
      }
    }
    Document end = history.current();
    List<ElementId> order = List.copyOf(end.elements().keySet());
    while (history.canUndo()) {
      history = history.undo();
      assertEquals(List.of(), Invariants.violations(history.current()));
    }
    assertEquals(start, history.current());
    assertEquals(
        List.copyOf(start.elements().keySet()), List.copyOf(history.current().elements().keySet()));
    while (history.canRedo()) {
      history = history.redo();
    }
    assertEquals(end, history.current());
    assertEquals(order, List.copyOf(history.current().elements().keySet()));
  }
}

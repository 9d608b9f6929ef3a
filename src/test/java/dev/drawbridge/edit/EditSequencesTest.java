package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;
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
      Edit edit = anyEdit(history.current(), chance, ids).orElse(null);
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

  private static Optional<Edit> anyEdit(Document document, Random chance, Ids ids) {
    List<Node> nodes = document.nodes();
    if (nodes.isEmpty()) {
      return Optional.of(place(document, null, chance, ids));
    }
    Node node = any(nodes, chance);
    Node other = any(nodes, chance);
    SequencedSet<ElementId> both = new LinkedHashSet<>(List.of(node.id(), other.id()));
    Point by = new Point(chance.nextInt(-300, 300), chance.nextInt(-300, 300));
    return switch (chance.nextInt(14)) {
      case 0 -> Optional.of(new Move(both, by));
      case 1 -> Optional.of(new Resize(node.id(), bounds(chance)));
      case 2 -> chance.nextInt(3) == 0 ? Optional.of(Delete.of(node.id())) : Optional.empty();
      case 3 -> Optional.of(new Rename(node.id(), "n" + chance.nextInt(5)));
      case 4 -> property(node, chance);
      case 5, 6 -> Optional.of(place(document, node, chance, ids));
      case 7 -> connect(document, node, other, ids);
      case 8 ->
          Containment.refusal(document, node, other.id()).isEmpty()
              ? Optional.of(new Reparent(new LinkedHashSet<>(List.of(node.id())), other.id(), by))
              : Optional.empty();
      case 9 -> Optional.of(Duplicate.of(document, both, by, ids));
      case 10 -> Optional.of(new Align(both, any(List.of(Align.Line.values()), chance)));
      case 11 -> Optional.of(new Restack(both, chance.nextBoolean()));
      case 12 -> Optional.of(new SetSpans(node.id(), both));
      default ->
          Optional.of(
              Sequence.of(
                  Move.of(node.id(), by.x(), by.y()), new Lock(both, chance.nextBoolean())));
    };
  }

  private static Edit place(Document document, Node near, Random chance, Ids ids) {
    Node container = near;
    while (true) {
      for (Kind kind : shuffled(chance)) {
        if (Containment.refusal(kind.id(), container).isEmpty()) {
          return new Place(
              SmallDesign.node(
                  ids.fresh(document, kind.id()),
                  kind.id(),
                  container == null ? null : container.id(),
                  bounds(chance)));
        }
      }
      container = container == null ? null : document.parent(container).orElse(null);
    }
  }

  private static List<Kind> shuffled(Random chance) {
    List<Kind> kinds =
        new ArrayList<>(Catalog.kinds().stream().filter(kind -> !kind.isConnector()).toList());
    Collections.shuffle(kinds, chance);
    return kinds;
  }

  private static Optional<Edit> property(Node node, Random chance) {
    List<Property<?>> properties = Catalog.of(node).map(Kind::properties).orElse(List.of());
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    Property<?> property = any(properties, chance);
    Datum value = chance.nextBoolean() ? null : Datum.of(chance.nextInt(100));
    return Optional.of(SetProperty.of(node.id(), property.name(), value));
  }

  private static Optional<Edit> connect(Document document, Node source, Node target, Ids ids) {
    return source.id().equals(target.id())
        ? Optional.empty()
        : Optional.of(
            new Connect(
                Connector.of(ids.fresh(document, "traffic"), "traffic", source.id(), target.id())));
  }

  private static Rect bounds(Random chance) {
    return new Rect(
        chance.nextInt(-50, 500),
        chance.nextInt(-50, 500),
        chance.nextInt(20, 500),
        chance.nextInt(20, 400));
  }

  private static <T> T any(List<T> list, Random chance) {
    return list.get(chance.nextInt(list.size()));
  }
}

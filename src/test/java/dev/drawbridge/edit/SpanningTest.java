package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanningTest {
  /// Only what an edit may have disturbed is looked at; the rest has to be as if all were.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyNodeFollowsTheGeometryWhateverWasMoved(long seed) {
    Random chance = new Random(seed);
    Document document = Template.TWO_DATA_CENTRES.design(Language.ENGLISH);
    for (int i = 0; i < 80; i++) {
      List<Node> nodes = document.nodes();
      Node node = nodes.get(chance.nextInt(nodes.size()));
      Document after = Edits.apply(document, moveOrResize(node, chance)).document();
      for (Node now : after.nodes()) {
        assertEquals(expected(document, after, now), spans(now), now.id() + " after edit " + i);
      }
      document = after;
    }
  }

  private static Edit moveOrResize(Node node, Random chance) {
    double dx = chance.nextInt(-400, 400);
    double dy = chance.nextInt(-400, 400);
    if (chance.nextInt(3) > 0) {
      return Move.of(node.id(), dx, dy);
    }
    Rect r = node.bounds();
    double width = Math.max(40, r.width() + dx);
    double height = Math.max(40, r.height() + dy);
    return new Resize(node.id(), new Rect(r.x(), r.y(), width, height));
  }

  private static TreeSet<String> expected(Document before, Document after, Node node) {
    Node old = before.node(node.id());
    TreeSet<String> spans = spans(old);
    TreeSet<String> was = names(Spanning.proposed(before, old));
    TreeSet<String> now = names(Spanning.proposed(after, node));
    spans.removeIf(id -> was.contains(id) && !now.contains(id));
    now.stream().filter(id -> !was.contains(id)).forEach(spans::add);
    return spans;
  }

  private static TreeSet<String> spans(Node node) {
    return names(node.spans());
  }

  private static TreeSet<String> names(Iterable<ElementId> ids) {
    TreeSet<String> names = new TreeSet<>();
    ids.forEach(id -> names.add(id.value()));
    return names;
  }
}

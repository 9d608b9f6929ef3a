package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.RandomEdits;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
  /// The preview of an edit knows where things are from the picture before and from what moved.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void afterAnEditEverythingIsWhereItWouldBeInADocumentFromScratch(long seed) {
    Random chance = new Random(seed);
    Ids ids = Ids.from(new Random(seed));
    Document before = Template.THREE_TIER.design(Language.ENGLISH);
    for (int i = 0; i < 60; i++) {
      Document start = before;
      Document now =
          RandomEdits.any(before, chance, ids)
              .map(edit -> Edits.apply(start, edit).document())
              .orElse(before);
      Placement placement =
          Preview.of(new Preview.Origin(before, Routes.of(before), Look.LIGHT, 1_000_000), now)
              .orElseThrow()
              .routes()
              .placement();
      for (Node node : now.nodes()) {
        assertEquals(now.absoluteBounds(node), placement.of(node.id()), node.id() + " " + i);
      }
      before = now;
    }
  }
}

package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who lies in whom and who is tied to whom is carried from document to document; it has to be what a document
/// that was made from scratch would say.
class StructureTest {
  /// More than a structure keeps apart before it is read anew.
  private static final int EDITS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void afterManyEditsItIsWhatADocumentFromScratchSays(long seed) {
    Random chance = new Random(seed);
    Ids ids = Ids.from(new Random(seed));
    Document document = Template.THREE_TIER.design(Language.ENGLISH);
    for (int i = 0; i < EDITS; i++) {
      Document before = document;
      document =
          RandomEdits.any(document, chance, ids)
              .map(edit -> Edits.apply(before, edit).document())
              .orElse(before);
      assertAlike(document, "after edit " + i);
    }
  }

  private static void assertAlike(Document carried, String when) {
    Document fresh =
        Document.of(List.copyOf(carried.elements().values()), carried.settings(), carried.extras());
    assertEquals(fresh.nodes(), carried.nodes(), when);
    assertEquals(fresh.connectors(), carried.connectors(), when);
    assertEquals(fresh.children(null), carried.children(null), when);
    for (Element element : carried.elements().values()) {
      assertEquals(fresh.children(element.id()), carried.children(element.id()), when);
      assertEquals(fresh.spanning(element.id()), carried.spanning(element.id()), when);
      assertEquals(fresh.connectorsOf(element.id()), carried.connectorsOf(element.id()), when);
    }
  }
}

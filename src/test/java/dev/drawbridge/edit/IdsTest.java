package dev.drawbridge.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void anIdSaysTheKind() {
    ElementId id = Ids.from(new Random(1)).fresh(Document.EMPTY, "aws.internet_gateway");
    assertTrue(id.value().matches("internet-gateway-[a-z2-9]{4}"), id.value());
  }

  @Test
  void noIdIsGivenTwice() {
    Ids ids = Ids.from(new Random(1));
    Set<ElementId> given = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      given.add(ids.fresh(Document.EMPTY, "aws.alb"));
    }
    assertEquals(20_000, given.size());
  }

  @Test
  void whatTheDocumentHasIsNotGiven() {
    ElementId taken = Ids.from(new Random(1)).fresh(Document.EMPTY, "aws.alb");
    Document document =
        SmallDesign.after(
            SmallDesign.document(),
            new Place(
                SmallDesign.node(taken, "aws.alb", SmallDesign.VPC, new Rect(20, 500, 160, 64))));
    assertNotEquals(taken, Ids.from(new Random(1)).fresh(document, "aws.alb"));
  }
}

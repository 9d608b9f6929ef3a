package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private static final Size SIZE = new Size(200, 140);

  private static Overview of(Document document) {
    return Overview.of(document, SIZE, Theme.LIGHT, () -> false);
  }

  private static int at(Overview overview, Point point) {
    int x = (int) Math.round((point.x() - overview.corner().x()) * overview.scale());
    int y = (int) Math.round((point.y() - overview.corner().y()) * overview.scale());
    return overview.pixels()[y * overview.width() + x];
  }

  @Test
  void aCardIsWhereItIsInTheDesignInTheColourOfItsGroup() {
    Document design = SmallDesign.document();
    Node tier = design.node(SmallDesign.TIER);
    Overview overview = of(design);
    assertEquals(Theme.LIGHT.scaling().line(), at(overview, design.absoluteBounds(tier).center()));
  }

  @Test
  void allOfTheDesignIsInItAndNothingAtItsEdge() {
    for (Document design :
        new Document[] {SmallDesign.document(), Template.THREE_TIER.design(Language.ENGLISH)}) {
      Overview overview = of(design);
      int[] pixels = overview.pixels();
      int paper = Theme.LIGHT.paper();
      for (int x = 0; x < overview.width(); x++) {
        assertEquals(paper, pixels[x]);
        assertEquals(paper, pixels[(overview.height() - 1) * overview.width() + x]);
      }
      assertTrue(Arrays.stream(pixels).anyMatch(pixel -> pixel != paper));
      assertTrue(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xff));
    }
  }

  @Test
  void theSameDesignGivesTheSamePixelsAndAnotherOthers() {
    Document design = SmallDesign.document();
    assertArrayEquals(of(design).pixels(), of(design).pixels());
    Document moved = Edits.apply(design, Move.of(SmallDesign.TIER, 60, 0)).document();
    assertNotEquals(Arrays.hashCode(of(design).pixels()), Arrays.hashCode(of(moved).pixels()));
  }

  @Test
  void anEmptyDesignIsEmptyPaper() {
    assertTrue(Arrays.stream(of(Document.EMPTY).pixels()).allMatch(p -> p == Theme.LIGHT.paper()));
  }

  @Test
  void theWorkStopsWhenItIsNotWantedAnyMore() {
    Document design = SmallDesign.document();
    assertThrows(
        CancellationException.class, () -> Overview.of(design, SIZE, Theme.LIGHT, () -> true));
  }
}

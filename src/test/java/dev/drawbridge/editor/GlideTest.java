package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import org.junit.jupiter.api.Test;

class GlideTest {
  private final Document start = SmallDesign.document();
  private final Document moved = Edits.apply(start, Move.of(TIER, 60, -20)).document();

  private static Rect bounds(Document document) {
    return document.node(TIER).bounds();
  }

  @Test
  void itBeginsWhereThingsLayAndEndsWhereTheyLie() {
    Glide glide = Glide.between(start, moved).orElseThrow();
    assertEquals(bounds(start), bounds(glide.at(0)));
    assertEquals(moved, glide.at(1));
    Rect half = bounds(glide.at(0.5));
    assertTrue(bounds(start).x() < half.x() && half.x() < bounds(moved).x(), half.toString());
    assertTrue(bounds(moved).y() < half.y() && half.y() < bounds(start).y(), half.toString());
  }

  @Test
  void whatDoesNotMoveIsTheSameAllTheWay() {
    Glide glide = Glide.between(start, moved).orElseThrow();
    assertEquals(start.node(SUBNET_C), glide.at(0.3).node(SUBNET_C));
    assertEquals(1, glide.ways().size());
  }

  @Test
  void whereNothingMovesThereIsNothingToSee() {
    assertTrue(Glide.between(start, start).isEmpty());
  }
}

package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SheetsTest {
  private static final Size A4 = new Size(523, 770);

  @Test
  void aSmallDesignIsLegibleOnOnePageAndALargeOneIsNot() {
    assertTrue(Sheets.one(new Rect(0, 0, 1282, 958), A4).isLegible());
    assertFalse(Sheets.one(new Rect(0, 0, 6000, 3000), A4).isLegible());
    assertTrue(Sheets.many(new Rect(0, 0, 4000, 3000), A4).isLegible());
  }

  @Test
  void partsComeLineByLineAndNeighboursOverlap() {
    Sheets sheets = Sheets.many(new Rect(-50, 20, 1900, 2000), A4);
    assertEquals(4, sheets.all().size());
    Rect first = sheets.all().get(0).part();
    Rect second = sheets.all().get(1).part();
    Rect third = sheets.all().get(2).part();
    assertEquals(-50, first.x());
    assertEquals(20, first.y());
    assertEquals(first.y(), second.y());
    assertEquals(18 / sheets.scale(), first.right() - second.x(), 1e-9);
    assertEquals(first.x(), third.x());
    assertEquals(18 / sheets.scale(), first.bottom() - third.y(), 1e-9);
  }

  @Property(tries = 300)
  void togetherTheSheetsShowEverythingAndNoneIsLargerThanItsPage(
      @ForAll @DoubleRange(min = 300, max = 60000) double width,
      @ForAll @DoubleRange(min = 300, max = 60000) double height) {
    Rect picture = new Rect(7, -3, width, height);
    Sheets sheets = Sheets.many(picture, A4);
    assertTrue(sheets.all().size() <= 16, () -> sheets.all().size() + " sheets");
    Rect all = sheets.all().getFirst().part();
    for (Sheets.Sheet sheet : sheets.all()) {
      all = all.union(sheet.part());
      assertTrue(sheet.place().width() <= A4.width() + 1e-6);
      assertTrue(sheet.place().height() <= A4.height() + 1e-6);
      assertTrue(sheet.part().width() > 0 && sheet.part().height() > 0);
      assertEquals(sheet.part().width() * sheets.scale(), sheet.place().width(), 1e-6);
    }
    assertEquals(picture.right(), all.right(), 1e-6);
    assertEquals(picture.bottom(), all.bottom(), 1e-6);
  }
}

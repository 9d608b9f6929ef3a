package dev.drawbridge.draw.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drawbridge.base.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathDataTest {
  @Test
  void relativeAndAbsoluteCommandsDrawTheSame() {
    assertEquals(parse("M10 10 L20 10 L20 30 L10 30 Z"), parse("m10,10h10v20h-10z"));
    assertEquals(parse("M10 10 L20 20 L30 20"), parse("M10 10 20 20 30 20"));
    assertEquals(parse("M1 1C2 2 3 3 4 4"), parse("m1 1c1 1 2 2 3 3"));
  }

  @Test
  void smoothCurvesMirrorTheControlPointBefore() {
    assertEquals(
        parse("M0 0C0 10 10 10 10 0C10 -10 20 -10 20 0"),
        parse("M0 0C0 10 10 10 10 0S20 -10 20 0"));
    assertEquals(parse("M0 0Q5 10 10 0Q15 -10 20 0"), parse("M0 0Q5 10 10 0T20 0"));
  }

  @Test
  void numbersMayRunIntoEachOther() {
    assertEquals(parse("M0.5 0.5 L-1 -2"), parse("M.5.5L-1-2"));
    assertEquals(parse("M10 0 A5 5 0 0 1 20 0"), parse("M10 0A5 5 0 0120 0"));
  }

  @Test
  void arcsBulgeToTheAskedSide() {
    Rect down = parse("M0 0 A10 10 0 0 0 20 0").bounds();
    Rect up = parse("M0 0 A10 10 0 0 1 20 0").bounds();
    assertEquals(10, down.bottom(), 1e-6);
    assertEquals(-10, up.y(), 1e-6);
    assertEquals(20, up.right(), 1e-6);
  }

  @Test
  void anArcWithTooSmallARadiusGrows() {
    assertEquals(-10, parse("M0 0 A1 1 0 0 1 20 0").bounds().y(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L1 1",
        "M1",
        "M1 1 X",
        "M 1 1 L 2 zz",
        "1 2 3",
        "M1 1Z 5 5",
        "M1e999 1",
        "M0 0A1 1 0 2 1 2 2"
      })
  void whatIsNoPathDataGivesNothing(String text) {
    assertNull(PathData.parse(text));
  }

  @Test
  void noCommandsAreAnEmptyOutline() {
    assertEquals(Outline.EMPTY, parse(" "));
  }

  private static Outline parse(String text) {
    Outline outline = PathData.parse(text);
    assertNotNull(outline, text);
    return outline;
  }
}

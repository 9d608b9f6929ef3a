package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Badge;
import dev.drawbridge.draw.Chunks;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TilePainterTest {
  private static final int SIDE = TilePainter.SIZE;

  @Test
  void cardsThatCrossTheBorderOfTilesFitTogether() {
    Chunks chunks = Chunks.of(picture(List.of(new Rect(100, 80, 400, 90)), Map.of()));
    int[] left = tile(chunks, 1, 0, 0);
    int[] right = tile(chunks, 1, 1, 0);
    for (int y = 78; y < 174; y++) {
      assertEquals(left[y * SIDE + SIDE - 1], right[y * SIDE], "the edge at " + y + " runs on");
    }
    assertTrue(count(left, left[0]) < SIDE * SIDE, "something is drawn");
  }

  @Test
  void theEdgeOfACardFillsWholePixels() {
    Chunks chunks = Chunks.of(picture(List.of(new Rect(40.3, 40.4, 150, 90)), Map.of()));
    int[] pixels = tile(chunks, 1, 0, 0);
    int row = 85 * SIDE;
    assertEquals(pixels[row + 30], pixels[row + 39], "paper up to the edge");
    assertTrue(pixels[row + 40] != pixels[row + 39], "the edge");
    assertEquals(pixels[row + 41], pixels[row + 42], "the card's inside right behind it");
  }

  @Test
  void aBadgeKeepsItsLeastSizeHoweverFarAwayTheDesignIs() {
    List<Rect> cards = List.of(new Rect(200, 300, 160, 60));
    Picture plain = picture(cards, Map.of());
    Picture flagged = picture(cards, Map.of(new ElementId("n0"), new Badge(Severity.CRITICAL, 1)));
    for (double zoom : new double[] {0.5, 0.2, 0.08}) {
      int[] without = tile(Chunks.of(plain), zoom, 0, 0);
      int[] with = tile(Chunks.of(flagged), zoom, 0, 0);
      int least = SIDE;
      int most = 0;
      for (int i = 0; i < with.length; i++) {
        if (with[i] != without[i]) {
          least = Math.min(least, i % SIDE);
          most = Math.max(most, i % SIDE);
        }
      }
      assertTrue(most - least >= 14, "at " + zoom + " it is " + (most - least) + " px wide");
    }
  }

  @Test
  void ofBadgesThatWouldCoverEachOtherTheWorstIsShown() {
    List<Rect> cards = new ArrayList<>();
    Map<ElementId, Badge> badges = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      cards.add(new Rect(10 + 180 * (i % 5), 10 + 80 * (i / 5), 160, 60));
      badges.put(new ElementId("n" + i), new Badge(i == 7 ? Severity.CRITICAL : Severity.LOW, 1));
    }
    Chunks chunks = Chunks.of(picture(cards, badges));
    TilePainter.Content near = TilePainter.content(chunks, place(0.2, 0, 0));
    TilePainter.Content far = TilePainter.content(chunks, place(0.02, 0, 0));
    assertTrue(near.badges().size() > far.badges().size());
    assertEquals(List.of("n7"), far.badges().stream().map(badge -> badge.id()).toList());
  }

  @Test
  void equalContentGivesEqualPixels() {
    Picture picture = picture(List.of(new Rect(20, 20, 160, 60)), Map.of());
    TilePainter.Place place = place(0.7, 0, 0);
    TilePainter.Content one = TilePainter.content(Chunks.of(picture), place);
    TilePainter.Content other = TilePainter.content(Chunks.of(picture), place);
    assertEquals(one, other);
    TilePainter painter = new TilePainter();
    assertArrayEquals(painter.paint(one, place), painter.paint(other, place));
  }

  @Test
  void everyPixelIsOpaque() {
    Chunks chunks = Chunks.of(picture(List.of(new Rect(20, 20, 160, 60)), Map.of()));
    for (double zoom : new double[] {2, 1, 0.4, 0.1, 0.02}) {
      for (int pixel : tile(chunks, zoom, 0, 0)) {
        assertEquals(0xff, pixel >>> 24);
      }
    }
  }

  @Test
  void aNameUnderAnIconThatIsTooSmallToReadLeavesNoScratch() {
    Rect narrow = new Rect(200, 200, 64, 64);
    Rect wide = new Rect(200, 200, 220, 64);
    assertArrayEquals(named("NAT", narrow, 0.35), named("gateway", narrow, 0.35));
    assertFalse(Arrays.equals(named("NAT", narrow, 1), named("gateway", narrow, 1)));
    // Beside an icon a bar says that there is a name.
    assertFalse(Arrays.equals(named("NAT", wide, 0.3), named("gateway", wide, 0.3)));
  }

  private static int[] named(String name, Rect card, double zoom) {
    Node node = Node.of(new ElementId("n"), "aws.nat_gateway", name, card);
    Document document = Document.of(List.of(node), Settings.NONE, Fields.NONE);
    return tile(Chunks.of(Painter.paint(document, Look.LIGHT)), zoom, 0, 0);
  }

  private static TilePainter.Place place(double scale, long column, long row) {
    return new TilePainter.Place(scale, 1, column, row, 0x1a1f2328);
  }

  private static int[] tile(Chunks chunks, double scale, long column, long row) {
    TilePainter.Place place = place(scale, column, row);
    return new TilePainter().paint(TilePainter.content(chunks, place), place);
  }

  private static int count(int[] pixels, int colour) {
    int count = 0;
    for (int pixel : pixels) {
      count += pixel == colour ? 1 : 0;
    }
    return count;
  }

  private static Picture picture(List<Rect> cards, Map<ElementId, Badge> badges) {
    List<Node> nodes = new ArrayList<>();
    for (Rect card : cards) {
      nodes.add(Node.of(new ElementId("n" + nodes.size()), "aws.nat_gateway", "NAT", card));
    }
    Document document = Document.of(nodes, Settings.NONE, Fields.NONE);
    return Painter.paint(document, Look.LIGHT.withBadges(badges));
  }
}

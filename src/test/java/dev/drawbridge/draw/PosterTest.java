package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.Thumbnail;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PosterTest {
  private static final Size CARD = new Size(288, 188);

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everythingLiesInTheCardAndFillsMostOfIt(Theme theme) {
    for (Template template : Template.gallery()) {
      if (template != Template.BLANK) {
        Document design = template.design(Language.ENGLISH);
        Rect drawn = Poster.of(design, CARD, new Look(theme, Language.ENGLISH)).root().bounds();
        assertTrue(new Rect(0, 0, 288, 188).contains(drawn), template + " " + drawn);
        assertTrue(drawn.width() > 230 && drawn.height() > 160, template + " " + drawn);
      }
    }
  }

  /// Not merely another pixel: a fair part of two pictures differs enough to be seen.
  @ParameterizedTest
  @EnumSource(Theme.class)
  void twoDesignsCanBeToldApart(Theme theme) {
    for (Template one : Template.gallery()) {
      for (Template other : Template.gallery()) {
        if (one.compareTo(other) < 0 && one != Template.BLANK) {
          double share = difference(pixels(one, theme), pixels(other, theme));
          assertTrue(share > 0.01, one + " and " + other + " differ in " + share);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatIsDrawnStandsOutFromThePaper(Theme theme) {
    int[] pixels = pixels(Template.THREE_TIER, theme);
    int[] paper = new int[pixels.length];
    java.util.Arrays.fill(paper, theme.paper());
    double share = difference(pixels, paper);
    assertTrue(share > 0.3, "only " + share + " can be seen");
  }

  @Test
  void whatIsWrongIsMarked() {
    Document design = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
    Look look = Look.LIGHT.withFindings(Analysis.of(design).findings());
    Set<Mark> plain = new HashSet<>(Poster.of(design, CARD, Look.LIGHT).root().children());
    long more =
        Poster.of(design, CARD, look).root().children().stream()
            .filter(mark -> mark instanceof Mark.Icon && !plain.contains(mark))
            .count();
    long cards =
        look.badges().keySet().stream()
            .filter(id -> design.findNode(id).isPresent())
            .filter(id -> Placement.of(design).isCard(design.node(id)))
            .count();
    assertEquals(cards, more);
  }

  private static int[] pixels(Template template, Theme theme) {
    Look look = new Look(theme, Language.ENGLISH);
    Document design = template.design(Language.ENGLISH);
    if (template == Template.THREE_TIER_PLANTED) {
      look = look.withFindings(Analysis.of(design).findings());
    }
    return Thumbnail.filling(Poster.of(design, CARD, look), 288, 188).pixels();
  }

  /// The share of the pixels whose brightness or hue differs by more than a tenth in some channel.
  private static double difference(int[] one, int[] other) {
    int differ = 0;
    for (int i = 0; i < one.length; i++) {
      int most = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        most = Math.max(most, Math.abs((one[i] >> shift & 0xff) - (other[i] >> shift & 0xff)));
      }
      differ += most > 25 ? 1 : 0;
    }
    return (double) differ / one.length;
  }
}

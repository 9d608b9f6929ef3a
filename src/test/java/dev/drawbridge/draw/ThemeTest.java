package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.icon.Icons;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  /// What WCAG 2.2 asks for text (1.4.3) and for signs (1.4.11).
  private static final double TEXT = 4.5;

  private static final double SIGN = 3;

  @ParameterizedTest
  @EnumSource
  void namesCanBeReadOnPaperAndCards(Theme theme) {
    for (int ground : List.of(theme.paper(), theme.card())) {
      assertContrast(TEXT, theme.ink(), ground, "ink");
      assertContrast(TEXT, theme.faint(), ground, "faint");
    }
  }

  @ParameterizedTest
  @EnumSource
  void containersCanBeReadOnEverythingTheyMayLieOn(Theme theme) {
    int vpc = over(theme.vpc().fill(), theme.paper());
    List<Integer> grounds =
        List.of(
            theme.paper(),
            vpc,
            over(theme.publicSubnet().fill(), vpc),
            over(theme.privateSubnet().fill(), vpc),
            over(theme.isolatedSubnet().fill(), vpc));
    for (Tone tone :
        List.of(
            theme.region(),
            theme.vpc(),
            theme.zone(),
            theme.publicSubnet(),
            theme.privateSubnet(),
            theme.isolatedSubnet(),
            theme.scaling(),
            theme.plain())) {
      for (int ground : grounds) {
        int under = over(tone.fill(), ground);
        assertContrast(TEXT, tone.text(), under, "name");
        assertContrast(TEXT, theme.faint(), under, "detail");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsAndBlockersStandOut(Theme theme) {
    for (Severity severity : Severity.values()) {
      assertContrast(TEXT, theme.severity(severity), theme.card(), severity.key());
    }
    assertContrast(SIGN, theme.line(), theme.paper(), "line");
    assertContrast(SIGN, theme.accent(), theme.paper(), "accent");
    assertContrast(SIGN, theme.blocked(), theme.paper(), "blocked");
    assertContrast(SIGN, theme.data(), theme.isolatedSubnet().fill(), "data");
  }

  @Test
  void severitySignsCanBeReadOnTheirShapes() {
    for (Severity severity : Severity.values()) {
      IconArt art = Icons.named(BadgePainter.icon(severity));
      assertContrast(TEXT, 0xffffffff, art.shapes().getFirst().fill(), art.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void componentIconsStandOutOnCards(Theme theme) {
    for (String name :
        List.of(
            "alb-public",
            "web-tier",
            "was-tier",
            "rds-primary",
            "rds-replica",
            "nat",
            "igw",
            "internet",
            "ec2",
            "asg",
            "vpc",
            "subnet-public",
            "subnet-private",
            "region",
            "az")) {
      int tile = Icons.named(name).shapes().getFirst().fill();
      assertContrast(SIGN, 0xffffffff, tile, name + " glyph");
      assertContrast(2, tile, theme.card(), name + " tile");
    }
  }

  private static void assertContrast(double least, int ink, int ground, String what) {
    double contrast = contrast(ink, ground);
    assertTrue(
        contrast >= least,
        () ->
            "%s: #%06x on #%06x has %.2f"
                .formatted(what, ink & 0xffffff, ground & 0xffffff, contrast));
  }

  /// The contrast ratio of WCAG 2.2.
  private static double contrast(int a, int b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int over(int colour, int ground) {
    double alpha = (colour >>> 24) / 255.0;
    int mixed = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double channel = alpha * (colour >> shift & 255) + (1 - alpha) * (ground >> shift & 255);
      mixed = mixed << 8 | (int) Math.round(channel);
    }
    return mixed;
  }
}

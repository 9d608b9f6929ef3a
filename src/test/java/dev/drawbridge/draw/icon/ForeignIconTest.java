package dev.drawbridge.draw.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIconTest {
  private static final String START = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=";

  private static IconArt read(String svg) {
    return assertInstanceOf(
                    Outcome.Ok.class,
                    ForeignIcon.read("icon", svg.getBytes(StandardCharsets.UTF_8)))
                .value()
            instanceof IconArt art
        ? art
        : null;
  }

  private static Outcome<IconArt> outcome(String svg) {
    return ForeignIcon.read("icon.svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  /// As drawing programs write the icons of services: a gradient behind a white sign.
  @Test
  void anIconOfAServiceIsReadWithItsGradientAsOneColour() {
    IconArt art =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg width="40px" height="40px" viewBox="0 0 40 40" version="1.1"
                xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
              <!-- made elsewhere -->
              <title>Icon</title>
              <defs>
                <linearGradient x1="0%" y1="100%" x2="100%" y2="0%" id="linearGradient-1">
                  <stop stop-color="#C00000" offset="0%"></stop>
                  <stop stop-color="#FF8000" offset="100%"></stop>
                </linearGradient>
              </defs>
              <g id="a" stroke="none" stroke-width="1" fill="none" fill-rule="evenodd">
                <g fill="url(#linearGradient-1)"><rect x="0" y="0" width="40" height="40"></rect></g>
                <g transform="translate(10, 10)"><path d="M0,0 h20 v20 h-20 z" fill="#FFFFFF"/></g>
              </g>
            </svg>
            """);
    assertEquals(2, art.shapes().size());
    assertEquals(0xffdf4000, art.shapes().getFirst().fill());
    assertEquals(new Rect(0, 0, 48, 48), art.shapes().getFirst().outline().bounds());
    assertEquals(0xffffffff, art.shapes().getLast().fill());
    assertEquals(new Rect(12, 12, 24, 24), art.shapes().getLast().outline().bounds());
    assertNull(art.shapes().getLast().stroke());
  }

  /// Both squares are drawn in the same direction: by the non-zero rule the hole would be filled.
  @Test
  void aHoleByTheEvenOddRuleIsAHoleByOurs() {
    String squares = "<path d=\"M0 0H48V48H0Z M12 12H36V36H12Z\" fill=\"#000\"";
    IconArt hole = read(START + "\"0 0 48 48\">" + squares + " fill-rule=\"evenodd\"/></svg>");
    IconArt none = read(START + "\"0 0 48 48\">" + squares + "/></svg>");
    assertEquals(48 * 48 - 24 * 24, winding(hole), 1e-6);
    assertEquals(48 * 48 + 24 * 24, winding(none), 1e-6);
  }

  /// The area with its sign, after Gauss: what is drawn the other way round is taken off.
  private static double winding(IconArt art) {
    double[] state = new double[5]; // area, last x and y, first x and y
    art.shapes()
        .getFirst()
        .outline()
        .draw(
            new dev.drawbridge.draw.shape.Outline.Pen() {
              @Override
              public void moveTo(double x, double y) {
                state[1] = state[3] = x;
                state[2] = state[4] = y;
              }

              @Override
              public void lineTo(double x, double y) {
                state[0] += (state[1] * y - x * state[2]) / 2;
                state[1] = x;
                state[2] = y;
              }

              @Override
              public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
                throw new AssertionError("squares have no curves");
              }

              @Override
              public void close() {
                lineTo(state[3], state[4]);
              }
            });
    return Math.abs(state[0]);
  }

  @Test
  void classesStylesOpacityAndTransformsAreFollowed() {
    IconArt art =
        read(
            START
                + "\"0 0 24 48\"><style>.a, .b{fill:#8c4fff} .b {stroke: #fff;"
                + " stroke-width:2}</style><g opacity=\"0.5\" transform=\"scale(2)\"><rect"
                + " class=\"b\" width=\"6\" height=\"6\"/></g><rect display=\"none\" width=\"1\""
                + " height=\"1\"/><circle r=\"2\" style=\"fill: none; stroke:"
                + " rgb_\"/></svg>".replace("rgb_", "black"));
    assertEquals(2, art.shapes().size());
    IconArt.Shape first = art.shapes().getFirst();
    assertEquals(0x808c4fff, first.fill());
    assertEquals(0x80ffffff, first.stroke().colour());
    assertEquals(4, first.stroke().width(), 1e-9);
    assertEquals(new Rect(12, 0, 12, 12), first.outline().bounds(), "narrow ones are centred");
    assertEquals(0, art.shapes().getLast().fill());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<svg/>",
        "<html/>",
        "<svg viewBox='0 0 0 0'><rect width='1' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><script>alert(1)</script></svg>",
        "<svg viewBox='0 0 48 48'><image href='file:///etc/passwd' width='1' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><use href='#a'/></svg>",
        "<svg viewBox='0 0 48 48'><a href='http://x/'><rect width='1' height='1'/></a></svg>",
        "<svg viewBox='0 0 48 48'><foreignObject/></svg>",
        "<svg viewBox='0 0 48 48'><rect onclick='x()' width='1' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><rect mask='url(#m)' width='1' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><rect fill='url(http://x/)' width='1' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><rect width='1e999' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><rect width='NaN' height='1'/></svg>",
        "<svg viewBox='0 0 48 48'><path d='M0 0 L nonsense'/></svg>",
        "<svg viewBox='0 0 48 48'><g transform='skewX(20)'><rect width='1' height='1'/></g></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 48 48'><desc>&a;</desc></svg>",
        "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg viewBox='0 0 48 48'><rect width='1'"
            + " height='1'/></svg>",
      })
  void whatIsNotUnderstoodIsRefusedInOneLine(String svg) {
    Outcome<IconArt> refused = outcome(svg);
    assertInstanceOf(Outcome.Failed.class, refused, svg);
    for (Language language : Language.values()) {
      assertEquals(1, refused.issues().getFirst().text(Messages.in(language)).lines().count(), svg);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedAndTakesNoTime() {
    StringBuilder deep = new StringBuilder(START + "\"0 0 48 48\">");
    deep.append("<g>".repeat(10_000)).append("</g>".repeat(10_000)).append("</svg>");
    StringBuilder many = new StringBuilder(START + "\"0 0 48 48\">");
    many.append("<rect width=\"1\" height=\"1\"/>".repeat(5000)).append("</svg>");
    StringBuilder tangled =
        new StringBuilder(START + "\"0 0 48 48\"><path fill-rule=\"evenodd\" d=\"");
    Random chance = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      tangled.append(i % 9 == 0 ? "M" : "L").append(chance.nextInt(48)).append(' ');
      tangled.append(chance.nextInt(48)).append(' ');
    }
    tangled.append("\"/></svg>");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertInstanceOf(Outcome.Failed.class, outcome(deep.toString()));
          assertInstanceOf(Outcome.Failed.class, outcome(many.toString()));
          assertInstanceOf(Outcome.Failed.class, outcome(tangled.toString()));
        });
  }

  @Test
  void bytesThatWereChangedAnywhereAreReadOrRefusedNeverMore() {
    byte[] good =
        (START
                + "\"0 0 48 48\"><g transform=\"rotate(9 1 2)\" fill=\"#123\"><path d=\"M1 1h9"
                + "a2 2 0 0 1 2 2z\"/><polygon points=\"1,2 3,4 5,6\"/></g></svg>")
            .getBytes(StandardCharsets.UTF_8);
    Random chance = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] changed = good.clone();
      for (int j = 0; j <= chance.nextInt(4); j++) {
        changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
      }
      ForeignIcon.read("icon.svg", changed);
    }
  }
}

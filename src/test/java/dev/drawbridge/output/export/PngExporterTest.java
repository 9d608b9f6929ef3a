package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngExporterTest {
  private static final int PAPER = 0xffffffff;
  private static final int BLUE = 0xff2f63db;

  @Test
  void theFileIsAsLargeAsPictureAndMarginTimesScale() throws IOException {
    Picture picture = picture(new Rect(-10, 5, 100, 50), List.of());
    for (double scale : new double[] {0.25, 1, 1.5, 8}) {
      BufferedImage image = image(picture, ExportOptions.DEFAULT.withScale(scale).withMargin(20));
      assertEquals((int) Math.ceil(140 * scale), image.getWidth());
      assertEquals((int) Math.ceil(90 * scale), image.getHeight());
    }
  }

  @Test
  void coloursArriveUnchanged() throws IOException {
    Picture picture =
        picture(
            new Rect(0, 0, 40, 40), List.of(new Mark.Box(new Rect(10, 10, 20, 20), 0, BLUE, null)));
    BufferedImage image = image(picture, ExportOptions.DEFAULT.withMargin(0));
    assertEquals(PAPER, image.getRGB(2, 2));
    assertEquals(BLUE, image.getRGB(20, 20));
    BufferedImage clear = image(picture, ExportOptions.DEFAULT.withMargin(0).withTransparent(true));
    assertEquals(0, clear.getRGB(2, 2) >>> 24);
    assertEquals(BLUE, clear.getRGB(20, 20));
  }

  @Test
  void bandsMeetWithoutASeam() throws IOException {
    // Higher than two bands of 512 rows: a slanted line and text cross their borders.
    Outline.Builder slanted = Outline.builder();
    slanted.moveTo(5, 0);
    slanted.lineTo(35, 1300);
    Mark line = new Mark.Path(slanted.build(), 0, Stroke.solid(BLUE, 3));
    Picture picture = picture(new Rect(0, 0, 40, 1300), List.of(line));
    BufferedImage image = image(picture, ExportOptions.DEFAULT.withMargin(0));
    for (int y = 0; y < 1300; y++) {
      int darkest = 255;
      for (int x = 0; x < 40; x++) {
        darkest = Math.min(darkest, image.getRGB(x, y) >> 16 & 0xff);
      }
      assertTrue(darkest < 0x60, "the line is broken in row " + y);
    }
  }

  @Test
  void textIsInkedInsideItsMeasuredBox() throws IOException {
    TextMetrics metrics = new TextMetrics(FontFace.SEMIBOLD, 24);
    Mark.Text text = Mark.Text.of("웹 서버 nginx", 20, 50, metrics, 0xff000000);
    BufferedImage image =
        image(picture(new Rect(0, 0, 260, 80), List.of(text)), ExportOptions.DEFAULT.withMargin(0));
    Rect ink = ink(image);
    assertTrue(text.bounds().grow(1).contains(ink), ink + " leaves " + text.bounds());
    assertTrue(ink.width() > text.width() - 6, "the ink is as wide as measured");
  }

  private static Rect ink(BufferedImage image) {
    int left = image.getWidth();
    int top = image.getHeight();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != PAPER) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  @Test
  void resolutionTellsHowLargeThePictureIsMeantToBe() throws IOException {
    byte[] png =
        bytes(picture(new Rect(0, 0, 10, 10), List.of()), ExportOptions.DEFAULT.withScale(2));
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
    // 192 dots an inch, in dots a metre.
    assertEquals(Math.round(192 / 0.0254), ByteBuffer.wrap(png).getInt(at));
  }

  private static Picture picture(Rect bounds, List<Mark> marks) {
    return new Picture(bounds, PAPER, Mark.Group.of("root", "", new ArrayList<>(marks)));
  }

  private static BufferedImage image(Picture picture, ExportOptions options) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes(picture, options)));
  }

  private static byte[] bytes(Picture picture, ExportOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PngExporter().write(picture, options, out);
    return out.toByteArray();
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Writes PNG through Java2D, headless and in bands, so that memory does not grow with the height of the
/// picture.
final class PngExporter implements Exporter {
  private static final int BAND = 512;

  /// What a band may take, in pixels: 16 million are 64 MB.
  private static final int BAND_PIXELS = 1 << 24;

  @Override
  public String format() {
    return "png";
  }

  @Override
  public String mediaType() {
    return "image/png";
  }

  @Override
  public void write(Picture picture, ExportOptions options, OutputStream out) throws IOException {
    Rect area = picture.bounds().grow(options.margin());
    int width = ExportOptions.pixels(area.width() * options.scale());
    int height = ExportOptions.pixels(area.height() * options.scale());
    int rows = Math.clamp(BAND_PIXELS / width, 1, Math.min(BAND, height));
    boolean transparent = options.transparent();
    int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage band = new BufferedImage(width, rows, type);
    int[] data = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
    Java2dShapes shapes = new Java2dShapes();
    try (PngWriter png = new PngWriter(out, width, height, transparent)) {
      png.density(options.scale());
      if (!options.title().isEmpty()) {
        png.text("Title", options.title());
      }
      if (!options.design().isEmpty()) {
        png.text(EmbeddedDesign.KEYWORD, options.design());
      }
      for (int top = 0; top < height; top += rows) {
        int count = Math.min(rows, height - top);
        Arrays.fill(data, transparent ? 0 : picture.paper());
        Rect visible =
            new Rect(
                area.x(), area.y() + top / options.scale(), area.width(), count / options.scale());
        paint(picture, band, visible, options.scale(), shapes);
        for (int row = 0; row < count; row++) {
          png.row(data, row * width);
        }
      }
      png.finish();
    }
  }

  private static void paint(
      Picture picture, BufferedImage band, Rect visible, double scale, Java2dShapes shapes) {
    Graphics2D graphics = band.createGraphics();
    try {
      graphics.setColor(Color.BLACK);
      graphics.scale(scale, scale);
      graphics.translate(-visible.x(), -visible.y());
      new Java2dPen(graphics, visible, shapes).draw(picture.root());
    } finally {
      graphics.dispose();
    }
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What the file of a picture will look like, in as many pixels as there are for it.
///
/// @param pixels ARGB, premultiplied, row by row
public record PicturePreview(int width, int height, int[] pixels) {
  /// As large as fits, but not larger than the file.
  ///
  /// @param picture with the options, without its margin
  /// @param width at most, in pixels
  /// @param height at most, in pixels
  /// @param cancelled asked now and then; once it says yes, a [CancellationException] ends the work
  public static PicturePreview of(
      Picture picture, PictureOptions options, int width, int height, BooleanSupplier cancelled) {
    Rect area = picture.bounds().grow(options.margin());
    double scale =
        Math.min(options.scale(), Math.min(width / area.width(), height / area.height()));
    BufferedImage image =
        new BufferedImage(
            Math.clamp(Math.round(area.width() * scale), 1, width),
            Math.clamp(Math.round(area.height() * scale), 1, height),
            BufferedImage.TYPE_INT_ARGB_PRE);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (!options.transparent()) {
      Arrays.fill(pixels, picture.paper());
    }
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      graphics.translate(-area.x(), -area.y());
      Java2dPen pen = new Java2dPen(graphics, area, new Java2dShapes());
      for (Mark layer : picture.root().children()) {
        for (Mark part :
            layer instanceof Mark.Group group ? group.children() : Arrays.asList(layer)) {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException();
          }
          pen.draw(part);
        }
      }
    } finally {
      graphics.dispose();
    }
    return new PicturePreview(image.getWidth(), image.getHeight(), pixels);
  }
}

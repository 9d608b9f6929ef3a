package dev.drawbridge.ui;

import dev.drawbridge.output.export.PicturePreview;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pixels as JavaFX shows them.
final class PreviewImage {
  private PreviewImage() {}

  static WritableImage of(PicturePreview preview) {
    int width = preview.width();
    int height = preview.height();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getIntArgbPreInstance(), preview.pixels(), 0, width);
    return image;
  }
}

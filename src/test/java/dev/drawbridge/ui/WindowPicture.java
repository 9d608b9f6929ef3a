package dev.drawbridge.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// A window as one sees it, with the menus and lists that are open above it, as a PNG.
final class WindowPicture {
  private WindowPicture() {}

  /// A menu or a list that is open: a window of its own, which a picture of the screen leaves out.
  private record Above(WritableImage image, double x, double y) {}

  private static List<Above> popupsAbove(double scale) throws Exception {
    return Screenshots.Fx.call(
        () -> {
          List<Above> popups = new ArrayList<>();
          for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow && window.isShowing()) {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setFill(Color.TRANSPARENT);
              parameters.setTransform(Transform.scale(scale, scale));
              Parent root = window.getScene().getRoot();
              popups.add(new Above(root.snapshot(parameters, null), window.getX(), window.getY()));
            }
          }
          return popups;
        });
  }

  private static BufferedImage copy(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }

  private static BufferedImage opaque(BufferedImage image) {
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  static void save(Window shown, Path file) throws Exception {
    WritableImage image =
        Screenshots.Fx.call(
            () ->
                new Robot()
                    .getScreenCapture(
                        null,
                        shown.getX(),
                        shown.getY(),
                        shown.getWidth(),
                        shown.getHeight(),
                        false));
    BufferedImage copy = copy(image);
    double scale = copy.getWidth() / shown.getWidth();
    Graphics2D above = copy.createGraphics();
    for (Above popup : popupsAbove(scale)) {
      int x = (int) Math.round((popup.x - shown.getX()) * scale);
      int y = (int) Math.round((popup.y - shown.getY()) * scale);
      above.drawImage(copy(popup.image), x, y, null);
    }
    above.dispose();
    try {
      ImageIO.write(opaque(copy), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

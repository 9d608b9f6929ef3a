package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.output.export.Thumbnail;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Small pictures of the designs to begin with, drawn when first asked for, off the FX thread.
final class Thumbnails {
  /// In px of the screen.
  static final int WIDTH = 182;

  static final int HEIGHT = 140;

  private record Key(Template template, Language language, boolean dark, double unit) {}

  private final ExecutorService worker = Live.worker("thumbnails");
  private final Map<Key, ReadOnlyObjectWrapper<@Nullable Image>> made = new HashMap<>();

  /// The picture, once it is there.
  ///
  /// @param unit pixels for one px of the screen
  ReadOnlyObjectProperty<@Nullable Image> of(
      Template template, Language language, boolean dark, double unit) {
    return made.computeIfAbsent(new Key(template, language, dark, unit), this::order)
        .getReadOnlyProperty();
  }

  /// Whether all that was asked for is there.
  boolean isComplete() {
    return made.values().stream().allMatch(image -> image.get() != null);
  }

  void end() {
    worker.shutdownNow();
  }

  private ReadOnlyObjectWrapper<@Nullable Image> order(Key key) {
    ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();
    worker.execute(
        () -> {
          Thumbnail drawn = draw(key);
          Platform.runLater(() -> image.set(image(drawn)));
        });
    return image;
  }

  private static Thumbnail draw(Key key) {
    Look look = new Look(key.dark ? Theme.DARK : Theme.LIGHT, key.language);
    return Thumbnail.of(
        Painter.paint(key.template.design(key.language), look),
        (int) Math.round(WIDTH * key.unit),
        (int) Math.round(HEIGHT * key.unit));
  }

  private static Image image(Thumbnail drawn) {
    return new WritableImage(
        new PixelBuffer<>(
            drawn.width(),
            drawn.height(),
            IntBuffer.wrap(drawn.pixels()),
            PixelFormat.getIntArgbPreInstance()));
  }
}

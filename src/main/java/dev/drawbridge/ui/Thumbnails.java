package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Poster;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.Thumbnail;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  static final int WIDTH = 288;

  static final int HEIGHT = 188;

  private record Key(Template template, boolean dark, double unit) {}

  /// A design to begin with always looks the same: drawn once for all windows.
  private static final Map<Key, Image> DRAWN = new ConcurrentHashMap<>();

  private final ExecutorService worker = Live.worker("thumbnails");
  private final Map<Key, ReadOnlyObjectWrapper<@Nullable Image>> made = new HashMap<>();

  /// The picture, once it is there.
  ///
  /// @param unit pixels for one px of the screen
  ReadOnlyObjectProperty<@Nullable Image> of(Template template, boolean dark, double unit) {
    return made.computeIfAbsent(new Key(template, dark, unit), this::order).getReadOnlyProperty();
  }

  void end() {
    worker.shutdownNow();
  }

  private ReadOnlyObjectWrapper<@Nullable Image> order(Key key) {
    ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();
    Image known = DRAWN.get(key);
    if (known != null) {
      image.set(known);
    } else {
      worker.execute(
          () -> {
            Image drawn = DRAWN.computeIfAbsent(key, Thumbnails::draw);
            Platform.runLater(() -> image.set(drawn));
          });
    }
    return image;
  }

  private static Image draw(Key key) {
    Document design = key.template.design(Language.ENGLISH);
    Look look = new Look(key.dark ? Theme.DARK : Theme.LIGHT, Language.ENGLISH);
    if (key.template == Template.THREE_TIER_PLANTED) {
      // The only one with something to mark: no other need be checked for its picture.
      look = look.withFindings(Analysis.of(design).findings());
    }
    return image(
        Thumbnail.filling(
            Poster.of(design, new Size(WIDTH, HEIGHT), look),
            (int) Math.round(WIDTH * key.unit),
            (int) Math.round(HEIGHT * key.unit)));
  }

  /// The pixels as JavaFX shows them.
  static Image image(Thumbnail drawn) {
    return new WritableImage(
        new PixelBuffer<>(
            drawn.width(),
            drawn.height(),
            IntBuffer.wrap(drawn.pixels()),
            PixelFormat.getIntArgbPreInstance()));
  }
}

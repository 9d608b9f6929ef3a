package dev.drawbridge.ui;

import dev.drawbridge.draw.font.FontFace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;

/// The bundled font, so that Hangul is there on every machine and the window measures text as every
/// other picture does.
final class Fonts {
  private static final Map<FontFace, String> NAMES = new EnumMap<>(FontFace.class);
  private static final Map<FontFace, Map<Double, Font>> SIZED = new EnumMap<>(FontFace.class);

  private Fonts() {}

  /// Loads the faces; called once before the first window.
  static void load() {
    for (FontFace face : FontFace.values()) {
      try (InputStream in = FontFace.class.getResourceAsStream(face.resource())) {
        Font font = in == null ? null : Font.loadFont(in, 13);
        if (font == null) {
          throw new IllegalStateException("the font " + face.resource() + " cannot be loaded");
        }
        NAMES.put(face, font.getName());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The face at a size in px.
  static Font font(FontFace face, double size) {
    Map<Double, Font> sized = SIZED.computeIfAbsent(face, _ -> new HashMap<>());
    if (sized.size() > 256) {
      sized.clear(); // a long zoom passes through very many sizes
    }
    return sized.computeIfAbsent(
        size, wanted -> new Font(NAMES.getOrDefault(face, FontFace.FAMILY), wanted));
  }
}

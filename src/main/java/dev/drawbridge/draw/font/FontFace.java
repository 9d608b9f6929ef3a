package dev.drawbridge.draw.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The two faces of pictures and interface: Pretendard, which has Latin and Hangul.
public enum FontFace {
  REGULAR("Pretendard-Regular", 400),
  SEMIBOLD("Pretendard-SemiBold", 600);

  /// The family name inside the font files.
  public static final String FAMILY = "Pretendard";

  private final String file;
  private final int weight;

  FontFace(String file, int weight) {
    this.file = file;
    this.weight = weight;
  }

  /// Where the font file lies on the class path, for those who load it into another toolkit.
  public String resource() {
    return "/assets/fonts/" + file + ".ttf";
  }

  /// The weight as CSS counts it.
  public int weight() {
    return weight;
  }

  /// The font's tables, read once at first use.
  public TrueType font() {
    return switch (this) {
      case REGULAR -> Regular.FONT;
      case SEMIBOLD -> Semibold.FONT;
    };
  }

  private TrueType load() {
    try (InputStream in = FontFace.class.getResourceAsStream(resource())) {
      if (in == null) {
        throw new IllegalStateException("the font " + resource() + " is not on the class path");
      }
      return TrueType.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Regular {
    static final TrueType FONT = REGULAR.load();
  }

  private static final class Semibold {
    static final TrueType FONT = SEMIBOLD.load();
  }
}

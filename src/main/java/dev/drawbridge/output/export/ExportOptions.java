package dev.drawbridge.output.export;

import dev.drawbridge.base.Language;

/// How a picture becomes a file. Colours and the language of its texts were decided when it was painted.
///
/// @param scale pixels of the file for one px at 100 % zoom, 0.25 to 8
/// @param transparent whether the paper is left out
/// @param margin px on each side around what is drawn
/// @param language of the texts, told to screen readers
/// @param title what the picture is called; may be empty
/// @param design the design's file text to carry along; empty for none
public record ExportOptions(
    double scale,
    boolean transparent,
    double margin,
    Language language,
    String title,
    String design) {
  public static final double SMALLEST_SCALE = 0.25;
  public static final double LARGEST_SCALE = 8;
  public static final double LARGEST_MARGIN = 1000;

  public static final ExportOptions DEFAULT =
      new ExportOptions(1, false, 24, Language.ENGLISH, "", "");

  public ExportOptions {
    if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
      throw new IllegalArgumentException("scale " + scale + " is not within 0.25 and 8");
    }
    if (!(margin >= 0 && margin <= LARGEST_MARGIN)) {
      throw new IllegalArgumentException("margin " + margin + " is not within 0 and 1000");
    }
  }

  /// Whole pixels for a length that was scaled.
  static int pixels(double length) {
    double pixels = Math.max(1, Math.ceil(length - 1e-6));
    if (pixels > Integer.MAX_VALUE / 8) {
      throw new IllegalArgumentException("a picture " + pixels + " pixels wide or high");
    }
    return (int) pixels;
  }

  public ExportOptions withScale(double changed) {
    return new ExportOptions(changed, transparent, margin, language, title, design);
  }

  public ExportOptions withTransparent(boolean changed) {
    return new ExportOptions(scale, changed, margin, language, title, design);
  }

  public ExportOptions withMargin(double changed) {
    return new ExportOptions(scale, transparent, changed, language, title, design);
  }

  public ExportOptions withLanguage(Language changed) {
    return new ExportOptions(scale, transparent, margin, changed, title, design);
  }

  public ExportOptions withTitle(String changed) {
    return new ExportOptions(scale, transparent, margin, language, changed, design);
  }

  public ExportOptions withDesign(String changed) {
    return new ExportOptions(scale, transparent, margin, language, title, changed);
  }
}

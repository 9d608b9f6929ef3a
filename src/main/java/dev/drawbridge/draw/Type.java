package dev.drawbridge.draw;

import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;

/// The sizes of text in a picture.
final class Type {
  static final TextMetrics NAME = new TextMetrics(FontFace.SEMIBOLD, 13);
  static final TextMetrics DETAIL = new TextMetrics(FontFace.REGULAR, 11.5);
  static final TextMetrics CONTAINER = new TextMetrics(FontFace.SEMIBOLD, 12.5);
  static final TextMetrics CAPTION = new TextMetrics(FontFace.SEMIBOLD, 10);
  static final TextMetrics LABEL = new TextMetrics(FontFace.REGULAR, 11);
  static final TextMetrics COUNT = new TextMetrics(FontFace.SEMIBOLD, 11);

  private Type() {}
}

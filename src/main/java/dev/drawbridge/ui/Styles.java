package dev.drawbridge.ui;

import java.net.URL;

/// Our own style sheet, over that of the theme.
final class Styles {
  /// Its address, as scenes and dialogs want it.
  static final String SHEET = sheet();

  private Styles() {}

  private static String sheet() {
    URL url = Styles.class.getResource("drawbridge.css");
    if (url == null) {
      throw new IllegalStateException("drawbridge.css is not on the class path");
    }
    return url.toExternalForm();
  }
}

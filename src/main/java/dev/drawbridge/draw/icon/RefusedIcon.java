package dev.drawbridge.draw.icon;

/// What is wrong with a picture that others drew, on its way out of the reader.
final class RefusedIcon extends Exception {
  private static final long serialVersionUID = 1;
  private final String what;

  RefusedIcon(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /// The element or attribute, or a word of it.
  String what() {
    return what;
  }
}

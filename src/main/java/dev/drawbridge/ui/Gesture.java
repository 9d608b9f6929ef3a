package dev.drawbridge.ui;

/// What hands do on the canvas that is no command: for the sheet of shortcuts.
enum Gesture {
  PAN("pan"),
  SCROLL("scroll"),
  ZOOM("zoom"),
  ADD("add"),
  MARQUEE("marquee"),
  MARQUEE_OVER("marquee-over"),
  BELOW("below"),
  ENTER("enter"),
  RENAME("rename"),
  WALK("walk"),
  NUDGE("nudge"),
  STEP("step"),
  FREELY("freely"),
  KEEP_PARENT("keep-parent"),
  COPY("copy"),
  CONNECT("connect"),
  CONNECT_NEW("connect-new"),
  CANCEL("cancel");

  private final String key;

  Gesture(String key) {
    this.key = key;
  }

  /// What is done, in message keys.
  String nameKey() {
    return "gesture." + key + ".name";
  }

  /// How it is done, in message keys; with the name of the key that is Ctrl, or Command on macOS.
  String howKey() {
    return "gesture." + key + ".how";
  }
}

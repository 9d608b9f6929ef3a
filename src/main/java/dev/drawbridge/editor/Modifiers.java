package dev.drawbridge.editor;

/// The keys held down during an input.
///
/// @param ctrl Control, or Command on macOS
public record Modifiers(boolean shift, boolean ctrl, boolean alt) {
  public static final Modifiers NONE = new Modifiers(false, false, false);

  public static final Modifiers SHIFT = new Modifiers(true, false, false);

  public static final Modifiers CTRL = new Modifiers(false, true, false);

  public static final Modifiers ALT = new Modifiers(false, false, true);

  /// Whether a click adds to the selection instead of replacing it.
  public boolean adds() {
    return shift || ctrl;
  }
}

package dev.drawbridge.editor;

/// A line that shows why something snaps, in document coordinates: with what a moved edge or centre lines
/// up, or a gap that is as wide as another.
///
/// @param vertical whether it runs from top to bottom
/// @param at its x if vertical, else its y
/// @param from where it begins on the other axis
/// @param to where it ends on the other axis
/// @param gap whether it is a gap between two nodes
public record Guide(boolean vertical, double at, double from, double to, boolean gap) {
  static Guide line(boolean vertical, double at, double from, double to) {
    return new Guide(vertical, at, from, to, false);
  }

  static Guide gap(boolean vertical, double at, double from, double to) {
    return new Guide(vertical, at, from, to, true);
  }
}

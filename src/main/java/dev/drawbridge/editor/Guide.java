package dev.drawbridge.editor;

/// A line that shows with what a moved edge or centre lines up, in document coordinates.
///
/// @param vertical whether it runs from top to bottom
/// @param at its x if vertical, else its y
/// @param from where it begins on the other axis
/// @param to where it ends on the other axis
public record Guide(boolean vertical, double at, double from, double to) {}

package dev.drawbridge.draw;

/// The colours of a container or a group of components, ARGB.
///
/// @param line its border
/// @param fill what is inside, alpha 0 for nothing
/// @param text its name, readable on the fill and on paper
public record Tone(int line, int fill, int text) {}

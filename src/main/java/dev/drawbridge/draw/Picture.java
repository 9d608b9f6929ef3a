package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;

/// What is to be seen of a document: the marks, and the paper under them.
///
/// @param bounds everything that is drawn lies in it
/// @param paper the colour behind all marks, ARGB
/// @param root the layers, back to front; in each a group for every element it shows
public record Picture(Rect bounds, int paper, Mark.Group root) {}

/// Vector shapes without colour: outlines made of lines and curves, how a line is stroked, and the
/// reader of SVG path data. Every back end draws these, so icons and glyphs look alike everywhere.
@NullMarked
package dev.drawbridge.draw.shape;

import org.jspecify.annotations.NullMarked;

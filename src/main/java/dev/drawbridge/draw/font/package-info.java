/// The bundled fonts: our own reader of TrueType tables, text measuring and wrapping that gives the
/// same widths on every machine, glyph outlines for pictures without any font of the system, and
/// subsets small enough to travel inside an exported picture.
@NullMarked
package dev.drawbridge.draw.font;

import org.jspecify.annotations.NullMarked;

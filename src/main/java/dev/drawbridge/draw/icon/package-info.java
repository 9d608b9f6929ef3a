/// The icon family: reads our own SVG files, a small strict subset, into vector shapes that every back
/// end draws the same way.
@NullMarked
package dev.drawbridge.draw.icon;

import org.jspecify.annotations.NullMarked;

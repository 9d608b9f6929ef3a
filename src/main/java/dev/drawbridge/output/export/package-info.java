/// Pictures as files: SVG with real text and PNG without a display, each of which can carry the design
/// that it shows, and the reader that finds such a design again in a file from anywhere.
@NullMarked
package dev.drawbridge.output.export;

import org.jspecify.annotations.NullMarked;

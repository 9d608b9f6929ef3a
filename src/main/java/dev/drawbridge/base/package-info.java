/// What every room may lean on: geometry in pixels, problems as data ([Issue], [Outcome]), and texts in
/// two languages ([Messages]). Nothing here knows of AWS or of drawing.
@NullMarked
package dev.drawbridge.base;

import org.jspecify.annotations.NullMarked;

/// What can be drawn. A [Kind] is declared once; the palette, the inspector, drop rules, the file format's
/// schema and the message keys follow from it.
@NullMarked
package dev.drawbridge.catalog;

import org.jspecify.annotations.NullMarked;

/// Designs to begin with: the gallery of the window and `drawbridge new` show the same list. They are made
/// with the catalogue's own properties, so that a property that changes changes them too, and the samples
/// in `assets/samples` are what these classes make.
@NullMarked
package dev.drawbridge.edit.template;

import org.jspecify.annotations.NullMarked;

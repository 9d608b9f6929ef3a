/// The design as data. A [Document] is immutable; a [Diff] says exactly how one became the next, and its
/// inverse is undo. Kinds are names here: what a kind means is told in the catalogue.
@NullMarked
package dev.drawbridge.model;

import org.jspecify.annotations.NullMarked;

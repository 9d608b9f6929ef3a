/// How a document changes: an [Edit] works on a [Draft], which records the diff; [Invariants] closes each
/// edit; [History] undoes and redoes by applying diffs. Nobody writes an undo by hand.
@NullMarked
package dev.drawbridge.edit;

import org.jspecify.annotations.NullMarked;

/// What becomes of a design when a part of it fails: [Simulation] takes away an availability zone, a
/// server, a gateway or a database, and tells in an [Aftermath] what still serves and what happens next.
@NullMarked
package dev.drawbridge.simulate;

import org.jspecify.annotations.NullMarked;

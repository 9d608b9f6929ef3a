/// Whether a design holds. [Analysis] reads facts from a resource graph, asks the engine in
/// `network` who can reach whom, and runs every rule of [Rules]; what is wrong comes back as
/// findings with their proof.
@NullMarked
package dev.drawbridge.analyze;

import org.jspecify.annotations.NullMarked;

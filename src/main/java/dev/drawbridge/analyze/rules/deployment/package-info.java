/// How a new version comes into service and an old one leaves: canaries, blue and green, rollback,
/// draining.
@NullMarked
package dev.drawbridge.analyze.rules.deployment;

import org.jspecify.annotations.NullMarked;

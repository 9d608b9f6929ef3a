/// Rules on address blocks of VPCs and subnets.
@NullMarked
package dev.drawbridge.analyze.rules.addressing;

import org.jspecify.annotations.NullMarked;

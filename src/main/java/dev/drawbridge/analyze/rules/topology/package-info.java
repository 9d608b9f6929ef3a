/// Rules on routes, gateways, zones and arrows.
@NullMarked
package dev.drawbridge.analyze.rules.topology;

import org.jspecify.annotations.NullMarked;

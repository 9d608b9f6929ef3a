/// Finds the way of connectors: orthogonal lines around what stands in between, with few bends, apart
/// from each other. Geometry only; what the boxes are does not matter here.
@NullMarked
package dev.drawbridge.draw.route;

import org.jspecify.annotations.NullMarked;

/// Rules on load balancers, their listeners, targets and health checks.
@NullMarked
package dev.drawbridge.analyze.rules.balancing;

import org.jspecify.annotations.NullMarked;

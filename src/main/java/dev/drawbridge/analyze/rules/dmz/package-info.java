/// Rules on what may and may not be reached from the internet, and which tier may call which.
@NullMarked
package dev.drawbridge.analyze.rules.dmz;

import org.jspecify.annotations.NullMarked;

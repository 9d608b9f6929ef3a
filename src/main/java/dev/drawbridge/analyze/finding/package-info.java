/// What the rules say: a [Finding] with its severity, its verdict, the path that proves it or the
/// causes that block, and the fixes that would mend it. Plain values, which window, picture and
/// command line show.
@NullMarked
package dev.drawbridge.analyze.finding;

import org.jspecify.annotations.NullMarked;

/// Rules about the suppressions of a policy themselves.
@NullMarked
package dev.drawbridge.analyze.rules.suppression;

import org.jspecify.annotations.NullMarked;

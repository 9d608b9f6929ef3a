/// Rules on Auto Scaling groups.
@NullMarked
package dev.drawbridge.analyze.rules.scaling;

import org.jspecify.annotations.NullMarked;

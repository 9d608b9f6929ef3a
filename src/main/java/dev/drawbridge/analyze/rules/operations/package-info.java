/// Whether somebody would notice: alarms and flow logs.
@NullMarked
package dev.drawbridge.analyze.rules.operations;

import org.jspecify.annotations.NullMarked;

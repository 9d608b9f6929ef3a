/// A design falls apart into islands: what hangs together by lying in one another, by spanning and by
/// arrows. An island can be analysed by itself, and its analysis holds until something of it changes.
@NullMarked
package dev.drawbridge.analyze.island;

import org.jspecify.annotations.NullMarked;

/// A small program that breaks each rule of `LayersTest` once, so that the rules are known to bite.
@NullMarked
package dev.drawbridge.wrong;

import org.jspecify.annotations.NullMarked;

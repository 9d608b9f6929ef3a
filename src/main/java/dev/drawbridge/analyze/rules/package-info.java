/// What a rule is, and what it looks at. The rules themselves stand in the packages below, one
/// class each.
@NullMarked
package dev.drawbridge.analyze.rules;

import org.jspecify.annotations.NullMarked;

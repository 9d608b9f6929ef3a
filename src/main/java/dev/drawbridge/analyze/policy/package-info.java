/// What a team holds its designs to: which zone may talk to which, which rules run, and which
/// findings are accepted for a while. Plain values that rules read; they come from a design's
/// settings or from a file that designs share.
@NullMarked
package dev.drawbridge.analyze.policy;

import org.jspecify.annotations.NullMarked;

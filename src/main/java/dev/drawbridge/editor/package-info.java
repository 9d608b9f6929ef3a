/// The editing session without a screen: the tools as states ([ToolState]), each of which turns an input
/// into the next state and effects; the [Editor] carries the effects out on an immutable [EditorState].
/// Hit testing, snapping and drop targets live here too, so that plain tests can drive every gesture.
@NullMarked
package dev.drawbridge.editor;

import org.jspecify.annotations.NullMarked;

/// The window: JavaFX views over one [dev.drawbridge.editor.EditorState]. A view turns what the person does
/// into inputs and commands of the [Session], and draws the state that comes back; it decides nothing.
/// This is the only room that knows JavaFX.
@NullMarked
package dev.drawbridge.ui;

import org.jspecify.annotations.NullMarked;

package dev.drawbridge.editor;

import dev.drawbridge.base.Point;

/// What a person does to the canvas. Points are in px of the viewport.
public sealed interface Input {
  /// A button of the mouse.
  enum Button {
    PRIMARY,
    MIDDLE,
    SECONDARY
  }

  /// The keys that mean something to a tool; all others are commands.
  enum Key {
    ESCAPE,
    ENTER,
    SPACE,
    TAB,
    LEFT,
    RIGHT,
    UP,
    DOWN,
    OTHER
  }

  /// @param clicks 2 for the second press of a double click
  record Pressed(Point at, Button button, int clicks, Modifiers modifiers) implements Input {}

  /// Moved with a button down.
  record Dragged(Point at, Modifiers modifiers) implements Input {}

  record Released(Point at, Button button, Modifiers modifiers) implements Input {}

  /// Moved with no button down.
  record Hovered(Point at, Modifiers modifiers) implements Input {}

  /// The pointer left the canvas.
  record Left() implements Input {}

  /// The wheel was turned; positive amounts move the content to the right and down, in px.
  record Turned(Point at, double dx, double dy, Modifiers modifiers) implements Input {}

  record KeyPressed(Key key, Modifiers modifiers) implements Input {}

  record KeyReleased(Key key, Modifiers modifiers) implements Input {}

  /// The text field over a label was closed with this text.
  record Labelled(String text) implements Input {}
}

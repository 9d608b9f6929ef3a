package dev.drawbridge.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// What the window is called: after the design in front, with a dot while that is not saved.
final class Title {
  private Title() {}

  static StringBinding of(Session session, DesignFiles files, Texts texts) {
    return Bindings.createStringBinding(
        () ->
            (session.state().isDirty() ? "• " : "") + files.name() + " – " + texts.get("ui.title"),
        session.designProperty(),
        session.stateProperty(),
        session.fileProperty(),
        texts.language());
  }
}

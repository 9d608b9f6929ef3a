package dev.drawbridge.ui;

import javafx.beans.value.ObservableBooleanValue;

/// Gives the parts of the window the room that they need: none to those that have nothing to say yet, and to the
/// tabs below the canvas little while there is no problem. Nothing moves under the hands of who is drawing, and
/// a height that the user chose stays.
final class Room {
  private final Panes panes;
  private final Session session;
  private final BottomTabs tabs;

  /// @param starting whether there is nothing to work on yet
  Room(Panes panes, ObservableBooleanValue starting, Session session, BottomTabs tabs) {
    this.panes = panes;
    this.session = session;
    this.tabs = tabs;
    starting.addListener((_, _, now) -> panes.show(!now));
    panes.show(!starting.get());
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, _) -> {
              if (!tabs.isShown(BottomTabs.Name.PROBLEMS)) {
                panes.suggestBottom(Panes.HIGH);
              }
            });
  }

  /// The design in front was checked.
  void follow(Checked checked) {
    boolean opened = session.state().history().undoable().isEmpty();
    if (opened && tabs.isShown(BottomTabs.Name.PROBLEMS)) {
      panes.suggestBottom(checked.findings().isEmpty() ? Panes.LOW : Panes.HIGH);
    }
  }
}

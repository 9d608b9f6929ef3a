package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The parts of the window beside and below each other, with dividers between them. While nothing is drawn yet
/// there are only the palette and what stands in the middle: the others would have nothing to say.
final class Panes extends SplitPane {
  /// For a design without a problem: the tabs, and a line that says so.
  static final double LOW = 0.13;

  /// For a list of problems, with room beside it for what is known of one.
  static final double HIGH = 0.3;

  /// Positions that differ by less are those that were set.
  private static final double SAME = 0.015;

  private static final int BOTTOM = 3;

  private final SplitPane left;
  private final SplitPane centre;
  private final Region outline;
  private final Region below;
  private final Region inspector;

  /// Where the dividers are or, of parts that are not shown, where they were.
  private final List<Double> positions = new ArrayList<>(List.of(0.155, 0.785, 0.62, 1 - LOW));

  private boolean complete = true;

  /// Parts came or went, and the dividers are not yet where they belong.
  private boolean settling;

  private Runnable changed = () -> {};

  /// @param above what stands in the middle
  /// @param below the tabs under it
  Panes(Region palette, Region outline, Region above, Region below, Region inspector) {
    this.outline = outline;
    this.below = below;
    this.inspector = inspector;
    left = new SplitPane(palette, outline);
    left.setOrientation(Orientation.VERTICAL);
    left.getStyleClass().add("side");
    left.setMinWidth(200);
    centre = new SplitPane(above, below);
    centre.setOrientation(Orientation.VERTICAL);
    inspector.setMinWidth(260);
    getItems().addAll(left, centre, inspector);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(inspector, false);
    InvalidationListener moved = _ -> note();
    for (SplitPane pane : List.of(this, left, centre)) {
      // With the parts their dividers come and go.
      pane.getDividers().addListener((InvalidationListener) _ -> listen(pane, moved));
      listen(pane, moved);
    }
    divide(positions());
  }

  private static void listen(SplitPane pane, InvalidationListener moved) {
    pane.getDividers().forEach(divider -> divider.positionProperty().addListener(moved));
  }

  /// @param action is run when a divider moved
  void onChange(Runnable action) {
    changed = action;
  }

  /// @param all whether all parts are shown, or only those with which one begins
  void show(boolean all) {
    if (all == complete) {
      return;
    }
    List<Double> before = positions();
    complete = all;
    if (all) {
      left.getItems().add(outline);
      centre.getItems().add(below);
      getItems().add(inspector);
    } else {
      left.getItems().remove(outline);
      centre.getItems().remove(below);
      getItems().remove(inspector);
    }
    settling = true;
    divide(before);
    Platform.runLater(
        () -> {
          settling = false;
          divide(positions());
        });
  }

  /// @param share how much of the height the tabs below take, 0 to 1
  void giveBottom(double share) {
    positions.set(BOTTOM, 1 - share);
    if (complete) {
      centre.setDividerPositions(1 - share);
    }
  }

  /// The same, unless the user chose another height.
  void suggestBottom(double share) {
    double now = 1 - positions.get(BOTTOM);
    if (Math.abs(now - LOW) < SAME || Math.abs(now - HIGH) < SAME) {
      giveBottom(share);
    }
  }

  /// From the outside inwards: of this pane two, of the left side, of the middle.
  List<Double> positions() {
    return List.copyOf(positions);
  }

  /// Puts the dividers where they were.
  void divide(List<Double> wanted) {
    if (wanted.size() != positions.size()) {
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      positions.set(i, wanted.get(i));
    }
    if (complete) {
      setDividerPositions(wanted.get(0), wanted.get(1));
      left.setDividerPositions(wanted.get(2));
      centre.setDividerPositions(wanted.get(BOTTOM));
    } else {
      setDividerPositions(wanted.get(0));
    }
  }

  private void note() {
    if (settling) {
      return;
    }
    double[] own = getDividerPositions();
    if (complete && own.length == 2 && centre.getDividers().size() == 1) {
      positions.set(1, own[1]);
      positions.set(2, left.getDividerPositions()[0]);
      positions.set(BOTTOM, centre.getDividerPositions()[0]);
    }
    if (own.length > 0) {
      positions.set(0, own[0]);
    }
    changed.run();
  }
}

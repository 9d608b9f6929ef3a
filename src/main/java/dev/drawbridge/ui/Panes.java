package dev.drawbridge.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The parts of the window beside and below each other, with dividers between them.
final class Panes extends SplitPane {
  private final SplitPane left;
  private final SplitPane centre;

  /// @param above what stands in the middle
  /// @param below the tabs under it
  Panes(Region palette, Region outline, Region above, Region below, Region inspector) {
    left = new SplitPane(palette, outline);
    left.setOrientation(Orientation.VERTICAL);
    left.setDividerPositions(0.62);
    left.getStyleClass().add("side");
    left.setMinWidth(200);
    centre = new SplitPane(above, below);
    centre.setOrientation(Orientation.VERTICAL);
    giveBottom(0.22);
    inspector.setMinWidth(260);
    getItems().addAll(left, centre, inspector);
    setDividerPositions(0.168, 0.758);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(inspector, false);
  }

  /// @param share how much of the height the tabs below take, 0 to 1
  void giveBottom(double share) {
    centre.setDividerPositions(1 - share);
  }

  /// All dividers, from the outside inwards.
  List<SplitPane.Divider> dividers() {
    return List.of(
        getDividers().get(0),
        getDividers().get(1),
        left.getDividers().getFirst(),
        centre.getDividers().getFirst());
  }
}

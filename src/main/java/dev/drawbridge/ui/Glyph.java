package dev.drawbridge.ui;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The signs on buttons and menus: strokes on a grid of 20 units, in the colour of the text around them.
enum Glyph {
  NEW("M5 2.5 H11.5 L15.5 6.5 V17.5 H5 Z M11.5 2.5 V6.5 H15.5 M10.2 9.5 V14.5 M7.7 12 H12.7"),
  FILE("M5 2.5 H11.5 L15.5 6.5 V17.5 H5 Z M11.5 2.5 V6.5 H15.5"),
  OPEN("M2.5 15.5 V4.5 H8 L9.5 6.5 H15.5 V9 M2.5 15.5 L5 9 H18 L15.5 15.5 Z"),
  SAVE("M3.5 3.5 H13.5 L16.5 6.5 V16.5 H3.5 Z M6.5 3.5 V7.5 H12.5 V3.5 M6 16.5 V11 H14 V16.5"),
  EXPORT("M10 12.5 V3 M6.5 6.2 L10 2.8 L13.5 6.2 M4 10.5 V16.5 H16 V10.5"),
  IMPORT("M10 3 V12.5 M6.5 9.2 L10 12.6 L13.5 9.2 M4 10.5 V16.5 H16 V10.5"),
  UNDO("M7 4 L3.5 7.5 L7 11 M3.5 7.5 H12 A4.2 4.2 0 0 1 12 16 H8"),
  REDO("M13 4 L16.5 7.5 L13 11 M16.5 7.5 H8 A4.2 4.2 0 0 0 8 16 H12"),
  POINTER("M5 3 L15.5 9.8 L10.6 10.9 L8.2 15.6 Z"),
  HAND(
      "M6.5 10 V5.5 A1.2 1.2 0 0 1 9 5.5 V9 V4.2 A1.2 1.2 0 0 1 11.5 4.2 V9 V5.2 A1.2 1.2 0 0 1 14"
          + " 5.2 V10 V7.2 A1.2 1.2 0 0 1 16.4 7.2 V12.2 A5.3 5.3 0 0 1 11.2 17.5 A5.4 5.4 0 0 1"
          + " 6.6 15 L3.6 10.8 A1.2 1.2 0 0 1 5.4 9.4 L6.5 10.6"),
  CONNECT("M4 16 L15 5 M9 4.5 H15.5 V11"),
  ZOOM_IN(
      "M8.8 3 A5.8 5.8 0 1 0 8.8 14.6 A5.8 5.8 0 1 0 8.8 3 M13 13 L17.3 17.3 M8.8 6.2 V11.4 M6.2"
          + " 8.8 H11.4"),
  ZOOM_OUT("M8.8 3 A5.8 5.8 0 1 0 8.8 14.6 A5.8 5.8 0 1 0 8.8 3 M13 13 L17.3 17.3 M6.2 8.8 H11.4"),
  FIT("M3 7 V3 H7 M13 3 H17 V7 M17 13 V17 H13 M7 17 H3 V13 M7 7 H13 V13 H7 Z"),
  DELETE(
      "M3.5 5.5 H16.5 M7.5 5.5 V3.2 H12.5 V5.5 M5 5.5 L5.8 17 H14.2 L15 5.5 M8.3 8.5 V14 M11.7 8.5"
          + " V14"),
  DUPLICATE("M7 7 H17 V17 H7 Z M13 7 V3 H3 V13 H7"),
  LIGHT(
      "M10 6.3 A3.7 3.7 0 1 0 10 13.7 A3.7 3.7 0 1 0 10 6.3 M10 1.8 V3.6 M10 16.4 V18.2 M1.8 10"
          + " H3.6 M16.4 10 H18.2 M4.2 4.2 L5.5 5.5 M14.5 14.5 L15.8 15.8 M15.8 4.2 L14.5 5.5 M5.5"
          + " 14.5 L4.2 15.8"),
  DARK("M16.6 12.2 A7.2 7.2 0 1 1 7.8 3.4 A5.8 5.8 0 0 0 16.6 12.2 Z"),
  SEARCH("M8.8 3 A5.8 5.8 0 1 0 8.8 14.6 A5.8 5.8 0 1 0 8.8 3 M13 13 L17.3 17.3"),
  FIX(
      "M13.6 3.2 A4.2 4.2 0 0 0 8.4 8.6 L3 14 A1.9 1.9 0 0 0 6 17 L11.4 11.6 A4.2 4.2 0 0 0 16.8"
          + " 6.4 L14.2 8.6 L11.6 8.2 L11.2 5.8 Z"),
  CHECK("M3.5 10.5 L8 15 L16.5 5.5"),
  SWAP("M4 7 H15 M12 4 L15.3 7 L12 10 M16 13 H5 M8 10 L4.7 13 L8 16"),
  TARGET(
      "M10 4.5 A5.5 5.5 0 1 0 10 15.5 A5.5 5.5 0 1 0 10 4.5 M10 1.5 V7 M10 13 V18.5 M1.5 10 H7 M13"
          + " 10 H18.5"),
  OPENED("M4.5 7.5 L10 13 L15.5 7.5"),
  TIDY(
      "M3 3.5 H8.5 V8 H3 Z M11.5 3.5 H17 V8 H11.5 Z M3 12 H8.5 V16.5 H3 Z M11.5 12 H17 V16.5 H11.5"
          + " Z"),
  UP("M4.5 12.5 L10 7 L15.5 12.5"),
  CLOSED("M7.5 4.5 L13 10 L7.5 15.5"),
  MUTED(
      "M2 10 C5 5.4 7.6 4.5 10 4.5 C12.4 4.5 15 5.4 18 10 C15 14.6 12.4 15.5 10 15.5 C7.6 15.5 5"
          + " 14.6 2 10 M10 7.7 A2.3 2.3 0 1 0 10 12.3 A2.3 2.3 0 1 0 10 7.7 M3.5 16.5 L16.5 3.5"),
  SHIELD("M10 2.5 L16.5 4.8 V10 C16.5 13.8 13.8 16.4 10 17.8 C6.2 16.4 3.5 13.8 3.5 10 V4.8 Z"),
  CLOSE("M5.5 5.5 L14.5 14.5 M14.5 5.5 L5.5 14.5"),
  ADD("M10 4 V16 M4 10 H16"),
  MORE("M4.9 10 H5.1 M9.9 10 H10.1 M14.9 10 H15.1"),
  REMOVE("M4 10 H16"),
  RESET("M4 4 V8.5 H8.5 M4.3 8.3 A6.5 6.5 0 1 1 3.6 11.5"),
  COPY("M7 7 H17 V17 H7 Z M13 7 V3 H3 V13 H7"),
  LANGUAGE(
      "M10 2.5 A7.5 7.5 0 1 0 10 17.5 A7.5 7.5 0 1 0 10 2.5 M2.5 10 H17.5 M10 2.5 C5.6 7 5.6 13 10"
          + " 17.5 M10 2.5 C14.4 7 14.4 13 10 17.5");

  private static final double GRID = 20;

  private final String path;

  Glyph(String path) {
    this.path = path;
  }

  /// @param side in px
  Region node(double side) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("glyph");
    // An invisible frame keeps the grid, so that all signs sit alike.
    SVGPath frame = new SVGPath();
    frame.setContent("M0 0 H20 V20 H0 Z");
    frame.setFill(null);
    Group group = new Group(frame, shape);
    group.setScaleX(side / GRID);
    group.setScaleY(side / GRID);
    StackPane pane = new StackPane(group);
    pane.setMinSize(side, side);
    pane.setPrefSize(side, side);
    pane.setMaxSize(side, side);
    pane.setMouseTransparent(true);
    return pane;
  }
}

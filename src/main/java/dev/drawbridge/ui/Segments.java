package dev.drawbridge.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Buttons that form one control: beside each other where every name fits, and else below each other. No
/// name is ever cut.
final class Segments extends Region {
  private static final String FIRST = "first";
  private static final String LAST = "last";

  Segments() {
    getStyleClass().add("segments");
    setMaxWidth(Double.MAX_VALUE);
  }

  void add(Region button) {
    getChildren().add(button);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /// Of one row.
  @Override
  protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(child -> child.prefWidth(-1)).sum();
  }

  @Override
  protected double computeMinWidth(double height) {
    return getChildren().stream().mapToDouble(child -> child.prefWidth(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    double row = getChildren().stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
    return isRow(width) ? row : row * getChildren().size();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width < 0 ? getWidth() : width);
  }

  private boolean isRow(double width) {
    return width < 0 || prefWidth(-1) <= width + 0.5;
  }

  /// What is left of the width is shared out.
  @Override
  protected void layoutChildren() {
    int count = getChildren().size();
    boolean row = isRow(getWidth());
    double spare = row ? (getWidth() - prefWidth(-1)) / Math.max(1, count) : 0;
    double at = 0;
    for (int i = 0; i < count; i++) {
      Node child = getChildren().get(i);
      ends(child, row, i == 0, i == count - 1);
      double length = row ? child.prefWidth(-1) + spare : getHeight() / count;
      double next = i == count - 1 ? (row ? getWidth() : getHeight()) : Math.round(at + length);
      if (row) {
        child.resizeRelocate(at, 0, next - at, getHeight());
      } else {
        child.resizeRelocate(0, at, getWidth(), next - at);
      }
      at = next;
    }
  }

  private static void ends(Node child, boolean row, boolean first, boolean last) {
    set(child, "row", row);
    set(child, FIRST, first);
    set(child, LAST, last);
  }

  private static void set(Node child, String style, boolean on) {
    boolean has = child.getStyleClass().contains(style);
    if (on && !has) {
      child.getStyleClass().add(style);
    } else if (!on && has) {
      child.getStyleClass().remove(style);
    }
  }
}

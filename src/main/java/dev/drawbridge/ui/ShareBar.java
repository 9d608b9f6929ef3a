package dev.drawbridge.ui;

import dev.drawbridge.catalog.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A bar that arrows share in proportion to their weights; its borders can be dragged.
final class ShareBar extends Region {
  /// How many colours there are; after the last the first comes again.
  static final int COLOURS = 6;

  /// How near a border the pointer must be to take it, in px.
  private static final double REACH = 8;

  private final Consumer<List<Integer>> commit;
  private final List<Label> parts = new ArrayList<>();
  private @Nullable Shares shares;
  private List<Integer> percents = List.of();
  private int border = -1;
  private double from;

  /// @param commit told the new weights when a border was dragged
  ShareBar(Consumer<List<Integer>> commit) {
    this.commit = commit;
    getStyleClass().add("share-bar");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMouseMoved(
        event -> setCursor(borderAt(event.getX()) < 0 ? Cursor.DEFAULT : Cursor.H_RESIZE));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(_ -> release());
  }

  /// @param names of those that share
  void show(Shares now, List<String> names, String text) {
    shares = now;
    percents = now.percents();
    parts.clear();
    for (int i = 0; i < names.size(); i++) {
      Label part = new Label();
      part.getStyleClass().addAll("share-part", "share-" + i % COLOURS);
      part.setMouseTransparent(true);
      part.setMinWidth(0);
      part.setTooltip(new Tooltip(names.get(i)));
      parts.add(part);
    }
    getChildren().setAll(parts);
    setAccessibleText(text);
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 24;
  }

  @Override
  protected void layoutChildren() {
    double at = 0;
    int sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += percents.get(i);
      double next = Math.round(getWidth() * sum / Shares.WHOLE);
      Label part = parts.get(i);
      part.setText(percents.get(i) + " %");
      part.setVisible(percents.get(i) > 0);
      part.resizeRelocate(at, 0, Math.max(0, next - at), getHeight());
      at = next;
    }
  }

  private int borderAt(double x) {
    int found = -1;
    double nearest = REACH;
    int sum = 0;
    for (int i = 0; i < percents.size() - 1; i++) {
      sum += percents.get(i);
      double distance = Math.abs(getWidth() * sum / Shares.WHOLE - x);
      if (distance < nearest) {
        nearest = distance;
        found = i;
      }
    }
    return found;
  }

  private void press(MouseEvent event) {
    border = borderAt(event.getX());
    from = event.getX();
    event.consume();
  }

  private void drag(MouseEvent event) {
    Shares now = shares;
    if (border >= 0 && now != null) {
      int by = (int) Math.round((event.getX() - from) * Shares.WHOLE / Math.max(1, getWidth()));
      percents = now.moving(border, by);
      requestLayout();
      event.consume();
    }
  }

  private void release() {
    Shares now = shares;
    if (border >= 0 && now != null && !percents.equals(now.percents())) {
      commit.accept(percents);
    }
    border = -1;
  }
}

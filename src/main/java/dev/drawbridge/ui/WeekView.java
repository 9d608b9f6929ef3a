package dev.drawbridge.ui;

import dev.drawbridge.catalog.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The hours of a week, or of a day that stands for every day, with a window of time in it: dragging sets
/// it, arrows move it, Shift and arrows make it longer or shorter.
final class WeekView extends Region {
  /// In minutes: what dragging and the arrows snap to.
  static final int STEP = 30;

  private static final double ROW = 18;
  private static final double AXIS = 16;
  private static final double NAMES = 34;
  private static final int[] HOURS = {0, 6, 12, 18, 24};

  /// A part of a window within one day.
  ///
  /// @param from in minutes of the day, to not included
  record Part(int day, int from, int to) {}

  /// A part of the picture.
  private record Drawn(Region region, Part part) {}

  private final int days;
  private final Consumer<TimeWindow> commit;
  private final List<Region> rows = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final List<Label> hours = new ArrayList<>();
  private final List<Drawn> drawn = new ArrayList<>();
  private @Nullable TimeWindow own;
  private List<TimeWindow> others = List.of();
  private int pressed = -1;
  private @Nullable TimeWindow dragged;

  /// @param dayNames seven for a week; none for a window of every day
  /// @param commit told the window that was set
  WeekView(List<String> dayNames, Consumer<TimeWindow> commit) {
    this.days = Math.max(1, dayNames.size());
    this.commit = commit;
    getStyleClass().add("week");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    for (int hour : HOURS) {
      Label label = new Label(String.valueOf(hour));
      label.getStyleClass().add("week-label");
      hours.add(label);
    }
    dayNames.forEach(
        name -> {
          Label label = new Label(name);
          label.getStyleClass().add("week-label");
          names.add(label);
        });
    for (int i = 0; i < days; i++) {
      Region row = new Region();
      row.getStyleClass().add("week-row");
      rows.add(row);
    }
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    redraw();
  }

  /// The parts of a window that lie in one day each; a window of every day has one day.
  static List<Part> parts(TimeWindow window, int days) {
    List<Part> parts = new ArrayList<>();
    int at = window.start() % (days * TimeWindow.DAY);
    int left = Math.min(window.minutes(), days * TimeWindow.DAY);
    while (left > 0) {
      int day = at / TimeWindow.DAY;
      int from = at % TimeWindow.DAY;
      int length = Math.min(left, TimeWindow.DAY - from);
      parts.add(new Part(day, from, from + length));
      at = (at + length) % (days * TimeWindow.DAY);
      left -= length;
    }
    return parts;
  }

  /// The window between two places of a drag, in whole steps and at least one.
  static TimeWindow between(int one, int other) {
    int from = Math.min(one, other) / STEP * STEP;
    int to = (Math.max(one, other) / STEP + 1) * STEP;
    return new TimeWindow(from, to - from);
  }

  /// @param window null for none
  /// @param else_ those that it must leave alone
  void show(@Nullable TimeWindow window, List<TimeWindow> else_) {
    own = window;
    others = List.copyOf(else_);
    redraw();
  }

  private void redraw() {
    drawn.clear();
    getChildren().clear();
    getChildren().addAll(rows);
    getChildren().addAll(names);
    getChildren().addAll(hours);
    others.forEach(window -> draw(window, "other"));
    TimeWindow window = dragged == null ? own : dragged;
    if (window != null) {
      draw(window, others.stream().anyMatch(other -> meets(window, other)) ? "clash" : "own");
    }
    requestLayout();
  }

  /// A window of every day meets one of the week if they share a time of day.
  private boolean meets(TimeWindow window, TimeWindow other) {
    return days > 1
        ? window.overlaps(other)
        : window.everyDay().stream().anyMatch(day -> day.overlaps(other));
  }

  private void draw(TimeWindow window, String style) {
    for (Part part : parts(window, days)) {
      Region region = new Region();
      region.getStyleClass().addAll("week-part", style);
      region.setMouseTransparent(true);
      drawn.add(new Drawn(region, part));
      getChildren().add(region);
    }
  }

  private double gutter() {
    return names.isEmpty() ? 4 : NAMES;
  }

  private double hoursWidth() {
    return Math.max(1, getWidth() - gutter() - 8);
  }

  @Override
  protected double computePrefHeight(double width) {
    return AXIS + days * ROW + 2;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 220;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double left = gutter();
    double width = hoursWidth();
    for (int i = 0; i < hours.size(); i++) {
      Label label = hours.get(i);
      double length = label.prefWidth(-1);
      double x = left + width * HOURS[i] / 24 - length / 2;
      label.resizeRelocate(Math.clamp(x, 0, getWidth() - length), 0, length, AXIS);
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).resizeRelocate(left, AXIS + i * ROW + 1, width, ROW - 2);
    }
    for (int i = 0; i < names.size(); i++) {
      names.get(i).resizeRelocate(0, AXIS + i * ROW, NAMES - 4, ROW);
    }
    for (Drawn one : drawn) {
      Part part = one.part();
      double from = Math.round(width * part.from() / TimeWindow.DAY);
      double to = Math.round(width * part.to() / TimeWindow.DAY);
      one.region()
          .resizeRelocate(
              left + from, AXIS + part.day() * ROW + 1, Math.max(3, to - from), ROW - 2);
    }
  }

  /// The minute under the pointer.
  private int minute(MouseEvent event) {
    int day = (int) Math.clamp((event.getY() - AXIS) / ROW, 0, days - 1);
    double share = Math.clamp((event.getX() - gutter()) / hoursWidth(), 0, 1);
    return day * TimeWindow.DAY + (int) Math.min(TimeWindow.DAY - 1, share * TimeWindow.DAY);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      pressed = minute(event);
      dragged = between(pressed, pressed);
      redraw();
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (pressed >= 0) {
      dragged = between(pressed, minute(event));
      redraw();
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    TimeWindow window = dragged;
    pressed = -1;
    dragged = null;
    if (window != null) {
      own = window;
      redraw();
      commit.accept(window);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    TimeWindow window = own;
    if (event.getCode() == KeyCode.ESCAPE && dragged != null) {
      pressed = -1;
      dragged = null;
      redraw();
      event.consume();
    } else if (window != null && !event.isShortcutDown() && !event.isAltDown()) {
      TimeWindow changed = changed(window, event.getCode(), event.isShiftDown());
      if (changed != null) {
        event.consume();
        if (!changed.equals(window)) {
          commit.accept(changed);
        }
      }
    }
  }

  private @Nullable TimeWindow changed(TimeWindow window, KeyCode key, boolean length) {
    return switch (key) {
      case LEFT -> length ? lasting(window, -STEP) : window.later(-STEP);
      case RIGHT -> length ? lasting(window, STEP) : window.later(STEP);
      case UP -> days == 1 ? null : window.later(-TimeWindow.DAY);
      case DOWN -> days == 1 ? null : window.later(TimeWindow.DAY);
      default -> null;
    };
  }

  private static TimeWindow lasting(TimeWindow window, int by) {
    int minutes = Math.clamp(window.minutes() + by, TimeWindow.SHORTEST, TimeWindow.DAY - STEP);
    return new TimeWindow(window.start(), minutes);
  }
}

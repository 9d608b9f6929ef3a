package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import java.util.ArrayList;
import java.util.List;

/// How a picture is spread over sheets of paper: as a whole on one, or in parts that are put together.
///
/// @param scale points of 1/72 inch for one px of the picture
record Sheets(double scale, List<Sheet> all) {
  private static final double POINTS_PER_PX = 0.75; // 72 points and 96 px an inch

  /// Below this the smallest texts, of 11 px, would have less than 4 points.
  private static final double LEGIBLE = 0.36;

  /// What is aimed at where there is more than one sheet.
  private static final double COMFORTABLE = 0.5;

  /// What two neighbours both show, in points, so that they can be glued.
  private static final double OVERLAP = 18;

  /// Nobody wants to put together more.
  private static final int MOST = 16;

  /// One of them.
  ///
  /// @param part of the picture, in its px
  /// @param place on the paper, in points
  record Sheet(Rect part, Rect place) {}

  /// The whole picture in the middle of one page: as large as fits, but not larger than on the screen at
  /// 100 %.
  static Sheets one(Rect picture, Size page) {
    double scale =
        Math.min(
            POINTS_PER_PX,
            Math.min(page.width() / picture.width(), page.height() / picture.height()));
    double width = picture.width() * scale;
    double height = picture.height() * scale;
    Rect place = new Rect((page.width() - width) / 2, (page.height() - height) / 2, width, height);
    return new Sheets(scale, List.of(new Sheet(picture, place)));
  }

  /// The picture in as many parts as make its texts legible, line by line from the upper left.
  static Sheets many(Rect picture, Size page) {
    double scale = COMFORTABLE;
    while (count(picture.width() * scale, page.width())
            * count(picture.height() * scale, page.height())
        > MOST) {
      scale *= 0.95;
    }
    int columns = count(picture.width() * scale, page.width());
    int rows = count(picture.height() * scale, page.height());
    double whole =
        Math.min(
            POINTS_PER_PX,
            Math.min(
                length(columns, page.width()) / picture.width(),
                length(rows, page.height()) / picture.height()));
    List<Sheet> sheets = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sheets.add(part(picture, page, whole, column, row));
      }
    }
    return new Sheets(whole, List.copyOf(sheets));
  }

  private static Sheet part(Rect picture, Size page, double scale, int column, int row) {
    double x = column * (page.width() - OVERLAP);
    double y = row * (page.height() - OVERLAP);
    double width = Math.min(page.width(), picture.width() * scale - x);
    double height = Math.min(page.height(), picture.height() * scale - y);
    return new Sheet(
        new Rect(picture.x() + x / scale, picture.y() + y / scale, width / scale, height / scale),
        new Rect(0, 0, width, height));
  }

  /// How many pages next to each other are needed for a length, in points.
  private static int count(double length, double page) {
    return Math.max(1, (int) Math.ceil((length - OVERLAP) / (page - OVERLAP) - 1e-9));
  }

  private static double length(int pages, double page) {
    return pages * (page - OVERLAP) + OVERLAP;
  }

  boolean isLegible() {
    return scale >= LEGIBLE;
  }
}

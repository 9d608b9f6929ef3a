package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.editor.Camera;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where marks leave ink on the screen: rectangles that hold all of it and little else. A line leaves some
/// along its pieces, not in all the room that it goes round.
final class Ink {
  /// What is filled reaches a little beyond its bounds.
  private static final double MARGIN = 4;

  /// A line fills whole px of the screen, and its curves are smoothed: px of the screen.
  private static final double SMOOTHING = 2;

  /// A renderer of text may set a line wider than it was measured, by this share.
  private static final double WIDER = 0.06;

  private final Rect within;
  private final List<Rect> places = new ArrayList<>();

  /// @param within what lies beyond this, in px of the screen, is left out
  Ink(Rect within) {
    this.within = within;
  }

  /// In whole px of the screen.
  List<Rect> places() {
    return places;
  }

  double area() {
    return places.stream().mapToDouble(Rect::area).sum();
  }

  /// The rectangle around what lies in an area; null where nothing does.
  @Nullable Rect around(Rect area) {
    double left = area.right();
    double top = area.bottom();
    double right = area.x();
    double bottom = area.y();
    for (Rect place : places) {
      if (place.intersects(area)) {
        left = Math.min(left, Math.max(area.x(), place.x()));
        top = Math.min(top, Math.max(area.y(), place.y()));
        right = Math.max(right, Math.min(area.right(), place.right()));
        bottom = Math.max(bottom, Math.min(area.bottom(), place.bottom()));
      }
    }
    return left < right && top < bottom ? new Rect(left, top, right - left, bottom - top) : null;
  }

  void add(Mark mark, Camera camera) {
    switch (mark) {
      case Mark.Group group -> group.children().forEach(child -> add(child, camera));
      case Mark.Box box when isInk(box.fill()) -> add(box.bounds(), camera, 0);
      case Mark.Box box -> {
        Rect r = box.rect();
        Stroke stroke = box.stroke();
        double width = stroke == null ? 0 : stroke.width();
        Point topRight = new Point(r.right(), r.y());
        Point bottomLeft = new Point(r.x(), r.bottom());
        Point bottomRight = new Point(r.right(), r.bottom());
        double corner = Math.max(box.radius(), width);
        add(Rect.between(r.topLeft(), topRight).grow(corner), camera, 0);
        add(Rect.between(bottomLeft, bottomRight).grow(corner), camera, 0);
        add(Rect.between(r.topLeft(), bottomLeft).grow(corner), camera, 0);
        add(Rect.between(topRight, bottomRight).grow(corner), camera, 0);
      }
      case Mark.Path path -> {
        Stroke stroke = path.stroke();
        if (stroke == null || isInk(path.fill())) {
          add(path.bounds(), camera, 0);
        } else {
          path.outline().draw(new Pieces(camera, stroke.width()));
        }
      }
      case Mark.Text text -> add(text.bounds(), camera, WIDER * text.width());
      case Mark.Icon icon -> add(icon.rect(), camera, 0);
    }
  }

  /// @param room around it in px of the document
  private void add(Rect area, Camera camera, double room) {
    add(camera.toScreen(area.grow(room)).grow(MARGIN));
  }

  private void add(Rect at) {
    double left = Math.max(within.x(), Math.floor(at.x()));
    double top = Math.max(within.y(), Math.floor(at.y()));
    double right = Math.min(within.right(), Math.ceil(at.right()));
    double bottom = Math.min(within.bottom(), Math.ceil(at.bottom()));
    if (left < right && top < bottom) {
      places.add(new Rect(left, top, right - left, bottom - top));
    }
  }

  private static boolean isInk(int argb) {
    return argb >>> 24 != 0;
  }

  private final class Pieces implements Outline.Pen {
    private final Camera camera;
    private final double width;
    private Point start = Point.ORIGIN;
    private Point last = Point.ORIGIN;

    Pieces(Camera camera, double width) {
      this.camera = camera;
      this.width = width;
    }

    @Override
    public void moveTo(double x, double y) {
      start = new Point(x, y);
      last = start;
    }

    @Override
    public void lineTo(double x, double y) {
      Point next = new Point(x, y);
      piece(Rect.between(last, next));
      last = next;
    }

    /// A curve stays within its corners.
    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      Point next = new Point(x, y);
      Rect controls = Rect.between(new Point(x1, y1), new Point(x2, y2));
      piece(Rect.between(last, next).union(controls));
      last = next;
    }

    @Override
    public void close() {
      piece(Rect.between(last, start));
      last = start;
    }

    private void piece(Rect area) {
      add(camera.toScreen(area.grow(width / 2)).grow(SMOOTHING));
    }
  }
}

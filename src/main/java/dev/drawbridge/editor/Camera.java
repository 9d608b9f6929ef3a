package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;

/// Which part of the document the viewport shows.
///
/// @param corner the document's point at the viewport's top left corner
/// @param zoom px of the viewport for one px of the document, from [#LEAST] to [#MOST]
public record Camera(Point corner, double zoom) {
  public static final double LEAST = 0.02;
  public static final double MOST = 8;
  public static final Camera START = new Camera(Point.ORIGIN, 1);

  /// What is left free around a fitted rectangle, in px of the viewport.
  private static final double MARGIN = 16;

  public Camera {
    zoom = Math.clamp(zoom, LEAST, MOST);
  }

  public Point toDocument(Point screen) {
    return new Point(screen.x() / zoom + corner.x(), screen.y() / zoom + corner.y());
  }

  public Point toScreen(Point document) {
    return new Point((document.x() - corner.x()) * zoom, (document.y() - corner.y()) * zoom);
  }

  public Rect toScreen(Rect document) {
    return Rect.at(
        toScreen(document.topLeft()), new Size(document.width() * zoom, document.height() * zoom));
  }

  /// The part of the document that is in view.
  public Rect visible(Size viewport) {
    return Rect.at(corner, new Size(viewport.width() / zoom, viewport.height() / zoom));
  }

  /// Moved so that the content follows the pointer by (dx, dy) px of the viewport.
  public Camera panned(double dx, double dy) {
    return new Camera(new Point(corner.x() - dx / zoom, corner.y() - dy / zoom), zoom);
  }

  /// At another zoom, with the same point of the document under the pointer.
  public Camera zoomed(Point pointer, double newZoom) {
    Point fixed = toDocument(pointer);
    double clamped = Math.clamp(newZoom, LEAST, MOST);
    return new Camera(
        new Point(fixed.x() - pointer.x() / clamped, fixed.y() - pointer.y() / clamped), clamped);
  }

  /// Shows the whole rectangle in the middle of the viewport, at most at the given zoom.
  public static Camera fitting(Rect area, Size viewport, double most) {
    double width = Math.max(1, viewport.width() - 2 * MARGIN);
    double height = Math.max(1, viewport.height() - 2 * MARGIN);
    double wanted =
        Math.min(width / Math.max(1, area.width()), height / Math.max(1, area.height()));
    double zoom = Math.clamp(Math.min(wanted, most), LEAST, MOST);
    return new Camera(Point.ORIGIN, zoom).centred(area.center(), viewport);
  }

  /// With the point of the document in the middle of the viewport.
  public Camera centred(Point document, Size viewport) {
    return new Camera(
        new Point(
            document.x() - viewport.width() / 2 / zoom,
            document.y() - viewport.height() / 2 / zoom),
        zoom);
  }

  /// Moved as little as brings the rectangle into view.
  public Camera revealing(Rect area, Size viewport) {
    Rect visible = visible(viewport).grow(-MARGIN / 2 / zoom);
    if (visible.contains(area)) {
      return this;
    }
    if (area.width() > visible.width() || area.height() > visible.height()) {
      return visible.intersects(area) ? this : centred(area.center(), viewport);
    }
    double dx = Math.min(0, area.x() - visible.x()) + Math.max(0, area.right() - visible.right());
    double dy = Math.min(0, area.y() - visible.y()) + Math.max(0, area.bottom() - visible.bottom());
    return new Camera(corner.plus(new Point(dx, dy)), zoom);
  }
}

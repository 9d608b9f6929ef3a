package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.route.LabelSpots;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Connector;
import java.util.ArrayList;
import java.util.List;

/// Draws connectors: a line with rounded corners and an arrow head, solid for traffic and dashed for
/// everything else; one that nothing gets through is broken, with a mark in the gap.
final class ConnectorPainter {
  static final String TRAFFIC = "traffic";
  private static final String REPLICATION = "replication";
  private static final String LINK = "idc_link";

  private static final double CORNER = 8;
  private static final double HEAD_LENGTH = 9;
  private static final double HEAD_HALF = 4.5;
  private static final double PILL_HEIGHT = 19;
  private static final double PILL_INSET = 8;
  private static final double BLOCK = 18;

  private final Theme theme;

  ConnectorPainter(Theme theme) {
    this.theme = theme;
  }

  Mark.Group line(Connector connector, List<Point> line, String title, boolean blocked) {
    return Mark.Group.of(
        connector.id().value(),
        title,
        line.size() > 1 ? line(connector.kind(), line, blocked) : List.of());
  }

  /// A piece of such a line, for a legend.
  List<Mark> sample(String kind, double from, double to, double y, boolean blocked) {
    return line(kind, List.of(new Point(from, y), new Point(to, y)), blocked);
  }

  private List<Mark> line(String kind, List<Point> line, boolean blocked) {
    List<Mark> marks = new ArrayList<>();
    if (blocked) {
      broken(line, marks);
    } else if (kind.equals(TRAFFIC)) {
      arrow(line, Stroke.solid(theme.line(), 1.5), marks);
    } else if (kind.equals(REPLICATION)) {
      arrow(line, Stroke.dashed(theme.data(), 1.5, 5, 4), marks);
    } else if (kind.equals(LINK)) {
      arrow(line, Stroke.solid(theme.vpc().line(), 2), marks);
    } else {
      arrow(line, Stroke.dashed(theme.line(), 1.25, 3, 4), marks);
    }
    return marks;
  }

  /// A line with an arrow head at its end.
  static void arrow(List<Point> line, Stroke stroke, List<Mark> marks) {
    double length = HEAD_LENGTH + stroke.width();
    marks.add(new Mark.Path(rounded(shortened(line, length - 2)), 0, stroke));
    marks.add(
        new Mark.Path(head(line, length, HEAD_HALF + stroke.width() / 2), stroke.colour(), null));
  }

  private void broken(List<Point> line, List<Mark> marks) {
    Stroke stroke = Stroke.dashed(theme.blocked(), 1.5, 2, 3);
    arrow(line, stroke, marks);
    marks.add(new Mark.Icon(Icons.named("blocked"), gap(line), 1));
  }

  /// Where the mark of a broken line goes.
  static Rect gap(List<Point> line) {
    Point middle = middle(line);
    return new Rect(middle.x() - BLOCK / 2, middle.y() - BLOCK / 2, BLOCK, BLOCK);
  }

  /// A label on a pill that hides the line behind it.
  Mark.Group label(Connector connector, List<Point> line, String text, LabelSpots spots) {
    TextMetrics type = Type.LABEL;
    double width = type.width(text) + 2 * PILL_INSET;
    Rect pill = spots.place(line, width, PILL_HEIGHT);
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Box(pill, PILL_HEIGHT / 2, theme.card(), Stroke.solid(theme.cardLine(), 1)));
    marks.add(
        Mark.Text.of(
            text, pill.x() + PILL_INSET, pill.centerY() + type.centring(), type, theme.faint()));
    return Mark.Group.of(connector.id().value(), "", marks);
  }

  /// The point half-way along the longest piece; the origin for a line that is not drawn.
  static Point middle(List<Point> line) {
    Point best = line.isEmpty() ? Point.ORIGIN : line.getFirst();
    double longest = -1;
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      if (a.distanceTo(b) > longest) {
        longest = a.distanceTo(b);
        best = a.plus(b).times(0.5);
      }
    }
    return best;
  }

  private static List<Point> shortened(List<Point> line, double by) {
    Point last = line.getLast();
    Point before = line.get(line.size() - 2);
    double length = before.distanceTo(last);
    double share = length <= by ? 0 : (length - by) / length;
    List<Point> shorter = new ArrayList<>(line);
    shorter.set(line.size() - 1, before.plus(last.minus(before).times(share)));
    return shorter;
  }

  private static Outline head(List<Point> line, double length, double half) {
    Point tip = line.getLast();
    Point before = line.get(line.size() - 2);
    double distance = Math.max(before.distanceTo(tip), 1e-9);
    double ux = (tip.x() - before.x()) / distance;
    double uy = (tip.y() - before.y()) / distance;
    double baseX = tip.x() - ux * length;
    double baseY = tip.y() - uy * length;
    Outline.Builder head = Outline.builder();
    head.moveTo(tip.x() - ux, tip.y() - uy);
    head.lineTo(baseX - uy * half, baseY + ux * half);
    head.lineTo(baseX + uy * half, baseY - ux * half);
    head.close();
    return head.build();
  }

  /// The line with its corners rounded as far as its pieces are long enough.
  static Outline rounded(List<Point> line) {
    Outline.Builder path = Outline.builder();
    path.moveTo(line.getFirst().x(), line.getFirst().y());
    for (int i = 1; i < line.size() - 1; i++) {
      Point corner = line.get(i);
      Point in = line.get(i - 1).minus(corner);
      Point out = line.get(i + 1).minus(corner);
      double inLength = Math.hypot(in.x(), in.y());
      double outLength = Math.hypot(out.x(), out.y());
      double radius = Math.min(CORNER, Math.min(inLength, outLength) / 2);
      if (radius < 0.5) {
        path.lineTo(corner.x(), corner.y());
        continue;
      }
      Point from = corner.plus(in.times(radius / inLength));
      Point to = corner.plus(out.times(radius / outLength));
      path.lineTo(from.x(), from.y());
      path.quadTo(corner.x(), corner.y(), to.x(), to.y());
    }
    path.lineTo(line.getLast().x(), line.getLast().y());
    return path.build();
  }
}

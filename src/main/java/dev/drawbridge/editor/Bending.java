package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Bend;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A piece of a connector's line follows the pointer, sideways; the pieces next to it become longer or shorter. From
/// then on the connector keeps its corners. A piece that ends at a shape slides along its side and, beyond that,
/// leaves a short piece there.
///
/// @param line the corners as they were, both ends included
/// @param piece the number of the corner where the piece begins
/// @param from where it was grabbed, in document coordinates
public record Bending(ElementId connector, List<Point> line, int piece, Point from)
    implements ToolState {
  /// How long a piece is at least that is left at a shape, px.
  private static final double STUB = 20;

  public Bending {
    line = List.copyOf(line);
  }

  /// Takes hold of the piece that is nearest.
  ///
  /// @param from in document coordinates
  /// @return empty where the connector has no line
  static Optional<Bending> of(ElementId connector, Point from, EditorView view) {
    List<Point> line = view.scene().route(connector);
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < line.size(); i++) {
      double distance = distance(Rect.between(line.get(i), line.get(i + 1)), from);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest < 0
        ? Optional.empty()
        : Optional.of(new Bending(connector, line, nearest, from));
  }

  private static double distance(Rect piece, Point point) {
    double x = Math.clamp(point.x(), piece.x(), piece.right());
    double y = Math.clamp(point.y(), piece.y(), piece.bottom());
    return point.distanceTo(new Point(x, y));
  }

  /// Whether the piece runs up and down, and is moved to the left and right.
  public boolean isVertical() {
    return line.get(piece).x() == line.get(piece + 1).x();
  }

  @Override
  public Reaction on(Input input, EditorView view) {
    return switch (input) {
      case Input.Dragged(Point at, Modifiers _) ->
          Reaction.to(this, new Effect.Preview(bent(view.toDocument(at))));
      case Input.Released(Point at, Input.Button _, Modifiers _) -> {
        Point by = by(view.toDocument(at));
        yield Reaction.to(
            Idle.REST,
            by.equals(Point.ORIGIN)
                ? new Effect.Cancel()
                : new Effect.Commit(bent(view.toDocument(at))));
      }
      case Input.KeyPressed(Input.Key key, Modifiers _) when key == Input.Key.ESCAPE ->
          Reaction.to(Idle.REST, new Effect.Cancel());
      case Input.Pressed _,
          Input.Hovered _,
          Input.Left _,
          Input.Turned _,
          Input.KeyPressed _,
          Input.KeyReleased _,
          Input.Labelled _ ->
          Reaction.to(this);
    };
  }

  private Point by(Point now) {
    Point by = now.minus(from);
    return isVertical() ? new Point(Math.round(by.x()), 0) : new Point(0, Math.round(by.y()));
  }

  private Bend bent(Point now) {
    Point by = by(now);
    Point begin = line.get(piece);
    Point end = line.get(piece + 1);
    double stub = Math.min(STUB, begin.distanceTo(end) / 3);
    Point along = end.minus(begin).times(stub / Math.max(1, begin.distanceTo(end)));
    List<Point> bends = new ArrayList<>(line.subList(1, Math.max(1, piece)));
    bends.add((piece == 0 ? begin.plus(along) : begin).plus(by));
    bends.add((piece + 2 == line.size() ? end.minus(along) : end).plus(by));
    if (piece + 2 < line.size() - 1) {
      bends.addAll(line.subList(piece + 2, line.size() - 1));
    }
    return new Bend(connector, bends);
  }
}

package dev.drawbridge.output.export;

import dev.drawbridge.base.Point;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.shape.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pictures in which one element is not as it should be.
final class Perturbed {
  private Perturbed() {}

  static Picture without(Picture picture, String element) {
    return with(picture, element, _ -> Optional.empty());
  }

  static Picture moved(Picture picture, String element, double dx, double dy) {
    return with(picture, element, group -> Optional.of(moved(group, new Point(dx, dy))));
  }

  /// Everything elsewhere, by less than a pixel perhaps.
  static Picture moved(Picture picture, double dx, double dy) {
    return new Picture(
        picture.bounds(), picture.paper(), (Mark.Group) moved(picture.root(), new Point(dx, dy)));
  }

  /// With red and blue exchanged.
  static Picture recoloured(Picture picture, String element) {
    return with(picture, element, group -> Optional.of(recoloured(group)));
  }

  private static Picture with(
      Picture picture, String element, Function<Mark.Group, Optional<Mark>> change) {
    int[] found = new int[1];
    Mark root = replaced(picture.root(), element, change, found).orElseThrow();
    if (found[0] == 0) {
      throw new AssertionError("no " + element);
    }
    return new Picture(picture.bounds(), picture.paper(), (Mark.Group) root);
  }

  private static Optional<Mark> replaced(
      Mark mark, String element, Function<Mark.Group, Optional<Mark>> change, int[] found) {
    if (!(mark instanceof Mark.Group group)) {
      return Optional.of(mark);
    }
    if (group.id().equals(element)) {
      found[0]++;
      return change.apply(group);
    }
    List<Mark> children = new ArrayList<>();
    for (Mark child : group.children()) {
      replaced(child, element, change, found).ifPresent(children::add);
    }
    return Optional.of(new Mark.Group(group.id(), group.title(), group.bounds(), children));
  }

  private static Mark moved(Mark mark, Point by) {
    return switch (mark) {
      case Mark.Box(var rect, var radius, var fill, var stroke) ->
          new Mark.Box(rect.plus(by), radius, fill, stroke);
      case Mark.Path(var outline, var fill, var stroke) ->
          new Mark.Path(outline.placed(1, 1, by.x(), by.y()), fill, stroke);
      case Mark.Text(var text, var x, var base, var face, var size, var colour, var width) ->
          new Mark.Text(text, x + by.x(), base + by.y(), face, size, colour, width);
      case Mark.Icon(var art, var rect, var opacity) -> new Mark.Icon(art, rect.plus(by), opacity);
      case Mark.Group(var id, var title, var bounds, var children) ->
          new Mark.Group(
              id,
              title,
              bounds.plus(by),
              children.stream().map(child -> moved(child, by)).toList());
    };
  }

  private static Mark recoloured(Mark mark) {
    return switch (mark) {
      case Mark.Box(var rect, var radius, var fill, var stroke) ->
          new Mark.Box(rect, radius, exchanged(fill), exchanged(stroke));
      case Mark.Path(var outline, var fill, var stroke) ->
          new Mark.Path(outline, exchanged(fill), exchanged(stroke));
      case Mark.Text(var text, var x, var base, var face, var size, var colour, var width) ->
          new Mark.Text(text, x, base, face, size, exchanged(colour), width);
      case Mark.Icon icon -> icon;
      case Mark.Group(var id, var title, var bounds, var children) ->
          new Mark.Group(id, title, bounds, children.stream().map(Perturbed::recoloured).toList());
    };
  }

  private static int exchanged(int argb) {
    return argb & 0xff00ff00 | (argb & 0xff) << 16 | argb >> 16 & 0xff;
  }

  private static Stroke exchanged(Stroke stroke) {
    return stroke == null
        ? null
        : new Stroke(exchanged(stroke.colour()), stroke.width(), stroke.dashes(), stroke.cap());
  }
}

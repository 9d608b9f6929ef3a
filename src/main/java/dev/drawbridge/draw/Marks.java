package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import java.util.ArrayList;
import java.util.List;

/// Marks somewhere else.
final class Marks {
  private Marks() {}

  static Mark shifted(Mark mark, Point by) {
    return switch (mark) {
      case Mark.Box box ->
          new Mark.Box(box.rect().plus(by), box.radius(), box.fill(), box.stroke());
      case Mark.Path path ->
          new Mark.Path(path.outline().placed(1, 1, by.x(), by.y()), path.fill(), path.stroke());
      case Mark.Text t ->
          new Mark.Text(
              t.text(),
              t.x() + by.x(),
              t.baseline() + by.y(),
              t.face(),
              t.size(),
              t.colour(),
              t.width());
      case Mark.Icon icon -> new Mark.Icon(icon.art(), icon.rect().plus(by), icon.opacity());
      case Mark.Group group -> {
        List<Mark> children = new ArrayList<>(group.children().size());
        group.children().forEach(child -> children.add(shifted(child, by)));
        yield new Mark.Group(group.id(), group.title(), group.bounds().plus(by), children);
      }
    };
  }
}

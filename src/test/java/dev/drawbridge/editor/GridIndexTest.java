package dev.drawbridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class GridIndexTest {
  @Property(tries = 200)
  void itFindsWhatALookAtEverythingFinds(
      @ForAll @Size(max = 40) List<@DoubleRange(min = -3000, max = 3000) Double> numbers,
      @ForAll @DoubleRange(min = -3000, max = 3000) double x,
      @ForAll @DoubleRange(min = -3000, max = 3000) double y) {
    GridIndex<Rect> index = new GridIndex<>();
    List<Rect> all = new ArrayList<>();
    for (int i = 0; i + 3 < numbers.size(); i += 4) {
      Rect rect =
          Rect.between(
              new Point(numbers.get(i), numbers.get(i + 1)),
              new Point(numbers.get(i + 2), numbers.get(i + 3)));
      all.add(rect);
      index.add(rect, rect);
    }
    Point point = new Point(x, y);
    assertEquals(all.stream().filter(rect -> rect.contains(point)).toList(), index.at(point));
    Rect area = new Rect(x, y, 700, 500);
    assertEquals(
        all.stream()
            .filter(
                rect ->
                    rect.x() <= area.right()
                        && area.x() <= rect.right()
                        && rect.y() <= area.bottom()
                        && area.y() <= rect.bottom())
            .toList(),
        index.touching(area));
  }
}

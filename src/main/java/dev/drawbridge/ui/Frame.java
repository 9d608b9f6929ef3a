package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the window was and how its parts were divided.
///
/// @param bounds on the screen while it was not maximized, in px
/// @param dividers positions as [Panes#dividers] has them, 0 to 1
record Frame(Rect bounds, boolean maximized, List<Double> dividers) {
  private static final String BOUNDS = "bounds";
  private static final String MAXIMIZED = "maximized";
  private static final String DIVIDERS = "dividers";
  private static final double FARTHEST = 1e6;

  Frame {
    dividers = List.copyOf(dividers);
  }

  Datum datum() {
    return Datum.of(
        Fields.NONE
            .with(BOUNDS, numbers(List.of(bounds.x(), bounds.y(), bounds.width(), bounds.height())))
            .with(MAXIMIZED, Datum.of(maximized))
            .with(DIVIDERS, numbers(dividers)));
  }

  private static Datum numbers(List<Double> values) {
    return new Datum.Items(
        values.stream().<Datum>map(value -> new Datum.Number(BigDecimal.valueOf(value))).toList());
  }

  /// Empty for what is no frame.
  static Optional<Frame> of(Datum kept) {
    if (!(kept instanceof Datum.Record(Fields fields))) {
      return Optional.empty();
    }
    List<Double> bounds = numbers(fields, BOUNDS, -FARTHEST, FARTHEST);
    boolean whole = bounds.size() == 4 && bounds.get(2) > 0 && bounds.get(3) > 0;
    return whole
        ? Optional.of(
            new Frame(
                new Rect(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3)),
                fields.get(MAXIMIZED) instanceof Datum.Flag(boolean flag) && flag,
                numbers(fields, DIVIDERS, 0, 1)))
        : Optional.empty();
  }

  private static List<Double> numbers(Fields fields, String name, double least, double most) {
    List<Double> found = new ArrayList<>();
    if (fields.get(name) instanceof Datum.Items(List<Datum> items)) {
      for (Datum item : items) {
        double value =
            item instanceof Datum.Number(BigDecimal number) ? number.doubleValue() : Double.NaN;
        if (value >= least && value <= most) {
          found.add(value);
        }
      }
    }
    return found;
  }
}

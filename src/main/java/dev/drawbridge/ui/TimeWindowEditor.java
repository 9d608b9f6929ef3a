package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.TimeWindow;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A time of the day or of the week in UTC: typed, or set in a picture of the week, which shows the
/// element's other windows, too; with what it is in the user's time zone.
final class TimeWindowEditor extends PropertyEditor {
  /// Another window of the same element.
  private record Other(Property<?> property, String text, List<TimeWindow> windows) {}

  private final About about;
  private final Texts texts;
  private final Ears ears;
  private final boolean daily;
  private final LineEditor line;
  private final WeekView week;
  private final Label local = new Label();
  private final VBox box;
  private List<Other> others = List.of();
  private @Nullable String wrong;

  TimeWindowEditor(Property<?> property, About about, Ears ears) {
    super(property, ears.commit());
    this.about = about;
    this.texts = about.texts();
    this.ears = ears;
    daily = shape(property).equals(Optional.of(TimeWindow.DAILY_SHAPE));
    line =
        new LineEditor(
            property,
            texts,
            new Ears(
                ears.commit(),
                text -> {
                  wrong = text;
                  judge();
                }));
    List<String> days =
        daily ? List.of() : Arrays.stream(DayOfWeek.values()).map(this::day).toList();
    week = new WeekView(days, window -> commit(Datum.of(text(window))));
    week.setId("week-" + property.name());
    String name = texts.get("property." + property.name() + ".name");
    week.setAccessibleHelp(texts.get("ui.inspector.week.help"));
    week.accessibleTextProperty().bind(line.field().textProperty().map(now -> name + ": " + now));
    local.getStyleClass().add("faint");
    local.setId("local-" + property.name());
    local.setWrapText(true);
    box = new VBox(line.node(), week, local);
    box.getStyleClass().add("time-window");
  }

  private static Optional<String> shape(Property<?> property) {
    return property.type() instanceof PropertyType.Shaped(String shape, var _)
        ? Optional.of(shape)
        : Optional.empty();
  }

  @Override
  Node node() {
    return box;
  }

  @Override
  Node focus() {
    return line.focus();
  }

  @Override
  boolean isWide() {
    return true;
  }

  private String text(TimeWindow window) {
    return daily ? window.dailyText() : window.weeklyText();
  }

  private static Optional<TimeWindow> read(boolean daily, String text) {
    return daily ? TimeWindow.daily(text) : TimeWindow.weekly(text);
  }

  @Override
  void show(Fields fields) {
    List<Other> found = new ArrayList<>();
    for (Property<?> other : about.others(property())) {
      String shape = shape(other).orElse("");
      boolean everyDay = shape.equals(TimeWindow.DAILY_SHAPE);
      if (everyDay || shape.equals(TimeWindow.WEEKLY_SHAPE)) {
        String text = text(datum(other, fields));
        read(everyDay, text)
            .ifPresent(
                window ->
                    found.add(
                        new Other(other, text, everyDay ? window.everyDay() : List.of(window))));
      }
    }
    others = found;
    line.show(fields);
    judge();
  }

  @Override
  void showMixed() {
    others = List.of();
    line.showMixed();
    judge();
  }

  private Optional<TimeWindow> typed() {
    return line.entered() instanceof Datum.Text(String text) ? read(daily, text) : Optional.empty();
  }

  private void judge() {
    TimeWindow window = typed().orElse(null);
    String complaint = wrong != null ? wrong : window == null ? null : complaint(window);
    line.focus().pseudoClassStateChanged(Pseudo.DANGER, complaint != null);
    ears.complain().accept(complaint);
    List<TimeWindow> apart = new ArrayList<>();
    others.forEach(other -> apart.addAll(other.windows()));
    week.show(window, apart);
    local.setText(window == null ? "" : local(window));
  }

  /// What AWS would refuse.
  private @Nullable String complaint(TimeWindow window) {
    if (window.minutes() < TimeWindow.SHORTEST) {
      return texts.get("ui.inspector.week.short", String.valueOf(TimeWindow.SHORTEST));
    }
    List<TimeWindow> own = daily ? window.everyDay() : List.of(window);
    for (Other other : others) {
      if (own.stream().anyMatch(one -> other.windows().stream().anyMatch(one::overlaps))) {
        return texts.get(
            "ui.inspector.week.overlap",
            texts.get("property." + other.property().name() + ".name"),
            other.text());
      }
    }
    return null;
  }

  /// The window in the user's zone, by the clock of today.
  private String local(TimeWindow window) {
    ZoneOffset offset =
        about.zone().getRules().getOffset(about.today().get().atTime(LocalTime.NOON));
    TimeWindow there = window.later(offset.getTotalSeconds() / 60);
    String times = daily ? there.dailyText().replace("-", "–") : weekly(there);
    return texts.get(
        "ui.inspector.week.local", about.zone().getDisplayName(TextStyle.FULL, locale()), times);
  }

  private String weekly(TimeWindow window) {
    int end = (window.start() + window.minutes()) % TimeWindow.WEEK;
    String[] times = window.dailyText().split("-");
    DayOfWeek first = DayOfWeek.of(window.start() / TimeWindow.DAY + 1);
    DayOfWeek last = DayOfWeek.of(end / TimeWindow.DAY + 1);
    return day(first) + " " + times[0] + "–" + (first == last ? "" : day(last) + " ") + times[1];
  }

  private String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, locale());
  }

  private Locale locale() {
    return texts.language().get() == Language.KOREAN ? Locale.KOREAN : Locale.ENGLISH;
  }
}

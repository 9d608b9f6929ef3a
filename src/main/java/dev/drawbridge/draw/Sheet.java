package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A picture with what a printed plan has around it: a title block, and a legend of what is drawn.
public final class Sheet {
  private static final double GAP = 24;
  private static final double ROW = 26;
  private static final double INSET = 16;
  private static final double SAMPLE = 36;
  private static final double ICON = 20;
  private static final double WIDEST_TITLE = 360;

  private final Document document;
  private final Look look;
  private final Wording wording;
  private final List<Mark> marks = new ArrayList<>();

  private Sheet(Document document, Look look) {
    this.document = document;
    this.look = look;
    this.wording = new Wording(look.language());
  }

  /// @param picture of the document, in this look
  public static Picture around(
      Picture picture, Document document, Look look, boolean titleBlock, boolean legend) {
    Sheet sheet = new Sheet(document, look);
    double top = picture.bounds().bottom() + GAP;
    Rect area = picture.bounds();
    if (legend) {
      top = sheet.legend(new Rect(area.x(), top, area.width(), 0)) + GAP;
    }
    if (titleBlock) {
      sheet.titleBlock(area.right(), top);
    }
    if (sheet.marks.isEmpty()) {
      return picture;
    }
    Mark.Group below = Mark.Group.of("sheet", "", sheet.marks);
    Mark.Group all =
        Mark.Group.of(
            "picture",
            "",
            Stream.concat(picture.root().children().stream(), Stream.of(below)).toList());
    return new Picture(picture.bounds().union(below.bounds()), picture.paper(), all);
  }

  /// Title, and below it project and environment, in a frame at the right.
  private void titleBlock(double right, double top) {
    Settings settings = document.settings();
    String title = settings.title().isBlank() ? wording.untitled() : settings.title().strip();
    List<String> lines = Type.CONTAINER.wrap(title, WIDEST_TITLE, 3);
    String below =
        Stream.of(settings.text("project", ""), settings.text("environment", ""))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .reduce((one, other) -> one + " · " + other)
            .orElse("");
    below = Type.DETAIL.ellipsis(below, WIDEST_TITLE);
    double width =
        Math.max(
            lines.stream().mapToDouble(Type.CONTAINER::width).max().orElse(0),
            Type.DETAIL.width(below));
    double height = lines.size() * 18 + (below.isEmpty() ? 0 : 17) + 2 * 12;
    Rect frame = new Rect(right - width - 2 * INSET, top, width + 2 * INSET, height);
    Theme theme = look.theme();
    marks.add(new Mark.Box(frame, 8, theme.card(), Stroke.solid(theme.cardLine(), 1)));
    double middle = top + 12 + 9;
    for (String line : lines) {
      marks.add(
          Mark.Text.of(
              line,
              frame.x() + INSET,
              middle + Type.CONTAINER.centring(),
              Type.CONTAINER,
              theme.ink()));
      middle += 18;
    }
    if (!below.isEmpty()) {
      marks.add(
          Mark.Text.of(
              below,
              frame.x() + INSET,
              middle + Type.DETAIL.centring(),
              Type.DETAIL,
              theme.faint()));
    }
  }

  /// Where the legend ends.
  private double legend(Rect area) {
    List<LegendEntry> entries = LegendEntry.of(document, look, wording);
    Theme theme = look.theme();
    String heading = wording.legend();
    marks.add(
        Mark.Text.of(
            heading,
            area.x(),
            area.y() + ROW / 2 + Type.CONTAINER.centring(),
            Type.CONTAINER,
            theme.ink()));
    double widest =
        entries.stream().mapToDouble(entry -> Type.DETAIL.width(entry.text())).max().orElse(0);
    double column = SAMPLE + 10 + widest + GAP;
    int columns = Math.clamp((long) (area.width() / column), 1, Math.max(1, entries.size()));
    int rows = (entries.size() + columns - 1) / columns;
    for (int i = 0; i < entries.size(); i++) {
      double left = area.x() + i / rows * column;
      double middle = area.y() + ROW * (1 + i % rows) + ROW / 2;
      entry(entries.get(i), left, middle);
    }
    return area.y() + ROW * (1 + rows);
  }

  private void entry(LegendEntry entry, double left, double middle) {
    double centre = left + SAMPLE / 2;
    switch (entry.sample()) {
      case LegendEntry.Sample.Icon(String name) ->
          marks.add(
              new Mark.Icon(
                  look.icons().named(name),
                  new Rect(centre - ICON / 2, middle - ICON / 2, ICON, ICON),
                  1));
      case LegendEntry.Sample.Line(String kind, boolean blocked) ->
          marks.addAll(
              new ConnectorPainter(look.theme())
                  .sample(kind, left, left + SAMPLE, middle, blocked));
    }
    marks.add(
        Mark.Text.of(
            entry.text(),
            left + SAMPLE + 10,
            middle + Type.DETAIL.centring(),
            Type.DETAIL,
            look.theme().ink()));
  }
}

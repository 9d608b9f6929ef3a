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
    sheet.below(picture.bounds(), titleBlock, legend);
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

  /// The title block stands at the right of the legend where both have room, else below it.
  private void below(Rect picture, boolean titleBlock, boolean legend) {
    double top = picture.bottom() + GAP;
    Block block = block();
    if (!legend) {
      if (titleBlock) {
        titleBlock(block, picture.right(), top);
      }
      return;
    }
    List<LegendEntry> entries = LegendEntry.of(document, look, wording);
    double beside = picture.width() - block.width - 2 * GAP;
    boolean both = titleBlock && beside >= 2 * column(entries);
    double bottom = legend(entries, new Rect(picture.x(), top, both ? beside : picture.width(), 0));
    if (both) {
      titleBlock(block, picture.right(), Math.max(top, bottom - block.height));
    } else if (titleBlock) {
      titleBlock(block, picture.right(), bottom + GAP);
    }
  }

  /// What the title block says.
  ///
  /// @param below project and environment; may be empty
  /// @param width of its frame
  private record Block(List<String> lines, String below, double width, double height) {}

  private Block block() {
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
    return new Block(lines, below, width + 2 * INSET, height);
  }

  /// Title, and below it project and environment, in a frame at the right.
  private void titleBlock(Block block, double right, double top) {
    Rect frame = new Rect(right - block.width, top, block.width, block.height);
    Theme theme = look.theme();
    marks.add(new Mark.Box(frame, 8, theme.card(), Stroke.solid(theme.cardLine(), 1)));
    double middle = top + 12 + 9;
    for (String line : block.lines) {
      marks.add(
          Mark.Text.of(
              line,
              frame.x() + INSET,
              middle + Type.CONTAINER.centring(),
              Type.CONTAINER,
              theme.ink()));
      middle += 18;
    }
    if (!block.below.isEmpty()) {
      marks.add(
          Mark.Text.of(
              block.below,
              frame.x() + INSET,
              middle + Type.DETAIL.centring(),
              Type.DETAIL,
              theme.faint()));
    }
  }

  /// Where the legend ends.
  private double legend(List<LegendEntry> entries, Rect area) {
    Theme theme = look.theme();
    String heading = wording.legend();
    marks.add(
        Mark.Text.of(
            heading,
            area.x(),
            area.y() + ROW / 2 + Type.CONTAINER.centring(),
            Type.CONTAINER,
            theme.ink()));
    double column = column(entries);
    int columns = Math.clamp((long) (area.width() / column), 1, Math.max(1, entries.size()));
    int rows = (entries.size() + columns - 1) / columns;
    for (int i = 0; i < entries.size(); i++) {
      double left = area.x() + i / rows * column;
      double middle = area.y() + ROW * (1 + i % rows) + ROW / 2;
      entry(entries.get(i), left, middle);
    }
    return area.y() + ROW * (1 + rows);
  }

  private static double column(List<LegendEntry> entries) {
    double widest =
        entries.stream().mapToDouble(entry -> Type.DETAIL.width(entry.text())).max().orElse(0);
    return SAMPLE + 10 + widest + GAP;
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

package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.PictureOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was chosen for an exported picture.
///
/// @param kind PNG, SVG or PDF
/// @param selection whether only what is selected is shown, where something is
/// @param options all else; they name no elements
record ExportChoices(Dialogs.FileKind kind, boolean selection, PictureOptions options) {
  /// In the order in which they are offered.
  static final List<Dialogs.FileKind> KINDS =
      List.of(Dialogs.FileKind.PNG, Dialogs.FileKind.SVG, Dialogs.FileKind.PDF);

  private static final String FORMAT = "format";
  private static final String SELECTION = "selection";
  private static final String THEME = "theme";
  private static final String SCALE = "scale";
  private static final String MARGIN = "margin";
  private static final String TRANSPARENT = "transparent";
  private static final String TITLE_BLOCK = "titleBlock";
  private static final String LEGEND = "legend";
  private static final String FINDINGS = "findings";
  private static final String DESIGN = "design";

  static final ExportChoices FIRST =
      new ExportChoices(
          Dialogs.FileKind.PNG, false, PictureOptions.plain(Language.ENGLISH).withScale(2));

  /// As it is kept from one start to the next. The language is not: it begins with the window's.
  Datum datum() {
    return Datum.of(
        Fields.NONE
            .with(FORMAT, Datum.of(kind.extension()))
            .with(SELECTION, Datum.of(selection))
            .with(THEME, Datum.of(options.theme().key()))
            .with(SCALE, new Datum.Number(BigDecimal.valueOf(options.scale())))
            .with(MARGIN, new Datum.Number(BigDecimal.valueOf(options.margin())))
            .with(TRANSPARENT, Datum.of(options.transparent()))
            .with(TITLE_BLOCK, Datum.of(options.titleBlock()))
            .with(LEGEND, Datum.of(options.legend()))
            .with(FINDINGS, Datum.of(options.findings()))
            .with(DESIGN, Datum.of(options.carriesDesign())));
  }

  /// What was kept; where that cannot be read, as at the first time.
  ///
  /// @param kept null for nothing
  static ExportChoices of(@Nullable Datum kept) {
    if (!(kept instanceof Datum.Record(Fields fields))) {
      return FIRST;
    }
    PictureOptions first = FIRST.options;
    PictureOptions options =
        new PictureOptions(
            text(fields, THEME).equals(Theme.DARK.key()) ? Theme.DARK : Theme.LIGHT,
            first.language(),
            number(
                fields,
                SCALE,
                ExportOptions.SMALLEST_SCALE,
                ExportOptions.LARGEST_SCALE,
                first.scale()),
            flag(fields, TRANSPARENT, first.transparent()),
            number(fields, MARGIN, 0, ExportOptions.LARGEST_MARGIN, first.margin()),
            Set.of(),
            flag(fields, TITLE_BLOCK, first.titleBlock()),
            flag(fields, LEGEND, first.legend()),
            flag(fields, FINDINGS, first.findings()),
            flag(fields, DESIGN, first.carriesDesign()));
    Dialogs.FileKind kind =
        KINDS.stream()
            .filter(each -> each.extension().equals(text(fields, FORMAT)))
            .findFirst()
            .orElse(FIRST.kind);
    return new ExportChoices(kind, flag(fields, SELECTION, FIRST.selection), options);
  }

  private static String text(Fields fields, String name) {
    return fields.get(name) instanceof Datum.Text(String value) ? value : "";
  }

  private static boolean flag(Fields fields, String name, boolean otherwise) {
    return fields.get(name) instanceof Datum.Flag(boolean value) ? value : otherwise;
  }

  private static double number(
      Fields fields, String name, double least, double most, double otherwise) {
    double value =
        fields.get(name) instanceof Datum.Number(BigDecimal number)
            ? number.doubleValue()
            : otherwise;
    return value >= least && value <= most ? value : otherwise;
  }

  ExportChoices withKind(Dialogs.FileKind changed) {
    return new ExportChoices(changed, selection, options);
  }
}

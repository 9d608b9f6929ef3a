package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.export.PicturePreview;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.stage.Window;

/// Prints the design on one page or, where it is too large to be read there, on several. With what was last
/// chosen for exported pictures to stand around it, on white paper.
final class Printing {
  /// Fine enough for small text on a plan, in pixels an inch.
  private static final double FINENESS = 300;

  /// What the image of a page may have, in pixels: large paper is printed less finely.
  private static final double MOST_PIXELS = 1 << 26;

  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Printers printers;
  private final ObservableValue<ExportChoices> chosen;
  private boolean busy;

  /// @param chosen for exported pictures
  Printing(
      Session session,
      Texts texts,
      Dialogs dialogs,
      Printers printers,
      ObservableValue<ExportChoices> chosen) {
    this.dialogs = dialogs;
    this.session = session;
    this.texts = texts;
    this.printers = printers;
    this.chosen = chosen;
  }

  /// @param export of the design as it is now
  void print(Window owner, PictureExport export) {
    if (busy) {
      return;
    }
    busy = true;
    PictureOptions options = options();
    work(
        () -> {
          Optional<Printers.Job> begun = printers.begin();
          if (begun.isEmpty()) {
            end(Notice.said("ui.print.none"));
            return;
          }
          Picture picture = export.picture(options);
          Platform.runLater(() -> ask(owner, begun.get(), picture, options));
        });
  }

  private PictureOptions options() {
    PictureOptions last = chosen.getValue().options();
    return new PictureOptions(
        Theme.LIGHT,
        texts.language().get(),
        1,
        false,
        0,
        Set.of(),
        last.titleBlock(),
        last.legend(),
        last.findings(),
        false);
  }

  private void ask(Window owner, Printers.Job job, Picture picture, PictureOptions options) {
    Rect area = picture.bounds();
    if (!job.ask(owner, area.width() > area.height())) {
      busy = false;
      return;
    }
    Optional<Sheets> chosen = sheets(area, job.page());
    if (chosen.isEmpty()) {
      job.cancel();
      busy = false;
      return;
    }
    Sheets sheets = chosen.get();
    work(
        () -> {
          boolean taken =
              sheets.all().stream()
                      .allMatch(sheet -> job.print(image(picture, options, sheet), sheet.place()))
                  && job.end();
          int pages = sheets.all().size();
          end(
              !taken
                  ? Notice.said("ui.print.failed")
                  : pages == 1
                      ? Notice.said("ui.print.done")
                      : Notice.said("ui.print.done.pages", pages));
        });
  }

  /// On one page, where its texts can be read there; otherwise as the user wants it.
  private Optional<Sheets> sheets(Rect area, Size page) {
    Sheets one = Sheets.one(area, page);
    if (one.isLegible()) {
      return Optional.of(one);
    }
    Sheets many = Sheets.many(area, page);
    return switch (dialogs.askHowToPrint(many.all().size())) {
      case ONE_PAGE -> Optional.of(one);
      case SEVERAL_PAGES -> Optional.of(many);
      case CANCEL -> Optional.empty();
    };
  }

  private static Image image(Picture picture, PictureOptions options, Sheets.Sheet sheet) {
    Rect part = sheet.part();
    double scale = fineness(sheet.place().size()) / 72 * sheet.place().width() / part.width();
    return PreviewImage.of(
        PicturePreview.of(
            new Picture(part, picture.paper(), picture.root()),
            options.withScale(scale),
            (int) Math.ceil(part.width() * scale),
            (int) Math.ceil(part.height() * scale),
            () -> false));
  }

  /// Pixels an inch for something of a size in points.
  static double fineness(Size size) {
    double inches = size.width() / 72 * size.height() / 72;
    return Math.min(FINENESS, Math.sqrt(MOST_PIXELS / inches));
  }

  private void end(Notice notice) {
    Platform.runLater(
        () -> {
          busy = false;
          session.update(state -> state.withNotice(notice));
        });
  }

  private static void work(Runnable job) {
    Thread.ofPlatform().daemon().name("printing").start(job);
  }
}

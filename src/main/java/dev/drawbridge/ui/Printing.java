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

/// Prints the design on one page: as large as fits, but not larger than on the screen at 100 %. With what
/// was last chosen for exported pictures to stand around it, on white paper.
final class Printing {
  private static final double POINTS_PER_PX = 0.75; // 72 points and 96 px an inch

  /// Fine enough for small text on a plan, in pixels an inch.
  private static final double FINENESS = 300;

  /// What the image of a page may have, in pixels: large paper is printed less finely.
  private static final double MOST_PIXELS = 1 << 26;

  private final Session session;
  private final Texts texts;
  private final Printers printers;
  private final ObservableValue<ExportChoices> chosen;
  private boolean busy;

  /// @param chosen for exported pictures
  Printing(Session session, Texts texts, Printers printers, ObservableValue<ExportChoices> chosen) {
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
    work(
        () -> {
          Size size = fitting(area.size(), job.page());
          double fineness = fineness(size);
          double scale = fineness / 72 * size.width() / area.width();
          PicturePreview page =
              PicturePreview.of(
                  picture,
                  options.withScale(scale),
                  (int) Math.ceil(area.width() * scale),
                  (int) Math.ceil(area.height() * scale),
                  () -> false);
          Image image = PreviewImage.of(page);
          end(Notice.said(job.print(image, size) ? "ui.print.done" : "ui.print.failed"));
        });
  }

  /// How large a picture is printed, in points.
  ///
  /// @param picture in px
  /// @param page in points
  static Size fitting(Size picture, Size page) {
    double scale =
        Math.min(
            POINTS_PER_PX,
            Math.min(page.width() / picture.width(), page.height() / picture.height()));
    return new Size(picture.width() * scale, picture.height() * scale);
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

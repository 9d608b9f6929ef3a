package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import java.util.Optional;
import javafx.print.JobSettings;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/// Prints by way of JavaFX, on whatever printers the system has.
final class DesktopPrinters implements Printers {
  @Override
  public Optional<Printers.Job> begin() {
    return Optional.ofNullable(PrinterJob.createPrinterJob()).map(Pages::new);
  }

  private record Pages(PrinterJob job) implements Printers.Job {
    @Override
    public boolean ask(Window owner, boolean landscape) {
      JobSettings settings = job.getJobSettings();
      Paper paper = settings.getPageLayout().getPaper();
      PageOrientation orientation =
          landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
      settings.setPageLayout(
          job.getPrinter().createPageLayout(paper, orientation, Printer.MarginType.DEFAULT));
      boolean wanted = job.showPrintDialog(owner);
      if (!wanted) {
        cancel();
      }
      return wanted;
    }

    @Override
    public Size page() {
      PageLayout layout = job.getJobSettings().getPageLayout();
      return new Size(layout.getPrintableWidth(), layout.getPrintableHeight());
    }

    @Override
    public boolean print(Image image, Rect place) {
      ImageView view = new ImageView(image);
      view.setFitWidth(place.width());
      view.setFitHeight(place.height());
      view.setSmooth(true);
      view.setTranslateX(place.x());
      view.setTranslateY(place.y());
      return job.printPage(view);
    }

    @Override
    public boolean end() {
      return job.endJob();
    }

    @Override
    public void cancel() {
      job.cancelJob();
    }
  }
}

package dev.drawbridge.ui;

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
    return Optional.ofNullable(PrinterJob.createPrinterJob()).map(Page::new);
  }

  private record Page(PrinterJob job) implements Printers.Job {
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
        job.cancelJob();
      }
      return wanted;
    }

    @Override
    public Size page() {
      PageLayout layout = job.getJobSettings().getPageLayout();
      return new Size(layout.getPrintableWidth(), layout.getPrintableHeight());
    }

    @Override
    public boolean print(Image image, Size size) {
      ImageView view = new ImageView(image);
      view.setFitWidth(size.width());
      view.setFitHeight(size.height());
      view.setSmooth(true);
      view.setTranslateX((page().width() - size.width()) / 2);
      view.setTranslateY((page().height() - size.height()) / 2);
      return job.printPage(view) && job.endJob();
    }
  }
}

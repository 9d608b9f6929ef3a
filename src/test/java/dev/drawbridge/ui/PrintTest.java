package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.template.Template;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Printing from the real window, on a printer of the test.
class PrintTest extends OpenWindow {
  private static final Size A4 = new Size(523, 770);

  private boolean hasPrinter = true;
  private boolean wanted = true;
  private boolean works = true;
  private Boolean landscape;
  private Image printed;
  private Size size;
  private Rect place;
  private int pages;
  private boolean ended;
  private boolean cancelled;

  @Override
  Services services() {
    Services all = super.services();
    return new Services(
        all.ids(),
        all.checkers(),
        all.terraform(),
        all.listings(),
        all.explanations(),
        all.today(),
        all.zone(),
        () -> hasPrinter ? Optional.of(new Printer()) : Optional.empty());
  }

  private final class Printer implements Printers.Job {
    @Override
    public boolean ask(Window owner, boolean lies) {
      landscape = lies;
      return wanted;
    }

    @Override
    public Size page() {
      return A4;
    }

    @Override
    public boolean print(Image image, Rect onPaper) {
      printed = image;
      place = onPaper;
      size = onPaper.size();
      pages++;
      return works;
    }

    @Override
    public boolean end() {
      ended = true;
      return works;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(() -> window.canvas().requestFocus());
  }

  private String told() {
    return session().state().notice() == null
        ? ""
        : session().state().notice().text(texts.messages());
  }

  private void print(String expected) {
    shortcut(KeyCode.P);
    until(() -> told().equals(expected));
  }

  @Test
  void theWholeDesignIsFittedOntoThePageAndFineEnoughForSmallText() {
    print("Sent to the printer");
    assertEquals(printed.getWidth() > printed.getHeight(), landscape, "as the design lies");
    assertTrue(size.width() <= A4.width() + 0.01 && size.height() <= A4.height() + 0.01);
    assertTrue(
        Math.abs(size.width() - A4.width()) < 1 || Math.abs(size.height() - A4.height()) < 1);
    assertEquals(300, printed.getHeight() / (size.height() / 72), 2);
    assertTrue(isDrawnOn(printed));
    assertEquals(A4.width() / 2, place.centerX(), 0.01);
    assertEquals(A4.height() / 2, place.centerY(), 0.01);
    assertEquals(1, pages);
    assertTrue(ended);
    assertEquals(List.of(), dialogs.asked);
  }

  private void openSomethingLarge() {
    open(Template.STRESS.design(new Template.Request(Language.ENGLISH, 200, 1)));
  }

  @Test
  void whatCannotBeReadOnOnePageIsSpreadOverSeveral() {
    openSomethingLarge();
    dialogs.spread = Dialogs.Spread.SEVERAL_PAGES;
    shortcut(KeyCode.P);
    until(() -> told().startsWith("Sent to the printer: "));
    assertEquals(List.of("print on " + pages), dialogs.asked);
    assertTrue(pages > 1, pages + " pages");
    assertEquals("Sent to the printer: " + pages + " pages", told());
    assertTrue(ended);
  }

  @Test
  void whoWantsALargeDesignOnOnePageHasIt() {
    openSomethingLarge();
    dialogs.spread = Dialogs.Spread.ONE_PAGE;
    print("Sent to the printer");
    assertEquals(1, pages);
  }

  @Test
  void whoWantsItNeitherWayPrintsNothingAndMayPrintLater() {
    openSomethingLarge();
    shortcut(KeyCode.P);
    until(() -> cancelled);
    assertEquals(0, pages);
    dialogs.spread = Dialogs.Spread.ONE_PAGE;
    print("Sent to the printer");
  }

  private static boolean isDrawnOn(Image image) {
    PixelReader pixels = image.getPixelReader();
    int middle = (int) image.getWidth() / 2;
    int first = pixels.getArgb(0, 0);
    for (int y = 0; y < image.getHeight(); y++) {
      if (pixels.getArgb(middle, y) != first) {
        return true;
      }
    }
    return false;
  }

  @Test
  void withoutAPrinterTheNoticeSaysWhatHelps() {
    hasPrinter = false;
    print("No printer was found. Set one up in the system, or export a PDF.");
  }

  @Test
  void aPrinterThatDoesNotTakeThePageIsTold() {
    works = false;
    print("The printer did not take the page");
  }

  @Test
  void whoGivesUpPrintsNothingAndMayPrintLater() {
    wanted = false;
    shortcut(KeyCode.P);
    until(() -> landscape != null);
    wanted = true;
    print("Sent to the printer");
  }

  @Test
  void theRealPrintersAreAskedWithoutHarm() {
    Optional<Printers.Job> job = new DesktopPrinters().begin();
    job.ifPresent(found -> assertTrue(found.page().width() > 0));
  }

  @Test
  void somethingSmallIsNotBlownUp() {
    assertEquals(0.75, Sheets.one(new Rect(0, 0, 200, 100), A4).scale());
    assertEquals(0.2615, Sheets.one(new Rect(0, 0, 2000, 1000), A4).scale(), 1e-9);
  }

  @Test
  void aPosterIsPrintedLessFinely() {
    assertEquals(300, Printing.fineness(A4));
    double poster = Printing.fineness(new Size(2384 * 2, 3370 * 2));
    assertTrue(poster < 130 && poster > 50, "" + poster);
  }
}

package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.stage.Window;

/// The printers of the desktop. An interface, so that tests can print without any.
@FunctionalInterface
interface Printers {
  /// Begins to print; looks for printers first, which may take its time. Empty where there is none.
  Optional<Job> begin();

  /// Pages on their way to a printer.
  interface Job {
    /// Asks, on the FX thread, for printer and paper; false when the user would rather not print.
    ///
    /// @param landscape how the paper lies, unless the user turns it
    boolean ask(Window owner, boolean landscape);

    /// How much of the paper can be printed on, in points of 1/72 inch.
    Size page();

    /// Prints an image on a page of its own; false where that went wrong.
    ///
    /// @param place of the image on the part of the paper that can be printed on, in points
    boolean print(Image image, Rect place);

    /// There are no more pages; false where the printer did not take them.
    boolean end();

    /// Nothing is to be printed after all.
    void cancel();
  }
}

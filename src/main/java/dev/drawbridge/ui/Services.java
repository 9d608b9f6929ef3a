package dev.drawbridge.ui;

import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.terraform.write.GeneratedFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the window has others do.
///
/// @param ids of new elements
/// @param checkers make one that says what is wrong with a design, for one thread off the FX thread; it
///     remembers what it found, so that after an edit only what changed is looked at
/// @param terraform makes a design's files; runs off the FX thread
/// @param listings make the same files for the eye, with what each block comes from; likewise
/// @param explanations the long text about a rule
/// @param today by which suppressions expire
/// @param zone the time zone of whoever sits before the window
/// @param printers of the desktop
record Services(
    Ids ids,
    Supplier<Checker> checkers,
    Generator terraform,
    Lister listings,
    Explanations explanations,
    Supplier<LocalDate> today,
    ZoneId zone,
    Printers printers) {

  /// Says what is wrong with a design.
  @FunctionalInterface
  interface Checker {
    /// @param cancelled asked now and then; once it says yes, a
    ///     [java.util.concurrent.CancellationException] ends the work
    Checked check(Document document, BooleanSupplier cancelled);
  }

  /// Makes the files of a design, with texts in a language.
  @FunctionalInterface
  interface Generator {
    Outcome<List<GeneratedFile>> files(Document document, Language language);
  }

  /// Makes the files of a design for the eye.
  @FunctionalInterface
  interface Lister {
    Outcome<TerraformListing> listing(Document document, Language language);
  }

  /// Finds the text about a rule.
  @FunctionalInterface
  interface Explanations {
    Optional<RuleText> of(String rule, Language language);
  }
}

package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.model.Document;
import dev.drawbridge.terraform.write.GeneratedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the window has others do.
///
/// @param ids of new elements
/// @param check what is wrong with a design, the worst first; runs off the FX thread
/// @param terraform what a design makes; runs off the FX thread
/// @param explanations the long text about a rule
record Services(
    Ids ids,
    Function<Document, Checked> check,
    Generator terraform,
    Explanations explanations) {

  /// What a check came to.
  ///
  /// @param waysIn how many findings prove that somebody gets in where nobody may
  record Checked(List<Finding> findings, int waysIn) {
    Checked {
      findings = List.copyOf(findings);
    }
  }

  /// Makes the files of a design, with texts in a language.
  @FunctionalInterface
  interface Generator {
    Outcome<List<GeneratedFile>> files(Document document, Language language);
  }

  /// Finds the text about a rule.
  @FunctionalInterface
  interface Explanations {
    Optional<String> of(String rule, Language language);
  }
}

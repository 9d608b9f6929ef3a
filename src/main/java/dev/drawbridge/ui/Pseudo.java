package dev.drawbridge.ui;

import javafx.css.PseudoClass;

/// States that the style sheet knows.
final class Pseudo {
  /// A field whose content is not valid; the themes know it, too.
  static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /// The field that a finding is about.
  static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private Pseudo() {}
}

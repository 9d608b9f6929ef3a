package dev.drawbridge.ui;

import javafx.css.PseudoClass;

/// States that the style sheet knows.
final class Pseudo {
  /// A field whose content is not valid; the themes know it, too.
  static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /// The field that a finding is about.
  static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  /// What belongs to the selection.
  static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  /// A section whose fields are hidden.
  static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

  /// A value that is not the default.
  static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  /// A picture without paper.
  static final PseudoClass TRANSPARENT = PseudoClass.getPseudoClass("transparent");

  /// A file that is not where it was.
  static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  /// Nothing to object to.
  static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private Pseudo() {}
}

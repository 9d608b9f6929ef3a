package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Severity;

/// The colours and weights of a terminal (ECMA-48).
enum Colour {
  BOLD("1"),
  DIM("2"),
  RED("1;31"),
  MAGENTA("1;35"),
  YELLOW("33"),
  CYAN("36"),
  GREEN("32");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /// The text in this colour, where colours are shown.
  String of(String text, boolean shown) {
    return shown ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  static Colour of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> RED;
      case HIGH, BROKEN -> MAGENTA;
      case MEDIUM -> YELLOW;
      case LOW -> CYAN;
    };
  }
}

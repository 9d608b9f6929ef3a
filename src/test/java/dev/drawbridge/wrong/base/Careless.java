package dev.drawbridge.wrong.base;

import java.awt.Color;
import java.time.Instant;

/// Prints, asks the clock, takes the machine's locale, draws and starts a program.
final class Careless {
  private Careless() {}

  static Instant now() {
    System.out.println(Color.RED);
    return Instant.now();
  }

  static String small(String text) {
    return text.toLowerCase();
  }

  static ProcessBuilder other() {
    return new ProcessBuilder("true");
  }
}

package dev.drawbridge.wrong.elsewhere;

/// Lies in a package that nobody listed.
final class Stray {
  private Stray() {}
}

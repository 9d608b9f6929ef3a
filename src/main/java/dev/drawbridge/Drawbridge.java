package dev.drawbridge;

/// The program: without arguments the window, with a subcommand the command line.
public final class Drawbridge {
  private Drawbridge() {}

  public static void main(String[] args) {}
}
